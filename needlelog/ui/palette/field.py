"""Where one types into the palette."""

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit

from needlelog.i18n import _
from needlelog.ui import metrics, theme
from needlelog.ui.widgets.face import paint_icon
from needlelog.ui.widgets.key_caps import caps_height, caps_width, paint_caps

_ICON_PX = 22
_SIDE_PX = 16


def field_height() -> int:
    return metrics.tall(60, metrics.px(28))


class PaletteField(QLineEdit):
    """One line with a magnifier; the arrow keys and Tab are for the rows below it."""

    moved = Signal(int)
    """Up or down, -1 or 1."""
    chosen = Signal()
    """Enter."""
    started = Signal()
    """Ctrl+Enter."""
    dropped = Signal()
    """Esc."""

    def __init__(self) -> None:
        super().__init__()
        self.setFont(theme.font(20, 400))
        self.setProperty("palette_field", "true")
        self.setProperty("paints_own_focus", True)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        before, after = metrics.px(_ICON_PX) + 12, round(caps_width((_("Esc"),))) + _SIDE_PX
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            before, after = after, before
        self.setTextMargins(before, 0, after, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        match event.key():
            case Qt.Key.Key_Down:
                self.moved.emit(1)
            case Qt.Key.Key_Up:
                self.moved.emit(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                (self.started if held else self.chosen).emit()
            case Qt.Key.Key_Escape:
                self.dropped.emit()
            case _:
                super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002  the name is Qt's
        self.moved.emit(1 if next else -1)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        esc = (_("Esc"),)
        wide, px = caps_width(esc), metrics.px(_ICON_PX)
        far, near = self.width() - _SIDE_PX, _SIDE_PX
        icon_left = far - px if mirrored else near
        caps_left = near if mirrored else far - wide
        middle = self.height() / 2
        paint_icon(painter, "search", "ink2", QPointF(icon_left, middle - px / 2), px)
        paint_caps(painter, esc, QPointF(caps_left, middle - caps_height() / 2))
        painter.end()
