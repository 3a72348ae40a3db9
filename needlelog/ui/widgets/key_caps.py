"""Keys drawn as the caps of a keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from needlelog.ui import metrics, theme
from needlelog.ui.widgets.face import Look, paint_box

_CAP_PX = 22
_TEXT_PX = 13
_INSIDE = 7
_GAP = 6


def caps_height() -> int:
    return metrics.px(_CAP_PX)


def caps_width(caps: Sequence[str]) -> float:
    return sum(map(_width, caps)) + _GAP * max(0, len(caps) - 1)


def paint_caps(painter: QPainter, caps: Sequence[str], place: QPointF, ink: str = "ink2") -> None:
    """Caps side by side; `place` is the top left corner of the first."""
    left = place.x()
    for cap in caps:
        box = QRectF(left, place.y(), _width(cap), caps_height())
        paint_box(painter, box, Look("surface", "line", ink), radius=5)
        painter.setFont(theme.font(_TEXT_PX, 500))
        painter.setPen(theme.current().color(ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, cap)
        left += box.width() + _GAP


class KeyCaps(QWidget):
    """Keys beside words, never to be pressed."""

    def __init__(self, caps: Sequence[str] = ()) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.caps: tuple[str, ...] = ()
        self.show_caps(caps)

    def show_caps(self, caps: Sequence[str]) -> None:
        self.caps = tuple(caps)
        self.setAccessibleName(" + ".join(self.caps))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(caps_width(self.caps) + 1), caps_height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_caps(painter, self.caps, QPointF(0, (self.height() - caps_height()) / 2))
        painter.end()


def _width(cap: str) -> float:
    wide = QFontMetricsF(theme.font(_TEXT_PX, 500)).horizontalAdvance(cap)
    return max(caps_height(), round(wide) + 2 * _INSIDE)
