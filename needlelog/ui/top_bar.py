"""The bar over every screen: what this is, find, is it saved."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from needlelog.i18n import _
from needlelog.ui import metrics
from needlelog.ui.find_button import FindButton
from needlelog.ui.save_state import SaveState
from needlelog.ui.widgets.labels import ElidedLabel
from needlelog.ui.widgets.strip import Strip
from needlelog.ui.widgets.tag import Tag

TALL = 64
LOW = 56


class TopBar(Strip):
    """The title never names a client: the window may be seen by others."""

    def __init__(self) -> None:
        super().__init__(edge="bottom")
        self.title = ElidedLabel(role="title")
        self.finder = FindButton()
        self.demo = Tag(_("DEMO · invented clients"), "warn", "flask-conical")
        self._is_demo = self._is_compact = False
        self.save_state = SaveState()
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(16)
        row.addLayout(self._named(), 1)
        row.addWidget(self.finder, 2)
        row.addWidget(self.save_state, 1, Qt.AlignmentFlag.AlignVCenter)
        self.set_compact(False)

    def _named(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.title, 1)
        row.addWidget(self.demo)
        return row

    def show_demo(self, is_demo: bool) -> None:
        """In little room the rail alone says so, as it does everywhere."""
        self._is_demo = is_demo
        self.demo.setVisible(is_demo and not self._is_compact)

    def set_compact(self, compact: bool) -> None:
        self.setFixedHeight(metrics.tall(LOW if compact else TALL, metrics.px(44)))
        self._is_compact = compact
        self.show_demo(self._is_demo)
