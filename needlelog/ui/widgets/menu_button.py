"""A button with a list under it: things to do, or ticks to set one after the other."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPointerEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from needlelog.ui import metrics, theme
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.card import Card
from needlelog.ui.widgets.face import Look, paint_box
from needlelog.ui.widgets.painted_button import PaintedButton
from needlelog.ui.widgets.tick_box import TickBox

_PADDING = 14
_LEAST_WIDTH = 220
_PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin)


class MenuButton(ActionButton):
    """`below` is for the screen to fill."""

    def __init__(self, text: str, icon: str, height: int = 56, name: str = "") -> None:
        super().__init__(text, icon=icon, height=height, name=name)
        self.below = Menu(self)
        self.clicked.connect(self.below.toggle)


class Menu(Card):
    """Lies over the window, not in one of its own: where it is, the keyboard can get to.

    Goes when something is chosen, by Esc, and when somebody turns to anything else.
    """

    chosen = Signal(str)
    """The name of a row."""
    ticked = Signal(str, bool)

    def __init__(self, button: QWidget) -> None:
        super().__init__(edge="ctl", padding=6)
        self._button = button
        self.rows: dict[str, QAbstractButton] = {}
        self.body.setSpacing(0)
        self.setAccessibleName(button.accessibleName())
        self.setParent(button)  # until it is opened
        self.hide()

    def add(self, name: str, text: str) -> None:
        """Something to do."""
        row = _Row(text)
        row.clicked.connect(partial(self._on_chosen, name))
        self._keep(name, row)

    def add_tick(self, name: str, text: str, is_set: bool) -> None:
        row = _Tick(text)
        row.setChecked(is_set)
        row.toggled.connect(partial(self.ticked.emit, name))
        self._keep(name, row)

    def toggle(self) -> None:
        if self.isVisible():
            self.drop()
        else:
            self._open()

    def drop(self) -> None:
        if self.isVisible():
            self._leave()
            self._button.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.drop()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _PRESSES and isinstance(event, QPointerEvent):
            place = event.points()[0].position().toPoint()
            if not (self.geometry().contains(place) or self._button_rect().contains(place)):
                self._leave()
        elif event.type() is QEvent.Type.Resize:
            self._leave()
        return False

    def _keep(self, name: str, row: QAbstractButton) -> None:
        self.rows[name] = row
        self.body.addWidget(row)

    def _open(self) -> None:
        window = self._button.window()
        self.setParent(window)
        window.windowHandle().installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        self.setGeometry(self._place(window))
        self.show()
        self.raise_()
        first = next(row for row in self.rows.values() if not row.isHidden() and row.isEnabled())
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def _leave(self) -> None:
        if not self.isVisible():
            return
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.disconnect(self._on_focus_changed)
        self.window().windowHandle().removeEventFilter(self)
        self.hide()

    def _on_chosen(self, name: str) -> None:
        self.drop()
        self.chosen.emit(name)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and new is not self._button and not self.isAncestorOf(new):
            self._leave()

    def _button_rect(self) -> QRect:
        return QRect(self._button.mapTo(self._button.window(), QPoint()), self._button.size())

    def _place(self, window: QWidget) -> QRect:
        """Under the button, as far as the window reaches."""
        beside, size = self._button_rect(), self.sizeHint()
        width = max(size.width(), metrics.px(_LEAST_WIDTH))
        left = min(beside.left(), window.width() - width - 8)
        top = min(beside.bottom() + 6, window.height() - size.height() - 8)
        return QRect(max(8, left), max(8, top), width, size.height())


class _Tick(TickBox):
    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(_PADDING, 0)


class _Row(PaintedButton):
    def __init__(self, text: str) -> None:
        super().__init__()
        self._words = text
        self.set_words(text)

    def sizeHint(self) -> QSize:
        wide = QFontMetrics(theme.font(16, 500)).horizontalAdvance(self._words)
        return QSize(wide + 2 * _PADDING, metrics.tall(48, metrics.px(22)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink = "accent" if self.isDown() else "ink"
        fill = "accent-soft" if self.isDown() else "sunken" if self.is_hovered() else ""
        paint_box(painter, QRectF(self.rect()), Look(fill, "", ink), radius=8)
        painter.setPen(theme.current().color(ink))
        painter.setFont(theme.font(16, 500))
        inside = self.rect().adjusted(_PADDING, 0, -_PADDING, 0)
        painter.drawText(inside, _AT_THE_NEAR_EDGE, self._words)
        painter.end()


_AT_THE_NEAR_EDGE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
