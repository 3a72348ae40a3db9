"""Where a map lies on its widget: the whole of it, or one region at twice the size."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QTransform

_ZOOM = 2.0
_EDGE_PX = 4.0


@dataclass(frozen=True, slots=True)
class Margins:
    """Room in logical pixels that labels need beside the figure."""

    left: float = _EDGE_PX
    right: float = _EDGE_PX


@dataclass(frozen=True, slots=True)
class Frame:
    """Map units to logical pixels: times `scale`, then moved by `left` and `top`."""

    scale: float
    left: float
    top: float

    @property
    def transform(self) -> QTransform:
        return QTransform(self.scale, 0, 0, self.scale, self.left, self.top)

    def to_widget(self, point: QPointF) -> QPointF:
        return QPointF(point.x() * self.scale + self.left, point.y() * self.scale + self.top)

    def to_map(self, point: QPointF) -> QPointF:
        return QPointF((point.x() - self.left) / self.scale, (point.y() - self.top) / self.scale)


def whole(content: QRectF, size: QSizeF, margins: Margins) -> Frame:
    """The whole figure, as large as it goes, in the middle of the room between the margins."""
    room = max(1.0, size.width() - margins.left - margins.right)
    height = max(1.0, size.height() - 2 * _EDGE_PX)
    scale = min(room / content.width(), height / content.height())
    left = margins.left + (room - content.width() * scale) / 2 - content.left() * scale
    top = (size.height() - content.height() * scale) / 2 - content.top() * scale
    return Frame(scale, left, top)


def region(overview: Frame, content: QRectF, size: QSizeF, centre: QPointF, foot: float) -> Frame:
    """The surroundings of `centre` at twice the size, without empty paper past the figure.

    `foot` pixels at the bottom stay free for the way back.
    """
    scale = overview.scale * _ZOOM
    left = _clamped(
        size.width() / 2 - centre.x() * scale,
        size.width() - _EDGE_PX - content.right() * scale,
        _EDGE_PX - content.left() * scale,
    )
    top = _clamped(
        (size.height() - foot) / 2 - centre.y() * scale,
        size.height() - foot - content.bottom() * scale,
        _EDGE_PX - content.top() * scale,
    )
    return Frame(scale, left, top)


def _clamped(value: float, low: float, high: float) -> float:
    # A figure narrower than its room has low above high: it goes into the middle.
    if low > high:
        return (low + high) / 2
    return max(low, min(high, value))
