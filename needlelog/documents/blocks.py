"""What a page is built from: measured text, and parts that know their height."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from reportlab.pdfgen.canvas import Canvas

from needlelog.documents.fonts import Weight
from needlelog.documents.ink import INK, Color, Pen, draw_line, draw_right
from needlelog.documents.text import Line, Span, lines


class Block(Protocol):
    """A part of a page."""

    @property
    def height(self) -> float: ...

    def draw(self, canvas: Canvas, top: float) -> None:
        """Draw from `top` downwards."""


@dataclass(frozen=True, slots=True)
class Text:
    """Broken lines of one size."""

    lines: tuple[Line, ...]
    pen: Pen
    leading: float

    @property
    def height(self) -> float:
        return len(self.lines) * self.leading

    @property
    def width(self) -> float:
        widest = max((line.width for line in self.lines), default=0.0)
        return widest * self.pen.size / 1000

    def draw(self, canvas: Canvas, x: float, top: float) -> float:
        """Draw from `top` downwards; returns where the next text may begin."""
        for line in self.lines:
            draw_line(canvas, line, x, top - self._drop, self.pen)
            top -= self.leading
        return top

    def draw_right(self, canvas: Canvas, right: float, top: float) -> float:
        for line in self.lines:
            draw_right(canvas, line, right, top - self._drop, self.pen)
            top -= self.leading
        return top

    @property
    def _drop(self) -> float:
        """From the top of a line to its baseline."""
        return (self.leading + self.pen.size * 0.72) / 2


@dataclass(frozen=True, slots=True)
class Look:
    """How a kind of text is set."""

    size: float
    weight: Weight = Weight.REGULAR
    colour: Color = INK
    leading_ratio: float = 1.3


def text(
    words: str | Sequence[Span], look: Look, width: float = float("inf"), most: int | None = None
) -> Text:
    """Text broken to `width` points; `most` lines at most, the middle of a longer one left out."""
    spans = [Span(words, look.weight)] if isinstance(words, str) else words
    found = lines(spans, look.size, width, most)
    return Text(found, Pen(look.size, look.colour), look.size * look.leading_ratio)
