"""A panel that slides in nothing and locks nothing: over the screen, gone with Esc or a tap."""

from typing import Literal

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from needlelog.i18n import _
from needlelog.ui import metrics, theme
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.card import Card
from needlelog.ui.widgets.labels import PlainLabel

Side = Literal["bottom", "right"]


class Sheet(QWidget):
    """Covers `screen` with a scrim. The keyboard goes round inside it and back when it closes."""

    closed = Signal()

    def __init__(
        self, screen: QWidget, title: str, content: QWidget, side: Side = "bottom"
    ) -> None:
        super().__init__(screen)
        self._screen = screen
        self._came_from: QWidget | None = None
        self._content = content
        self.setAccessibleName(title)
        self.panel = Card(padding=20)
        self._fill_panel(title, content)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        if side == "bottom":
            column.addStretch(1)
            column.addWidget(self.panel)
        else:
            column.addWidget(self.panel, 1, Qt.AlignmentFlag.AlignRight)
            metrics.at_least(self.panel, width=432)
        screen.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Come up over the screen; the focus goes to the first control inside."""
        self._came_from = QApplication.focusWidget()
        self._cover()
        self.show()
        self.raise_()
        stops = self._stops()
        (stops[0] if stops else self).setFocus(Qt.FocusReason.PopupFocusReason)

    def dismiss(self) -> None:
        """Close and give the focus back to where it was."""
        if self.isHidden():
            return
        self.hide()
        if self._came_from is not None and isValid(self._came_from):
            self._came_from.setFocus(Qt.FocusReason.PopupFocusReason)
        self._came_from = None
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._cover()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # what lies under the scrim must not be pressed

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.dismiss()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002  the name is Qt's
        stops = self._stops()
        focused = QApplication.focusWidget()
        if not stops:
            return True
        at = stops.index(focused) if focused in stops else -1
        step = 1 if next else -1
        reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        stops[(at + step) % len(stops)].setFocus(reason)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(QRectF(self.rect()), theme.current().color("scrim"))
        painter.end()

    def _fill_panel(self, title: str, content: QWidget) -> None:
        close = ActionButton(icon="x", height=48, name=_("Close"))
        close.clicked.connect(self.dismiss)
        head = QHBoxLayout()
        head.addWidget(PlainLabel(title, "heading", wrap=True), 1)
        head.addWidget(close)
        self.panel.body.addLayout(head)
        self.panel.body.addWidget(content, 1)

    def _cover(self) -> None:
        self.setGeometry(self._screen.rect())

    def _stops(self) -> list[QWidget]:
        """What Tab visits, as it is read: the content from top to bottom, then the close button.

        Never by nextInFocusChain: PySide makes what it returns a child of the asking widget's
        wrapper, and every control it passed on the way dies with the sheet.
        """
        stops = [widget for widget in self.findChildren(QWidget) if _takes_tab(widget)]
        return sorted(stops, key=self._place)

    def _place(self, widget: QWidget) -> tuple[bool, int, int]:
        at = widget.mapTo(self, widget.rect().topLeft())
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        return self._is_outside_content(widget), at.y(), -at.x() if mirrored else at.x()

    def _is_outside_content(self, widget: QWidget) -> bool:
        return not self._content.isAncestorOf(widget) and widget is not self._content


def _takes_tab(widget: QWidget) -> bool:
    policy = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(policy) and widget.isEnabled() and widget.isVisible()
