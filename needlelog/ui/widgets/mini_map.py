"""A small map for lists and timelines: the same colours, no numbers."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from needlelog import catalogue
from needlelog.domain import depth
from needlelog.i18n import _
from needlelog.ui import theme as themes
from needlelog.ui.theme import Theme
from needlelog.ui.widgets import map_painter, map_paths
from needlelog.ui.widgets.map_frame import Margins, whole
from needlelog.ui.widgets.map_paths import MapPaths

_GAP = 3.0
"""Between neighbours, in map units: at this size an edge would blur."""

_LINE_PX = 0.6
"""Thinner lines fade away."""


def fullest_map(zones: Iterable[str]) -> str:
    """The map that shows most of these zones; the first of the tabs where several do."""
    wanted = set(zones)
    views = catalogue.maps()
    return max(views, key=lambda code: len(wanted & {shown.zone for shown in views[code].zones}))


def render_mini(depths_um: Mapping[str, int], size: QSize, ratio: float = 1.0) -> QPixmap:
    """The fullest map with each zone in the colour of its deepest depth in micrometres."""
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paths = map_paths.for_map(fullest_map(depths_um))
    _paint(painter, paths, depths_um, QSizeF(size), themes.current())
    painter.end()
    return pixmap


class MiniMap(QWidget):
    """Shows one session's zones; it takes no taps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._depths_um: Mapping[str, int] = {}
        self._drawn: tuple[Theme, float, QPixmap] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(_("Zones treated"))

    def set_depths(self, depths_um: Mapping[str, int]) -> None:
        """Each zone by its stored code, with its deepest depth."""
        self._depths_um = dict(depths_um)
        self._drawn = None
        self.setAccessibleDescription(", ".join(_spoken(depths_um)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(76, 96)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._pixmap())
        painter.end()

    def _pixmap(self) -> QPixmap:
        theme, ratio = themes.current(), self.devicePixelRatioF()
        drawn = self._drawn
        fits = drawn and drawn[0] is theme and drawn[1] == ratio
        if drawn is None or not fits or drawn[2].deviceIndependentSize().toSize() != self.size():
            drawn = (theme, ratio, render_mini(self._depths_um, self.size(), ratio))
            self._drawn = drawn
        return drawn[2]


def _paint(
    painter: QPainter, paths: MapPaths, depths_um: Mapping[str, int], size: QSizeF, theme: Theme
) -> None:
    margin = 1.0
    frame = whole(paths.content, size, Margins(margin, margin))
    painter.setTransform(frame.transform)
    thinnest = _LINE_PX / frame.scale
    map_painter.draw_art(painter, paths.art, theme, thinnest)
    gap = QPen(theme.color("surface"), _GAP)
    gap.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    for zone in paths.zones:
        if zone.code in depths_um:
            painter.fillPath(zone.path, theme.depth(depths_um[zone.code]).fill)
            painter.strokePath(zone.path, gap)
    map_painter.draw_art(painter, paths.over, theme, thinnest)


def _spoken(depths_um: Mapping[str, int]) -> Iterable[str]:
    zones = catalogue.zones()
    return (f"{_(zones[code].short)} {depth.mm(deep)}" for code, deep in depths_um.items())
