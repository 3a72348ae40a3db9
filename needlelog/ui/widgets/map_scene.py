"""One map at one size: what is painted where, and which zone a point means."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import dist, hypot, inf

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPixmap, QRegion

from needlelog.ui import theme as themes
from needlelog.ui.theme import Theme
from needlelog.ui.widgets import map_lettering, map_painter
from needlelog.ui.widgets.map_frame import Frame, region, whole
from needlelog.ui.widgets.map_labels import Label, margins, place, place_in_region
from needlelog.ui.widgets.map_lettering import SpotMark
from needlelog.ui.widgets.map_painter import ZoneLook
from needlelog.ui.widgets.map_paths import MapPaths, ZonePath

NEAR_PX = 24.0
"""A tap beside every zone, or by a spot, means the nearest one within this distance."""

_HALO_PX = 6.0

Looks = Mapping[str, ZoneLook]


@dataclass(frozen=True, slots=True)
class _Layers:
    """The drawing under and over the zones, kept for one theme and one screen."""

    theme: Theme
    ratio: float
    under: QPixmap
    over: QPixmap


class MapScene:
    """A map laid out once; a new size or region is a new scene."""

    def __init__(self, paths: MapPaths, size: QSizeF, around: ZonePath | None, foot: float) -> None:
        """Lay out the whole map, or the region `around` a zone with `foot` pixels kept free."""
        self.paths = paths
        self.size = size
        self.frame: Frame = whole(paths.content, size, margins(paths, size))
        self._is_region = around is not None
        if around is not None:
            centre = around.path.boundingRect().center()
            self.frame = region(self.frame, paths.content, size, centre, foot)
        placed = place_in_region if self._is_region else place
        self._labels: dict[str, Label] = placed(paths, self.frame, size)
        transform = self.frame.transform
        self.zone_paths: dict[str, QPainterPath] = {
            zone.code: transform.map(zone.path) for zone in paths.zones
        }
        self._layers: _Layers | None = None

    def zone_at(self, at: QPointF) -> str | None:
        """The zone under a point, or the nearest within reach of a fingertip."""
        point = self.frame.to_map(at)
        for zone in self.paths.zones:
            if zone.hit.contains(point):
                return zone.code
        reach = NEAR_PX / self.frame.scale
        away = {zone.code: _distance(zone, point, reach) for zone in self.paths.zones}
        nearest = min(away, key=away.__getitem__)
        return nearest if away[nearest] <= reach else None

    def tap_size(self, zone: ZonePath) -> QSizeF:
        """The tap area of a zone in logical pixels."""
        return zone.hit.boundingRect().size() * self.frame.scale

    def is_in_sight(self, code: str) -> bool:
        """Whether the middle of a zone lies on the widget."""
        sight = QRectF(QPointF(0, 0), self.size)
        return sight.contains(self.zone_paths[code].boundingRect().center())

    def zone_rect(self, code: str) -> QRect:
        """All that a change of this zone can repaint."""
        edge = _HALO_PX
        rect = self.zone_paths[code].boundingRect().adjusted(-edge, -edge, edge, edge)
        label = self._labels.get(code)
        if label:
            rect = rect.united(map_lettering.label_rect(label))
        return rect.toAlignedRect()

    def paint(self, painter: QPainter, looks: Looks, focus: str | None, dirty: QRegion) -> None:
        """Paint what a dirty region needs; `focus` is the zone the keyboard is on."""
        theme = themes.current()
        layers = self._layers_for(theme, painter.device().devicePixelRatioF())
        shown = {
            code: look
            for code, look in looks.items()
            if code in self.zone_paths and dirty.intersects(self.zone_rect(code))
        }
        painter.drawPixmap(0, 0, layers.under)
        if focus in self.zone_paths:
            map_painter.draw_focus(painter, self.zone_paths[focus], theme)
        self._paint_zones(painter, shown, theme)
        painter.drawPixmap(0, 0, layers.over)
        for code, look in shown.items():
            if look.last:
                map_painter.draw_last_edge(painter, self.zone_paths[code], theme)
        for code, look in shown.items():
            if code in self._labels:
                path = self.zone_paths[code]
                map_lettering.draw_label(painter, self._labels[code], look, path, theme)
        name_sides = (
            map_lettering.draw_region_sides if self._is_region else map_lettering.draw_sides
        )
        name_sides(painter, self.paths.left_edge, self.size, theme)

    def _paint_zones(self, painter: QPainter, shown: Looks, theme: Theme) -> None:
        # The zone painted last comes after the rest: its halo lies over their edges.
        for code, look in sorted(shown.items(), key=lambda item: item[1].last):
            map_painter.draw_zone(painter, self.zone_paths[code], look, theme)

    def paint_spot(self, painter: QPainter, spot: SpotMark) -> None:
        at = self.frame.to_widget(QPointF(spot.x, spot.y))
        map_lettering.draw_spot(painter, spot, at, themes.current())

    def spot_at(self, point: QPointF, spots: Iterable[SpotMark]) -> SpotMark | None:
        """The spot nearest to a place on the map, if a finger could mean it."""
        reach = NEAR_PX / self.frame.scale
        away = [
            (dist((spot.x, spot.y), (point.x(), point.y())), spot)
            for spot in spots
            if spot.map == self.paths.code
        ]
        distance, nearest = min(away, key=lambda one: one[0], default=(inf, None))
        return nearest if distance <= reach else None

    def paint_held(self, painter: QPainter, zone: str) -> None:
        map_painter.draw_held(painter, self.zone_paths[zone], themes.current())

    def _layers_for(self, theme: Theme, ratio: float) -> _Layers:
        kept = self._layers
        if kept is None or kept.theme is not theme or kept.ratio != ratio:
            kept = _Layers(theme, ratio, self._under(theme, ratio), self._over(theme, ratio))
            self._layers = kept
        return kept

    def _under(self, theme: Theme, ratio: float) -> QPixmap:
        pixmap = _clear(self.size, ratio)
        painter = self._art_painter(pixmap)
        map_painter.draw_art(painter, self.paths.art, theme)
        painter.resetTransform()
        for path in self.zone_paths.values():
            map_painter.draw_untreated(painter, path, theme)
        painter.end()
        return pixmap

    def _over(self, theme: Theme, ratio: float) -> QPixmap:
        pixmap = _clear(self.size, ratio)
        painter = self._art_painter(pixmap)
        map_painter.draw_art(painter, self.paths.over, theme)
        painter.end()
        return pixmap

    def _art_painter(self, pixmap: QPixmap) -> QPainter:
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setTransform(self.frame.transform)
        return painter


def _clear(size: QSizeF, ratio: float) -> QPixmap:
    pixmap = QPixmap((size * ratio).toSize())
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap


def _distance(zone: ZonePath, point: QPointF, reach: float) -> float:
    """From a point to the edge of a zone's tap area, in map units; infinite beyond reach."""
    near = zone.hit.boundingRect().adjusted(-reach, -reach, reach, reach)
    if not near.contains(point):
        return inf
    at = (point.x(), point.y())
    return min(_line_distance(a, b, at) for a, b in pairwise(zone.rim))


def _line_distance(
    a: tuple[float, float], b: tuple[float, float], at: tuple[float, float]
) -> float:
    """From a point to the line between two others."""
    along_x, along_y = b[0] - a[0], b[1] - a[1]
    away_x, away_y = at[0] - a[0], at[1] - a[1]
    length = along_x * along_x + along_y * along_y
    share = (along_x * away_x + along_y * away_y) / length if length else 0.0
    share = max(0.0, min(1.0, share))
    return hypot(away_x - along_x * share, away_y - along_y * share)
