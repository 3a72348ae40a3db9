"""Depth as tint and hatch: the five steps differ on a black-and-white page too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas

Box = tuple[float, float, float, float]
"""Left, low, right and high edge."""

_STROKE = HexColor("#3D2A24")
_PALE_STROKE = HexColor("#FFFFFF")


@dataclass(frozen=True, slots=True)
class Shade:
    """How one step of depth looks. `angles` are degrees of the strokes, `gap` is in points."""

    up_to_um: int
    fill: Color
    angles: tuple[int, ...]
    gap: float
    stroke: Color = _STROKE
    is_dotted: bool = False


_SHADES = (
    Shade(500, HexColor("#F9E1D8"), (0,), 3.4, is_dotted=True),
    Shade(1000, HexColor("#F2B8A2"), (45,), 3.2),
    Shade(1500, HexColor("#E2846A"), (45, 135), 3.2),
    Shade(2000, HexColor("#C2523F"), (0,), 1.9),
    Shade(10_000, HexColor("#8A2B2B"), (45,), 3.2, stroke=_PALE_STROKE),
)


def shade(depth_um: int) -> Shade:
    return next(shade for shade in _SHADES if depth_um <= shade.up_to_um)


def hatch(canvas: Canvas, look: Shade, box: Box, unit: float) -> None:
    """Fill the current clip with strokes. `unit` is how many canvas units a point has."""
    canvas.setStrokeColor(look.stroke)
    canvas.setLineWidth((0.9 if look.is_dotted else 0.45) * unit)
    if look.is_dotted:
        canvas.setLineCap(1)
        canvas.setDash(0, look.gap * unit)
    strokes = (line for angle in look.angles for line in _strokes(angle, box, look.gap * unit))
    drawn = " ".join(f"{x:.2f} {y:.2f} m {to_x:.2f} {to_y:.2f} l" for x, y, to_x, to_y in strokes)
    canvas.addLiteral(f"{drawn} S")


def _strokes(angle: int, box: Box, gap: float) -> Iterator[Box]:
    left, low, right, high = box
    if angle == 0:
        yield from ((left, y, right, y) for y in _steps(low, high, gap))
        return
    height = high - low
    for x in _steps(left - height, right, gap * 1.41):
        yield (x, low, x + height, high) if angle == 45 else (x, high, x + height, low)


def _steps(first: float, last: float, gap: float) -> Iterator[float]:
    """On a grid of the whole drawing, so that neighbouring zones line up."""
    at = (first // gap) * gap
    while at <= last:
        yield at
        at += gap


def legend(depths_um: Iterable[int]) -> tuple[tuple[Shade, tuple[int, ...]], ...]:
    """The depths that share a step of the scale, the shallowest first."""
    found = set(depths_um)
    limits = [0, *(one.up_to_um for one in _SHADES)]
    steps = []
    for above, up_to in pairwise(limits):
        here = tuple(sorted(um for um in found if above < um <= up_to))
        if here:
            steps.append((shade(up_to), here))
    return tuple(steps)
