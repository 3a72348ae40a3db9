"""What a blank form is built from: boxes to tick, lines to write on, and the words beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from needlelog.documents.blocks import Look, Text, text
from needlelog.documents.fonts import Weight
from needlelog.documents.ink import INK, QUIET, RULE

BOX = 9.5
"""Edge of a box to tick, in points."""
ROOM_TO_WRITE = 18.5
"""Height of a line for a hand."""
WORDS = Look(9.5)
BOLD = Look(9.5, Weight.SEMIBOLD)
CAPTION = Look(9, colour=QUIET)
HEADING = Look(11, Weight.SEMIBOLD)
TITLE = Look(17, Weight.SEMIBOLD, leading=1.2)
_LINE = 0.6
_BESIDE_BOX = 4.0
_DROP = 3.0
"""How far below the words the line to write on runs."""


@dataclass(frozen=True, slots=True)
class Blank:
    """Words, then a line to write on that takes `share` of the row."""

    words: str
    share: float = 1.0


def box(canvas: Canvas, x: float, middle: float, size: float = BOX) -> None:
    """An empty square, its middle at a height."""
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(0.8)
    canvas.rect(x, middle - size / 2, size, size, stroke=1, fill=0)


def rule(canvas: Canvas, x: float, width: float, y: float, strong: bool = False) -> None:
    """A line across, to write on or to part what stands over and under it."""
    canvas.setStrokeColor(QUIET if strong else RULE)
    canvas.setLineWidth(_LINE)
    canvas.line(x, y, x + width, y)


def words(canvas: Canvas, what: str, x: float, middle: float, look: Look = WORDS) -> float:
    """One line of words, its middle at a height; returns where it ends."""
    line = text(what, look)
    line.draw(canvas, x, middle + line.leading / 2)
    return x + line.width


def ticks(canvas: Canvas, labels: Sequence[str], x: float, middle: float, gap: float = 12) -> float:
    """Boxes with a word each, one after the other; returns where the last word ends."""
    for label in labels:
        box(canvas, x, middle)
        x = words(canvas, label, x + BOX + _BESIDE_BOX, middle) + gap
    return x - gap


def blanks(canvas: Canvas, fields: Sequence[Blank], x: float, width: float, top: float) -> float:
    """Words and lines to write on beside each other; returns where the row ends."""
    gap = 12.0
    room = width - gap * (len(fields) - 1)
    whole = sum(field.share for field in fields)
    low = top - ROOM_TO_WRITE
    for field in fields:
        wide = room * field.share / whole
        start = words(canvas, field.words, x, low + _DROP + WORDS.size / 2)
        start += 4 if field.words else 0
        rule(canvas, start, x + wide - start, low + _DROP - 1.5, strong=True)
        x += wide + gap
    return low


def heading(canvas: Canvas, what: str, x: float, width: float, top: float, note: str = "") -> float:
    """A title with a line under it; returns where it ends."""
    title = text(what, HEADING)
    low = title.draw(canvas, x, top)
    if note:
        words(canvas, note, x + title.width + 8, low + title.leading / 2 - 0.5, CAPTION)
    rule(canvas, x, width, low - 1, strong=True)
    return low - 4


def paragraph(
    canvas: Canvas, what: str, x: float, width: float, top: float, look: Look = WORDS
) -> float:
    return broken(what, width, look).draw(canvas, x, top)


def broken(what: str, width: float, look: Look = WORDS) -> Text:
    return text(what, look, width)
