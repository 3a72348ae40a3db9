"""Lines of text and plain shapes drawn onto a page."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from itertools import groupby
from typing import BinaryIO

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas

from needlelog.documents import fonts
from needlelog.documents.text import Line, Piece

INK = HexColor("#1F2A2E")
QUIET = HexColor("#47545A")
RULE = HexColor("#D5D2CA")
ACCENT = HexColor("#0F766E")
DANGER = HexColor("#B42318")
DANGER_GROUND = HexColor("#FDECEA")
PANEL = HexColor("#F7F6F3")
WHITE = HexColor("#FFFFFF")


@dataclass(frozen=True, slots=True)
class Pen:
    """A type size and its colour."""

    size: float
    colour: Color = INK


def new_canvas(made: BinaryIO, size: tuple[float, float]) -> Canvas:
    """Pages of this size. Equal drawings make equal bytes: no dates, no random names."""
    first = fonts.font("Inter-Regular").fontName  # ReportLab would name Helvetica, never used
    canvas = Canvas(
        made,
        pagesize=size,
        invariant=True,
        pageCompression=1,
        initialFontName=first,  # type: ignore[arg-type]  # the published types say float
        lang="en-GB",
    )
    canvas.setCreator("NeedleLog")
    canvas.setProducer("NeedleLog")
    return canvas


def draw_line(canvas: Canvas, line: Line, x: float, y: float, pen: Pen) -> None:
    """One line of text with its baseline at `y`."""
    canvas.setFillColor(pen.colour)
    for how, run in groupby(line.pieces, key=_how):
        pieces = list(run)
        if how is _How.PLAIN:
            x = _draw_plain(canvas, pieces, x, y, pen.size)
            continue
        in_order = reversed(pieces) if how is _How.RIGHT_TO_LEFT else pieces
        _begin_spoken(canvas, "".join(piece.spoken for piece in in_order))
        for piece in pieces:
            draw = _draw_shaped if piece.is_shaped else _draw_one
            draw(canvas, piece, x, y, pen.size)
            x += piece.width * pen.size / 1000
        canvas.addLiteral("EMC")


def draw_right(canvas: Canvas, line: Line, right: float, y: float, pen: Pen) -> None:
    """One line of text that ends at `right`."""
    draw_line(canvas, line, right - line.width * pen.size / 1000, y, pen)


def _draw_plain(canvas: Canvas, pieces: list[Piece], x: float, y: float, size: float) -> float:
    drawn = canvas.beginText(x, y)
    for name, run in groupby(pieces, key=lambda piece: piece.font):
        same = list(run)
        fonts.font(name)
        drawn.setFont(name, size)
        drawn.textOut("".join(piece.text for piece in same))
        x += sum(piece.width for piece in same) * size / 1000
    canvas.drawText(drawn)
    return x


def _draw_one(canvas: Canvas, piece: Piece, x: float, y: float, size: float) -> None:
    _draw_plain(canvas, [piece], x, y, size)


def _draw_shaped(canvas: Canvas, piece: Piece, x: float, y: float, size: float) -> None:
    em = size / 1000
    drawn = canvas.beginText(x, y)
    drawn.setFont(piece.font, size)
    for glyph in fonts.shaped(piece.font, piece.text):
        drawn.setTextOrigin(x + glyph.x_offset * em, y + glyph.y_offset * em)
        drawn.textOut(glyph.character)
        x += glyph.advance * em
    canvas.drawText(drawn)


def _begin_spoken(canvas: Canvas, text: str) -> None:
    """What is copied, searched or read out for the glyphs that follow (ISO 32000-1, 14.9.4)."""
    canvas.addLiteral(f"/Span <</ActualText <FEFF{text.encode('utf-16-be').hex().upper()}>>> BDC")


class _How(Enum):
    PLAIN = auto()
    SHAPED = auto()
    RIGHT_TO_LEFT = auto()


def _how(piece: Piece) -> _How:
    if piece.direction == "R":
        return _How.RIGHT_TO_LEFT
    return _How.SHAPED if piece.is_shaped else _How.PLAIN
