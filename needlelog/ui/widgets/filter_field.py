"""A field that narrows the list below it with every letter."""

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from needlelog.ui import theme
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
        self.setMinimumSize(200, 48)
        self.setMaximumWidth(420)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTextMargins(28, 0, 0, 0)
        self.setClearButtonEnabled(False)
        self.textChanged.connect(self.narrowed)

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
        left = self.width() - 13 - _ICON_PX if mirrored else 13
        place = QPointF(left, (self.height() - _ICON_PX) / 2)
        paint_icon(painter, "search", "ink2", place, _ICON_PX)
        painter.end()
