"""The small map on paper: where a client was treated, and how deep."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas

from needlelog import catalogue
from needlelog.documents.blocks import Look, text
from needlelog.documents.depth_hatch import Box, hatch, shade
from needlelog.documents.fonts import Weight
from needlelog.documents.ink import INK, WHITE
from needlelog.documents.outline_path import box, operators
from needlelog.domain.outline import Shape
from needlelog.domain.reference import Side
from needlelog.domain.session import Spot

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
_BLANK_EDGE = HexColor("#7B6F68")
_TREATED_EDGE = HexColor("#5B4A42")
_SPOT_RADIUS = 6.2
_SPOT_NUMBER = Look(9, Weight.SEMIBOLD)
_SMALLEST_PART = 0.42
"""Of a body map's height: a thigh alone, without the hips, can't be told from an arm."""


@dataclass(frozen=True, slots=True)
class _Zone:
    """A zone of one map under its stored code; `path` is in PDF operators."""

    code: str
    path: str
    box: Box


@dataclass(frozen=True, slots=True)
class _Drawing:
    """A map ready to paint: what lies below the zones, the zones, what stays readable above."""

    below: str
    zones: tuple[_Zone, ...]
    above: str


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


def maps_for(zone_depths: Mapping[str, int], spots: Sequence[Spot]) -> tuple[str, ...]:
    """The one or two maps that show the most of what was treated, those with a spot first."""
    left = set(zone_depths)
    chosen = list(dict.fromkeys(spot.map for spot in spots))[:_MOST_MAPS]
    for code in chosen:
        left -= _shown(code)
    while left and len(chosen) < _MOST_MAPS:
        best = max(catalogue.maps(), key=lambda code: len(left & _shown(code)))
        chosen.append(best)
        left -= _shown(best)
    return tuple(chosen)


def frame(code: str, zone_depths: Mapping[str, int], spots: Sequence[Spot], height: float) -> Frame:
    """The whole map, or the treated part of a body."""
    art = catalogue.map_art(code)
    mine = [zone.box for zone in _drawing(code).zones if zone.code in zone_depths]
    mine += [(spot.x, spot.y, spot.x, spot.y) for spot in spots if spot.map == code]
    if not mine or not code.startswith("body"):
        return Frame(0, 0, height, (0.0, 0.0, art.width, art.height))
    return Frame(0, 0, height, _part(mine, art.width, art.height))


def draw_map(canvas: Canvas, code: str, zone_depths: Mapping[str, int], at: Frame) -> None:
    """Draw a map with its treated zones tinted and hatched."""
    drawing = _drawing(code)
    canvas.saveState()
    _clip_to(canvas, at)
    canvas.addLiteral(drawing.below)
    for zone in drawing.zones:
        depth_um = zone_depths.get(zone.code)
        if depth_um is None:
            _draw_edge(canvas, zone, _UNTREATED_EDGE, 0.35 * at.unit)
        else:
            _draw_zone(canvas, zone, depth_um, at.unit)
    canvas.addLiteral(drawing.above)
    canvas.restoreState()


def draw_blank_map(canvas: Canvas, code: str, at: Frame) -> None:
    """Draw a map with every zone outlined, for a pen to write in."""
    drawing = _drawing(code)
    canvas.saveState()
    _clip_to(canvas, at)
    canvas.addLiteral(drawing.below)
    for zone in drawing.zones:
        _draw_edge(canvas, zone, _BLANK_EDGE, 0.6 * at.unit)
    canvas.addLiteral(drawing.above)
    canvas.restoreState()


def whole(code: str, x: float, y: float, height: float) -> Frame:
    """The frame of a whole map whose lower left corner is at x and y."""
    art = catalogue.map_art(code)
    return Frame(x, y, height, (0.0, 0.0, art.width, art.height))


def draw_spots(canvas: Canvas, code: str, spots: Sequence[Spot], at: Frame) -> None:
    """A numbered ring for every spot this map bears."""
    for spot in spots:
        if spot.map != code:
            continue
        x = at.x + (spot.x - at.part[0]) / at.unit
        y = at.y + at.height - (spot.y - at.part[1]) / at.unit
        canvas.setFillColor(WHITE)
        canvas.setStrokeColor(INK)
        canvas.setLineWidth(0.8)
        canvas.circle(x, y, _SPOT_RADIUS, stroke=1, fill=1)
        number = text(str(spot.number), _SPOT_NUMBER)
        number.draw(canvas, x - number.width / 2, y + number.height / 2)


def sides(code: str) -> tuple[str, str]:
    """The client's sides at the left and right edge of the map; empty for a profile."""
    edge = catalogue.maps()[code].left_edge
    if edge is Side.NONE:
        return "", ""
    return ("R", "L") if edge is Side.RIGHT else ("L", "R")


def _shown(code: str) -> set[str]:
    return {zone.zone for zone in catalogue.maps()[code].zones}


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


def _draw_zone(canvas: Canvas, zone: _Zone, depth_um: int, unit: float) -> None:
    look = shade(depth_um)
    canvas.saveState()
    canvas.setFillColor(look.fill)
    canvas.addLiteral(f"{zone.path} W f")
    hatch(canvas, look, zone.box, unit)
    canvas.restoreState()
    _draw_edge(canvas, zone, _TREATED_EDGE, 0.7 * unit)


def _draw_edge(canvas: Canvas, zone: _Zone, colour: Color, width: float) -> None:
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(width)
    canvas.addLiteral(f"{zone.path} S")


@cache
def _drawing(code: str) -> _Drawing:
    """Made once: the same lines are drawn on every sheet."""
    art = catalogue.map_art(code)
    stored = {zone.code: zone.zone for zone in catalogue.maps()[code].zones}
    zones = tuple(
        _Zone(stored[shape.code], operators(shape.outline), box(shape.outline))
        for shape in art.zones
    )
    return _Drawing(_painted(art.art), zones, _painted(art.over))


def _painted(shapes: Sequence[Shape]) -> str:
    return "\n".join(_painted_shape(shape) for shape in shapes)


def _painted_shape(shape: Shape) -> str:
    red, green, blue = (f"{part:.3f}" for part in _TONES[shape.tone].rgb())
    set_up = []
    if shape.is_filled:
        set_up.append(f"{red} {green} {blue} rg")
    if shape.is_stroked:
        set_up.append(f"{red} {green} {blue} RG {shape.stroke_width:g} w")
    paint = {(True, True): "B", (True, False): "f", (False, True): "S"}
    end = paint.get((shape.is_filled, shape.is_stroked), "n")
    return f"{' '.join(set_up)} {operators(shape.outline)} {end}"
