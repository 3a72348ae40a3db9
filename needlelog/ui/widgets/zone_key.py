"""The keyboard's and the screen reader's hold on one zone of a map."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}

_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_SAME_AS_BEFORE = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


class ZoneKey(QAbstractButton):
    """An unseen button over one zone: the map paints it, pointers pass through it.

    A real button brings name, role, focus and the press action to assistive technology.
    """

    arrow_pressed = Signal(int, int)
    focus_shown = Signal()
    """Focus came by keyboard: only then it is shown."""
    focus_gone = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.zone = ""
        self._came_by_keyboard = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setProperty("paints_own_focus", True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The map paints the zone and its focus."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() not in _SAME_AS_BEFORE:
            self._came_by_keyboard = event.reason() in _BY_KEYBOARD
        if self._came_by_keyboard:
            self.focus_shown.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_gone.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        arrow = _ARROWS.get(Qt.Key(event.key()))
        if arrow is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.arrow_pressed.emit(*arrow)
        elif event.key() == Qt.Key.Key_Space and not event.modifiers():
            super().keyPressEvent(event)
        else:
            event.ignore()  # every other key is the screen's


def nearest_towards(
    here: QRect, others: Sequence[tuple[str, QRect]], arrow: tuple[int, int]
) -> str | None:
    """The zone an arrow key goes to: the nearest on that side, straight ahead before askew."""
    x, y = arrow
    best: tuple[int, str] | None = None
    for code, rect in others:
        way = rect.center() - here.center()
        ahead = way.x() * x + way.y() * y
        askew = abs(way.x() * y) + abs(way.y() * x)
        if ahead > 0 and (best is None or ahead + 2 * askew < best[0]):
            best = (ahead + 2 * askew, code)
    return best[1] if best else None
