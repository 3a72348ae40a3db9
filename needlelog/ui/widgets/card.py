"""The quiet box that holds what belongs together."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from needlelog.ui.widgets.face import Look, paint_box


class Card(QWidget):
    """Surface with a 1 px line; `body` is its column. Other colours for strips of warning."""

    def __init__(self, fill: str = "surface", edge: str = "line", padding: int = 16) -> None:
        super().__init__()
        self._look = Look(fill, edge, "ink")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(padding, padding, padding, padding)
        self.body.setSpacing(12)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_box(painter, QRectF(self.rect()), self._look)
        painter.end()
