"""A ground in the colour of bars and panels, with a hairline where it meets the paper."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from needlelog.ui import theme


class Surface(QWidget):
    def __init__(
        self, left_line: bool = False, top_line: bool = False, bottom_line: bool = False
    ) -> None:
        super().__init__()
        self._left_line = left_line
        self._top_line = top_line
        self._bottom_line = bottom_line

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().color("surface"))
        painter.setPen(theme.current().color("line"))
        right, bottom = self.width() - 1, self.height() - 1
        if self._left_line:
            painter.drawLine(0, 0, 0, bottom)
        if self._top_line:
            painter.drawLine(0, 0, right, 0)
        if self._bottom_line:
            painter.drawLine(0, bottom, right, bottom)
        painter.end()
