"""Line icons drawn in a colour of the theme, sharp on every screen."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer


def draw(source: Path, colour: QColor, px: int, ratio: float) -> QPixmap:
    """The icon as a square of `px` logical pixels for a screen of this device pixel ratio."""
    key = f"{source}|{colour.name(QColor.NameFormat.HexArgb)}|{px}|{ratio}"
    kept = QPixmap()
    if QPixmapCache.find(key, kept):
        return kept
    drawn = _rendered(_recoloured(source, colour), px, ratio)
    QPixmapCache.insert(key, drawn)
    return drawn


def _recoloured(source: Path, colour: QColor) -> bytes:
    # Lucide's stroke of 2 looks heavy beside Inter at 20 to 24 px.
    svg = source.read_text(encoding="utf-8").replace('stroke-width="2"', 'stroke-width="1.75"')
    return svg.replace("currentColor", colour.name()).encode()


def _rendered(svg: bytes, px: int, ratio: float) -> QPixmap:
    pixmap = QPixmap(round(px * ratio), round(px * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg)).render(painter, QRectF(0, 0, px, px))
    painter.end()
    return pixmap
