"""What a page is built from: text measured and broken, in the looks all documents share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

from needlelog.documents.fonts import Weight
from needlelog.documents.ink import INK, draw_lines
from needlelog.documents.text import Line, Span, lines


@dataclass(frozen=True, slots=True)
class Look:
    """How a kind of text is set. Text for a client is 11 points or more, captions 9."""

    size: float
    weight: Weight = Weight.REGULAR
    colour: Color = INK
    leading: float = 1.3
    """Line height as a multiple of the size."""


@dataclass(frozen=True, slots=True)
class Text:
    """Broken lines of one size."""

    lines: tuple[Line, ...]
    look: Look

    @property
    def leading(self) -> float:
        return self.look.size * self.look.leading

    @property
    def height(self) -> float:
        return len(self.lines) * self.leading

    @property
    def width(self) -> float:
        return max((line.width for line in self.lines), default=0.0) * self.look.size / 1000

    def draw(self, canvas: Canvas, x: float, top: float) -> float:
        """Draw from `top` downwards; returns where it ends."""
        placed = [(line, x, y) for line, y in zip(self.lines, self._baselines(top), strict=True)]
        return self._draw(canvas, placed, top)

    def draw_right(self, canvas: Canvas, right: float, top: float) -> float:
        """Like `draw`, each line ending at `right`."""
        em = self.look.size / 1000
        placed = [
            (line, right - line.width * em, y)
            for line, y in zip(self.lines, self._baselines(top), strict=True)
        ]
        return self._draw(canvas, placed, top)

    def _draw(
        self, canvas: Canvas, placed: Sequence[tuple[Line, float, float]], top: float
    ) -> float:
        if placed:
            canvas.setFillColor(self.look.colour)
            draw_lines(canvas, placed, self.look.size)
        return top - self.height

    def _baselines(self, top: float) -> list[float]:
        first = top - (self.leading + self.look.size * 0.72) / 2  # capitals stand in the middle
        return [first - number * self.leading for number in range(len(self.lines))]


def text(
    words: str | Sequence[Span], look: Look, width: float = float("inf"), most: int | None = None
) -> Text:
    """Text broken to `width` points, in at most `most` lines: a longer one loses its middle."""
    spans = [Span(words, look.weight)] if isinstance(words, str) else words
    return Text(lines(spans, look.size, width, most), look)


@dataclass(frozen=True, slots=True)
class TwoColumns:
    """Text at the left edge, text that ends at the right edge, both from the same top."""

    left_texts: tuple[Text, ...]
    right_texts: tuple[Text, ...]
    width: float

    @property
    def height(self) -> float:
        return max(height_of(self.left_texts), height_of(self.right_texts))

    def draw(self, canvas: Canvas, left: float, top: float) -> float:
        at = top
        for one in self.left_texts:
            at = one.draw(canvas, left, at)
        at = top
        for one in self.right_texts:
            at = one.draw_right(canvas, left + self.width, at)
        return top - self.height


def height_of(texts: Sequence[Text]) -> float:
    """Of texts below each other."""
    return sum(one.height for one in texts)
