"""The two signs of the aftercare sheet. They differ in shape, so nobody needs their colours."""

from __future__ import annotations

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

from needlelog.documents.ink import ACCENT, DANGER
from needlelog.domain.aftercare_guide import Kind

_SIZE = 11.5
_RADIUS = 5.2
_MIDDLE = _SIZE / 2
_ROUND = 0.5523
"""How far a Bézier's handle reaches, as a share of the radius, to make a quarter circle."""


def draw_icon(canvas: Canvas, kind: Kind, x: float, middle: float) -> None:
    """A ticked square for what to do, a crossed ring for what to leave."""
    canvas.addLiteral(f"q 1 0 0 1 {x:.2f} {middle - _MIDDLE:.2f} cm {_SIGNS[kind]} Q")


def _colour(colour: Color, operator: str) -> str:
    return " ".join(f"{part:.3f}" for part in colour.rgb()) + f" {operator}"


def _ring() -> str:
    low, high, handle = _MIDDLE - _RADIUS, _MIDDLE + _RADIUS, _RADIUS * _ROUND
    near, far = _MIDDLE - handle, _MIDDLE + handle
    quarters = (
        (high, far, far, high, _MIDDLE, high),
        (near, high, low, far, low, _MIDDLE),
        (low, near, near, low, _MIDDLE, low),
        (far, low, high, near, high, _MIDDLE),
    )
    curves = " ".join(" ".join(f"{n:.2f}" for n in quarter) + " c" for quarter in quarters)
    return f"{high:.2f} {_MIDDLE:.2f} m {curves} h S"


_TICK = (
    # A stroke round a smaller square gives it its round corners.
    f"1 j 1 J {_colour(ACCENT, 'rg')} {_colour(ACCENT, 'RG')} 4 w 2 2 7.5 7.5 re B "
    "1 1 1 RG 1.3 w 2.9 5.65 m 5 3.4 l 8.8 8.05 l S"
)
_CROSS = (
    f"1 J {_colour(DANGER, 'RG')} 1.1 w {_ring()} "
    "3.65 3.65 m 7.85 7.85 l S 3.65 7.85 m 7.85 3.65 l S"
)
_SIGNS = {Kind.DO: _TICK, Kind.AVOID: _CROSS}
