"""Where a client is looked for, from every screen."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from needlelog.i18n import _
from needlelog.ui import metrics, theme
from needlelog.ui.widgets.face import Look, paint_box, paint_icon

_ICON_PX = 20
_KEYS = "Ctrl K"


class FindField(QLineEdit):
    """One line with a magnifier; the arrow keys are for the list below it."""

    moved = Signal(int)
    """Up or down in the list, -1 or 1."""
    chosen = Signal()
    """Enter."""
    dropped = Signal()
    """Esc, or the field was left."""

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText(_("Find a client"))
        self.setAccessibleName(_("Find a client"))
        self.setFont(theme.font(16, 400))
        metrics.one_line(self, 44)
        self.setMinimumWidth(280)
        metrics.at_most(self, 480)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTextMargins(28, 0, 0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Down:
                self.moved.emit(1)
            case Qt.Key.Key_Up:
                self.moved.emit(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.chosen.emit()
            case Qt.Key.Key_Escape:
                self.dropped.emit()
            case _:
                super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self.dropped.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = self.width() - 13 - _ICON_PX if mirrored else 13
        place = QPointF(left, (self.height() - _ICON_PX) / 2)
        paint_icon(painter, "search", "ink2", place, _ICON_PX)
        if not self.text() and not self.hasFocus():
            self._paint_keys(painter, mirrored)
        painter.end()

    def _paint_keys(self, painter: QPainter, mirrored: bool) -> None:
        font = theme.font(12, 500)
        wide = QFontMetrics(font).horizontalAdvance(_KEYS) + 14
        left = 11 if mirrored else self.width() - 11 - wide
        cap = QRectF(left, (self.height() - metrics.px(22)) / 2, wide, metrics.px(22))
        paint_box(painter, cap, Look("sunken", "line", "muted"), radius=6)
        painter.setFont(font)
        painter.setPen(theme.current().color("muted"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, _KEYS)
