"""Short messages at the foot of the window: what happened, and the way back."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from shiboken6 import isValid

from needlelog.i18n import _
from needlelog.ui import metrics, theme
from needlelog.ui.widgets.face import Look, paint_box, paint_icon
from needlelog.ui.widgets.labels import PlainLabel
from needlelog.ui.widgets.toast_button import ToastButton

Kind = Literal["done", "undo", "info", "error"]

PLAIN_MS = 5_000
ACTION_MS = 10_000
_LONG_TEXT = 80
"""Letters from which on a message takes longer to read."""
_ABOVE_THE_EDGE = 16
_LEAST_PX = 52
_ICONS: dict[Kind, str] = {
    "done": "circle-check",
    "undo": "undo-2",
    "info": "info",
    "error": "octagon-alert",
}


@dataclass(frozen=True, slots=True)
class Toast:
    """One message. `topic`: a newer toast takes the place of an older one of its topic."""

    text: str
    kind: Kind = "done"
    action: str = ""
    then: Callable[[], object] | None = None
    topic: str = ""
    owner: QObject | None = None
    """Whose method `then` is: the toast goes with it."""

    def is_orphan(self) -> bool:
        """Whether the screen it came from is gone, and its action with it."""
        return self.owner is not None and not isValid(self.owner)

    def lasts_ms(self) -> int | None:
        """How long it stays; None is until somebody closes it."""
        if self.kind == "error":
            return None
        takes_longer = bool(self.action) or len(self.text) > _LONG_TEXT
        return ACTION_MS if takes_longer else PLAIN_MS


class Toasts(QWidget):
    """The newest toast over the bottom of `window`; an error stays until it is closed."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._row = QHBoxLayout(self)
        self._waiting: deque[Toast] = deque()
        self._toast: Toast | None = None
        self._host: QWidget | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.close_current)
        self._text = PlainLabel(role="body", wrap=True)
        self._text.setFont(theme.font(15, 500))
        self._text.set_ink("toast-text")
        self._action = ToastButton("toast-action")
        self._action.clicked.connect(self._act)
        self._close = ToastButton("toast-text", icon="x", name=_("Close this message"))
        self._close.clicked.connect(self.close_current)
        self._lay_out()
        window.installEventFilter(self)
        self.hide()

    def show_toast(self, toast: Toast) -> None:
        self._drop_topic(toast.topic)
        if toast.owner is not None:
            toast.owner.destroyed.connect(self._on_owner_gone)
        if toast.kind == "error":
            self._interrupt(toast)
        elif self._toast is None or self._toast.kind != "error":
            self._show(toast)  # the newest is the one that is true
        else:
            self._waiting = deque([toast])

    def current(self) -> Toast | None:
        """What stands there now."""
        return self._toast

    def close_current(self) -> None:
        """Take the toast away and show the next one."""
        self._timer.stop()
        self._toast = None
        if self._waiting:
            self._show(self._waiting.popleft())
        else:
            self.hide()

    def can_take_back(self) -> bool:
        """Whether what stands there offers to undo something."""
        return self._toast is not None and self._toast.kind == "undo" and bool(self._toast.action)

    def take_back(self) -> None:
        """What a tap on its action does."""
        if self.can_take_back():
            self._act()

    def close_topic(self, topic: str) -> None:
        """Take back what is no longer true, such as 'Not saved' after a save."""
        self._drop_topic(topic)
        if self._toast is None:
            self.close_current()

    def _on_owner_gone(self) -> None:
        # Only after the signal is the owner known to be gone.
        QTimer.singleShot(0, self, self._drop_orphans)

    def _drop_orphans(self) -> None:
        self._waiting = deque(toast for toast in self._waiting if not toast.is_orphan())
        if self._toast is not None and self._toast.is_orphan():
            self.close_current()

    def leave_behind(self) -> None:
        """Another screen came: what only confirmed something there has been read."""
        self._waiting = deque(toast for toast in self._waiting if toast.action)
        if self._toast is not None and not self._toast.action and self._toast.kind != "error":
            self.close_current()

    def forget(self) -> None:
        """Other records came: no word about the old ones is left, and nothing to take back."""
        self._waiting.clear()
        self.close_current()

    def lie_over(self, host: QWidget | None) -> None:
        """Where nothing is tapped: over this part of the window, or at its foot for None."""
        self._host = host
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._place()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_current()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._toast is None:
            return
        painter = QPainter(self)
        failed = self._toast.kind == "error"
        paint_box(painter, QRectF(self.rect()), Look(_ground(failed), "", "toast-text"))
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = self.width() - 16 - 22 if mirrored else 16
        token = "toast-ok" if self._toast.kind == "done" else _ink(failed)
        icon = _ICONS[self._toast.kind]
        paint_icon(painter, icon, token, QPointF(left, (self.height() - 22) / 2), 22)
        painter.end()

    def _lay_out(self) -> None:
        row = self._row
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(8)
        row.addSpacing(40)  # the icon, painted
        row.addWidget(self._text, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _drop_topic(self, topic: str) -> None:
        if not topic:
            return
        self._waiting = deque(toast for toast in self._waiting if toast.topic != topic)
        if self._toast is not None and self._toast.topic == topic:
            self._timer.stop()
            self._toast = None

    def _interrupt(self, toast: Toast) -> None:
        if self._toast is not None and self._toast.kind == "error":
            self._waiting.appendleft(self._toast)
        self._show(toast)

    def _show(self, toast: Toast) -> None:
        self._toast = toast
        failed = toast.kind == "error"
        self._text.setText(toast.text)
        self._text.set_ink(_ink(failed))
        self._action.set_ink("toast-error-text" if failed else "toast-action")
        self._action.set_words(toast.action)
        self._action.setVisible(bool(toast.action))
        self._close.set_ink(_ink(failed))
        self.setAccessibleName(toast.text)
        self._place()
        self.show()
        self.raise_()
        self._announce(toast)
        lasts = toast.lasts_ms()
        if lasts is not None:
            self._timer.start(lasts)

    def _announce(self, toast: Toast) -> None:
        event = QAccessibleAnnouncementEvent(self, toast.text)
        if toast.kind == "error":
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)

    def _act(self) -> None:
        toast = self._toast
        self.close_current()
        if toast is not None and toast.then is not None and not toast.is_orphan():
            toast.then()

    def _place(self) -> None:
        window = self._window
        words = QFontMetrics(self._text.font()).horizontalAdvance(self._text.text())
        buttons = 0 if self._action.isHidden() else self._action.sizeHint().width() + 8
        wanted = 48 + words + 12 + buttons + self._close.sizeHint().width() + 16
        room = QRect(16, 0, window.width() - 32, window.height() - _ABOVE_THE_EDGE)
        host = self._host
        if host is not None and isValid(host):
            room = QRect(host.mapTo(window, QPoint(0, 0)), host.size())
        width = min(wanted, room.width())
        height = max(metrics.tall(_LEAST_PX, metrics.px(22)), self._row.heightForWidth(width))
        place = QRect(0, 0, width, height)
        if self._host is None:
            place.moveLeft(room.left() + (room.width() - width) // 2)
            place.moveBottom(room.bottom())
        else:
            place.moveCenter(room.center())
            place.moveTop(max(0, place.top()))
        self.setGeometry(place)


def _ground(failed: bool) -> str:
    return "toast-error-bg" if failed else "toast-bg"


def _ink(failed: bool) -> str:
    return "toast-error-text" if failed else "toast-text"
