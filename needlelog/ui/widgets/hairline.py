"""The thin line between two rows of a card."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from needlelog.ui import theme

_INDENT = 14


class Hairline(QWidget):
    """1 px high, and as far from the edges as the words of the rows."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(2 * _INDENT, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        line = self.rect().adjusted(_INDENT, 0, -_INDENT, 0)
        painter.fillRect(line, theme.current().color("line"))
        painter.end()
