"""What makes a paper of the demo known at once: a line above it, and a word behind its text."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas

from needlelog.documents.blocks import Look, text
from needlelog.documents.fonts import Weight
from needlelog.documents.ink import QUIET, WATERMARK
from needlelog.domain.clinic import Clinic
from needlelog.i18n import _

_ABOVE = 11.0  # from the edge of the paper: over the letterhead, where printers still reach
_LINE = Look(9.4, Weight.SEMIBOLD, QUIET)
_ACROSS = 42.0
"""Degrees from the foot of the paper."""
_SHARE = 0.24
"""The height of the letters by the width of the paper."""


def begin_page(canvas: Canvas, clinic: Clinic, size: tuple[float, float]) -> None:
    """Called first on each page, so that everything else is printed over the mark."""
    if clinic.is_demo:
        _draw_mark(canvas, size)


def _draw_mark(canvas: Canvas, size: tuple[float, float]) -> None:
    width, height = size
    word = text(_("DEMO"), Look(width * _SHARE, Weight.SEMIBOLD, WATERMARK, leading=1))
    canvas.saveState()
    canvas.translate(width / 2, height / 2)
    canvas.rotate(_ACROSS)
    word.draw(canvas, -word.width / 2, word.height / 2)
    canvas.restoreState()
    line = text(_("DEMO · an invented client, no record of a treatment"), _LINE)
    line.draw(canvas, (width - line.width) / 2, height - _ABOVE)
