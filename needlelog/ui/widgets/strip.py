"""A bar across the window: plain surface with a hairline where the page begins."""

from typing import Literal

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from needlelog.ui import theme


class Strip(QWidget):
    """`edge` is the side of the page."""

    def __init__(self, edge: Literal["top", "bottom"]) -> None:
        super().__init__()
        self._edge = edge

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().color("surface"))
        y = 0 if self._edge == "top" else self.height() - 1
        painter.fillRect(0, y, self.width(), 1, theme.current().color("line"))
        painter.end()
