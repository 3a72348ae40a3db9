"""An icon that stands beside words and says nothing itself."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent

from needlelog.ui import metrics
from needlelog.ui.widgets.face import paint_icon
from needlelog.ui.widgets.labels import PlainLabel


class IconLabel(PlainLabel):
    """Painted in a colour of the theme that is worn at that moment."""

    def __init__(self, icon: str, token: str = "ink", px: int = 24) -> None:
        super().__init__()
        self._icon = icon
        self._token = token
        metrics.fix(self, width=px, height=px)

    def show_icon(self, icon: str, token: str) -> None:
        """Another icon in another colour."""
        self._icon = icon
        self._token = token
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_icon(painter, self._icon, self._token, QPointF(0, 0), self.width())
        painter.end()
