"""The painter paths of every map, built once from its outlines."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from needlelog import catalogue
from needlelog.domain.outline import (
    Close,
    Curve,
    Line,
    MapArt,
    Move,
    Outline,
    Quad,
    Shape,
)
from needlelog.domain.reference import MapView, MapZone, Region, Side

_FOOT = 12.0


@dataclass(frozen=True, slots=True, eq=False)
class ArtPath:
    """One stroke or tone of the drawing; `width` is in map units, 0 for a filled shape."""

    path: QPainterPath
    tone: str
    width: float


@dataclass(frozen=True, slots=True, eq=False)
class ZonePath:
    """One zone of one map under the code it is stored by, in map units."""

    code: str
    facing_name: str
    path: QPainterPath
    hit: QPainterPath
    rim: tuple[tuple[float, float], ...]
    """The edge of the tap area in corners, for the way to the nearest zone."""
    anchor: QPointF
    callout: QPointF | None
    room: float
    is_one_line: bool


@dataclass(frozen=True, slots=True, eq=False)
class MapPaths:
    """One map, ready to paint and to hit."""

    code: str
    title: str
    left_edge: Side
    opens_regions: bool
    """Whether narrow zones of this map are tapped at twice the size."""
    content: QRectF
    """The figure without the loose ends of the shoulders."""
    art: tuple[ArtPath, ...]
    zones: tuple[ZonePath, ...]
    """In the order of every list of zones."""
    over: tuple[ArtPath, ...]

    def zone(self, code: str) -> ZonePath | None:
        return next((zone for zone in self.zones if zone.code == code), None)

    def is_figure(self, point: QPointF) -> bool:
        """Whether this point, in map units, is on the person and not beside."""
        zones = any(zone.hit.contains(point) for zone in self.zones)
        return zones or any(not art.width and art.path.contains(point) for art in self.art)


@cache
def for_map(code: str) -> MapPaths:
    """The paths of one map. Raises BadOutline for a drawing that can't be read."""
    return _built(catalogue.maps()[code], catalogue.map_art(code))


def _built(view: MapView, art: MapArt) -> MapPaths:
    outlines = {shape.code: shape for shape in art.zones}
    hits = {shape.code: shape for shape in art.hits}
    order = catalogue.zones()
    zones = tuple(
        _zone_path(shown, outlines[shown.code], hits[shown.code])
        for shown in sorted(view.zones, key=lambda shown: order[shown.zone].order)
    )
    tones = _art_paths(art.art)
    return MapPaths(
        code=view.code,
        title=view.title,
        left_edge=view.left_edge,
        opens_regions=any(order[shown.zone].region is Region.BODY for shown in view.zones),
        content=_content(tones, zones),
        art=tones,
        zones=zones,
        over=_art_paths(art.over),
    )


def painter_path(outline: Outline) -> QPainterPath:
    path = QPainterPath()
    for segment in outline.segments:
        match segment:
            case Move(x, y):
                path.moveTo(x, y)
            case Line(x, y):
                path.lineTo(x, y)
            case Quad(x1, y1, x, y):
                path.quadTo(x1, y1, x, y)
            case Curve(x1, y1, x2, y2, x, y):
                path.cubicTo(x1, y1, x2, y2, x, y)
            case Close():
                path.closeSubpath()
    return path


def _art_paths(shapes: Iterable[Shape]) -> tuple[ArtPath, ...]:
    return tuple(
        ArtPath(
            path=painter_path(shape.outline),
            tone=shape.tone,
            width=shape.stroke_width if shape.is_stroked else 0.0,
        )
        for shape in shapes
    )


def _zone_path(shown: MapZone, outline: Shape, hit: Shape) -> ZonePath:
    hit_path = painter_path(hit.outline)
    return ZonePath(
        code=shown.zone,
        facing_name=shown.facing_name,
        path=painter_path(outline.outline),
        hit=hit_path,
        rim=tuple((corner.x(), corner.y()) for corner in hit_path.toFillPolygon().toList()),
        anchor=QPointF(*shown.label_anchor),
        callout=QPointF(*shown.callout) if shown.callout else None,
        room=shown.label_room,
        is_one_line=shown.is_one_line,
    )


def _content(tones: Iterable[ArtPath], zones: Iterable[ZonePath]) -> QRectF:
    content = QRectF()
    for zone in zones:
        content = content.united(zone.path.boundingRect())
    drawn = QRectF()
    for tone in tones:
        drawn = drawn.united(tone.path.boundingRect())
        if tone.tone == "hair":
            content = content.united(tone.path.boundingRect())
    # A little below the last zone: further down a face has only cut-off shoulders.
    content.setTop(drawn.top())
    content.setBottom(min(drawn.bottom(), content.bottom() + _FOOT))
    return content
