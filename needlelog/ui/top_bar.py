"""The bar over every screen: what this is, find a client, is it saved."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from needlelog.ui import theme
from needlelog.ui.find_field import FindField
from needlelog.ui.save_state import SaveState
from needlelog.ui.widgets.labels import ElidedLabel

TALL = 64
LOW = 56


class TopBar(QWidget):
    """The title never names a client: the window may be seen by others."""

    def __init__(self) -> None:
        super().__init__()
        self.title = ElidedLabel(role="title")
        self.find = FindField()
        self.save_state = SaveState()
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(16)
        row.addWidget(self.title, 1)
        row.addWidget(self.find, 2)
        row.addWidget(self.save_state, 1, Qt.AlignmentFlag.AlignVCenter)
        self.set_compact(False)

    def set_compact(self, compact: bool) -> None:
        self.setFixedHeight(LOW if compact else TALL)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().color("surface"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.current().color("line"))
        painter.end()
