"""A field that narrows the list below it with every letter."""

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from needlelog.ui import metrics, theme
from needlelog.ui.widgets.face import paint_icon

_ICON_PX = 20


class FilterField(QLineEdit):
    """Esc empties it, Down and Enter lead into the list."""

    narrowed = Signal(str)
    going_down = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        self.setFont(theme.font(16, 400))
        metrics.one_line(self, 48)
        metrics.at_least(self, width=200)
        metrics.at_most(self, width=420)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setClearButtonEnabled(False)
        self.textChanged.connect(self.narrowed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        before, after = metrics.px(_ICON_PX) + 8, 0
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            before, after = after, before
        self.setTextMargins(before, 0, after, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.going_down.emit()
            case Qt.Key.Key_Escape if self.text():
                self.clear()
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        px = metrics.px(_ICON_PX)
        left = self.width() - 13 - px if mirrored else 13
        paint_icon(painter, "search", "ink2", QPointF(left, (self.height() - px) / 2), px)
        painter.end()
