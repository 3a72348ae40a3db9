"""Outlines of the maps as PDF path operators."""

from __future__ import annotations

from collections.abc import Iterator

from needlelog.documents.depth_hatch import Box
from needlelog.domain.outline import Close, Curve, Line, Move, Outline, Quad, Segment

Point = tuple[float, float]


def operators(outline: Outline) -> str:
    """The path as PDF draws it (ISO 32000-1, 8.5.2), in map units."""
    drawn = []
    at = (0.0, 0.0)
    for segment in outline.segments:
        points = _bezier(segment, at)
        drawn.append(" ".join(f"{x:.1f} {y:.1f}" for x, y in points) + f" {_operator(segment)}")
        at = points[-1] if points else at
    return " ".join(drawn)


def box(outline: Outline) -> Box:
    """Around every point of the outline, control points too."""
    points = list(_all_points(outline))
    xs, ys = [x for x, _y in points], [y for _x, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _all_points(outline: Outline) -> Iterator[Point]:
    at = (0.0, 0.0)
    for segment in outline.segments:
        points = _bezier(segment, at)
        yield from points
        at = points[-1] if points else at


def _operator(segment: Segment) -> str:
    match segment:
        case Move():
            return "m"
        case Line():
            return "l"
        case Quad() | Curve():
            return "c"
        case Close():
            return "h"


def _bezier(segment: Segment, at: Point) -> tuple[Point, ...]:
    """The points PDF wants; it has no quadratic curves, so those become cubic ones."""
    match segment:
        case Move(x, y) | Line(x, y):
            return ((x, y),)
        case Quad(control_x, control_y, x, y):
            near = (at[0] + 2 * (control_x - at[0]) / 3, at[1] + 2 * (control_y - at[1]) / 3)
            far = (x + 2 * (control_x - x) / 3, y + 2 * (control_y - y) / 3)
            return near, far, (x, y)
        case Curve(start_x, start_y, end_x, end_y, x, y):
            return (start_x, start_y), (end_x, end_y), (x, y)
        case Close():
            return ()
