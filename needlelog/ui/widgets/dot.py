"""A quiet amber dot: something here wants to be seen to; its words stand elsewhere."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from needlelog.ui import theme

_RADIUS = 5.0
_EDGE = 2.0


def paint_dot(painter: QPainter, middle: QPointF) -> None:
    """With an edge in the ground's colour, so that it stands off from what it lies on."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for radius, colour in ((_RADIUS + _EDGE, "surface"), (_RADIUS, "warn")):
        painter.setBrush(theme.current().color(colour))
        painter.drawEllipse(middle, radius, radius)
