"""What a widget writes on the screen, read from its drawing: words, their place and colour."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QRegion
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from needlelog.ui import theme

# A group says how far it is moved, a text where it stands in its group.
_PIECE = re.compile(
    r'transform="matrix\(1,0,0,1,(?P<dx>[-\d.]+),(?P<dy>[-\d.]+)\)"|'
    r'<text fill="(?P<ink>#\w+)"[^>]*? x="(?P<x>[-\d.]+)" y="(?P<y>[-\d.]+)"[^>]*?'
    r'font-size="(?P<px>[\d.]+)" font-weight="(?P<weight>\d+)"[^>]*?>(?P<words>[^<]*)</text>'
)

_TABULAR = 0.95
"""A drawing doesn't tell whether figures have one width, which makes them narrower."""


@dataclass(frozen=True, slots=True)
class Written:
    """One piece of text; `box` is from its capitals to its descenders, on the widget."""

    words: str
    ink: QColor
    box: QRectF

    @property
    def is_cut(self) -> bool:
        return "…" in self.words


def written(widget: QWidget) -> Iterator[Written]:
    """Everything the widget itself writes, without its children."""
    dx = dy = 0.0
    for piece in _PIECE.finditer(_drawing(widget)):
        if piece["dx"] is not None:
            dx, dy = float(piece["dx"]), float(piece["dy"])
        elif any(char.isprintable() for char in piece["words"].strip()):
            words = unescape(piece["words"])
            font = theme.font(16, grows=False)
            font.setPixelSize(round(float(piece["px"])))
            font.setWeight(QFont.Weight(int(piece["weight"])))
            box = _box(words, font, float(piece["x"]) + dx, float(piece["y"]) + dy)
            yield Written(words, QColor(piece["ink"]), box)


def _box(words: str, font: QFont, left: float, baseline: float) -> QRectF:
    measure = QFontMetricsF(font)
    top = baseline - measure.capHeight()
    tall = measure.capHeight() + 0.6 * measure.descent()
    return QRectF(left, top, _TABULAR * measure.horizontalAdvance(words.rstrip()), tall)


def _drawing(widget: QWidget) -> str:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    drawing = QSvgGenerator()
    drawing.setOutputDevice(buffer)
    drawing.setSize(widget.size())
    drawing.setResolution(96)
    widget.render(drawing, QPoint(), QRegion(), QWidget.RenderFlag(0))
    return bytes(buffer.data().data()).decode()
