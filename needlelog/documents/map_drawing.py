"""The small map on paper: where a client was treated, and how deep."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from needlelog import catalogue
from needlelog.documents.depth_hatch import Box, hatch, shade
from needlelog.domain.outline import Close, Curve, Line, Move, Outline, Quad, Shape
from needlelog.domain.reference import Side

_MOST_MAPS = 2
_TONES = {
    "base": HexColor("#F1F2F0"),
    "shade": HexColor("#E4E6E4"),
    "hair": HexColor("#D8DBDA"),
    "lip": HexColor("#D9D4D1"),
    "iris": HexColor("#B4BDBF"),
    "brow": HexColor("#8A8F8F"),
    "eyewhite": HexColor("#FFFFFF"),
    "ink": HexColor("#4A565B"),
    "dark": HexColor("#4A565B"),
    "outline": HexColor("#5A666B"),
    "detail": HexColor("#7B878C"),
    "strand": HexColor("#AEB4B4"),
}
_UNTREATED_EDGE = HexColor("#CFC6C0")
_TREATED_EDGE = HexColor("#5B4A42")
_SMALLEST_PART = 0.42
"""Of a body map's height: a thigh alone, without the hips, can't be told from an arm."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a map goes on the page, in points, and the part of it that is shown."""

    x: float
    y: float
    height: float
    part: Box

    @property
    def unit(self) -> float:
        """Map units in a point."""
        return (self.part[3] - self.part[1]) / self.height

    @property
    def width(self) -> float:
        return (self.part[2] - self.part[0]) / self.unit


def maps_for(zone_depths: Mapping[str, int], spot_maps: Sequence[str]) -> tuple[str, ...]:
    """The one or two maps that show the most of what was treated."""
    left = set(zone_depths)
    chosen = list(spot_maps[:_MOST_MAPS])
    for code in chosen:
        left -= _shown(code)
    while left and len(chosen) < _MOST_MAPS:
        best = max(catalogue.maps(), key=lambda code: len(left & _shown(code)))
        chosen.append(best)
        left -= _shown(best)
    return tuple(chosen)


def frame(code: str, zone_depths: Mapping[str, int], height: float) -> Frame:
    """The whole map, or the treated part of a body."""
    art = catalogue.map_art(code)
    whole = (0.0, 0.0, art.width, art.height)
    mine = [box(s.outline) for s in art.zones if _zone(code, s.code) in zone_depths]
    if not mine or not code.startswith("body"):
        return Frame(0, 0, height, whole)
    return Frame(0, 0, height, _part(mine, art.width, art.height))


def draw_map(canvas: Canvas, code: str, zone_depths: Mapping[str, int], at: Frame) -> None:
    """Draw a map with its treated zones tinted and hatched, and the sides it shows."""
    art = catalogue.map_art(code)
    canvas.saveState()
    _clip_to(canvas, at)
    for shape in art.art:
        _draw_art(canvas, shape)
    for shape in art.zones:
        depth_um = zone_depths.get(_zone(code, shape.code))
        if depth_um is None:
            _draw_edge(canvas, shape, _UNTREATED_EDGE, 0.35 * at.unit)
        else:
            _draw_zone(canvas, shape, depth_um, at.unit)
    for shape in art.over:
        _draw_art(canvas, shape)
    canvas.restoreState()


def sides(code: str) -> tuple[str, str]:
    """The client's sides at the left and right edge of the map; empty for a profile."""
    edge = catalogue.maps()[code].left_edge
    if edge is Side.NONE:
        return "", ""
    return ("R", "L") if edge is Side.RIGHT else ("L", "R")


def box(outline: Outline) -> Box:
    """Around every point of the outline, control points too."""
    points = [point for segment in outline.segments for point in _points(segment)]
    xs, ys = [x for x, _y in points], [y for _x, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _shown(code: str) -> set[str]:
    return {zone.zone for zone in catalogue.maps()[code].zones}


@cache
def _zone_codes(code: str) -> Mapping[str, str]:
    return {zone.code: zone.zone for zone in catalogue.maps()[code].zones}


def _zone(map_code: str, code: str) -> str:
    return _zone_codes(map_code)[code]


def _part(boxes: Sequence[Box], width: float, height: float) -> Box:
    """Round the treated zones, in the shape of the frame, never past the map's edge."""
    low = min(found[1] for found in boxes)
    high = max(found[3] for found in boxes)
    tall = max((high - low) * 1.25, height * _SMALLEST_PART)
    tall = min(tall, height)
    top = min(max(0.0, (low + high - tall) / 2), height - tall)
    wide = min(tall * 0.75, width)
    left = (width - wide) / 2
    return left, top, left + wide, top + tall


def _clip_to(canvas: Canvas, at: Frame) -> None:
    clip = canvas.beginPath()
    clip.rect(at.x, at.y, at.width, at.height)
    canvas.clipPath(clip, stroke=0, fill=0)
    scale = 1 / at.unit  # SVG counts downwards, PDF upwards
    canvas.transform(
        scale, 0, 0, -scale, at.x - at.part[0] * scale, at.y + at.height + at.part[1] * scale
    )
    canvas.setLineJoin(1)
    canvas.setLineCap(1)


def _draw_art(canvas: Canvas, shape: Shape) -> None:
    tone = _TONES[shape.tone]
    if shape.is_filled:
        canvas.setFillColor(tone)
    if shape.is_stroked:
        canvas.setStrokeColor(tone)
        canvas.setLineWidth(shape.stroke_width)
    canvas.drawPath(_path(shape.outline), stroke=shape.is_stroked, fill=shape.is_filled)


def _draw_zone(canvas: Canvas, shape: Shape, depth_um: int, unit: float) -> None:
    look = shade(depth_um)
    canvas.saveState()
    canvas.setFillColor(look.fill)
    canvas.clipPath(_path(shape.outline), stroke=0, fill=1)
    hatch(canvas, look, box(shape.outline), unit)
    canvas.restoreState()
    _draw_edge(canvas, shape, _TREATED_EDGE, 0.7 * unit)


def _draw_edge(canvas: Canvas, shape: Shape, colour: HexColor, width: float) -> None:
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(width)
    canvas.drawPath(_path(shape.outline), stroke=1, fill=0)


def _path(outline: Outline) -> PDFPathObject:
    path = PDFPathObject()
    x = y = 0.0
    for segment in outline.segments:
        match segment:
            case Move(x, y):
                path.moveTo(x, y)
            case Line(x, y):
                path.lineTo(x, y)
            case Curve(x1, y1, x2, y2, x, y):
                path.curveTo(x1, y1, x2, y2, x, y)
            case Quad(cx, cy, to_x, to_y):
                near = (x + 2 * (cx - x) / 3, y + 2 * (cy - y) / 3)
                far = (to_x + 2 * (cx - to_x) / 3, to_y + 2 * (cy - to_y) / 3)
                path.curveTo(*near, *far, to_x, to_y)
                x, y = to_x, to_y
            case Close():
                path.close()
    return path


def _points(segment: object) -> tuple[tuple[float, float], ...]:
    match segment:
        case Move(x, y) | Line(x, y):
            return ((x, y),)
        case Quad(cx, cy, x, y):
            return ((cx, cy), (x, y))
        case Curve(x1, y1, x2, y2, x, y):
            return ((x1, y1), (x2, y2), (x, y))
    return ()
