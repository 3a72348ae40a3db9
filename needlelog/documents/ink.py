"""Lines of text and plain shapes drawn onto a page."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

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


def draw_line(canvas: Canvas, line: Line, x: float, y: float, pen: Pen) -> None:
    """One line of text with its baseline at `y`."""
    canvas.setFillColor(pen.colour)
    for is_shaped, run in groupby(line.pieces, key=lambda piece: piece.is_shaped):
        pieces = list(run)
        if is_shaped:
            for piece in pieces:
                _draw_shaped(canvas, piece, x, y, pen.size)
                x += piece.width * pen.size / 1000
        else:
            x = _draw_plain(canvas, pieces, x, y, pen.size)


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


def _draw_shaped(canvas: Canvas, piece: Piece, x: float, y: float, size: float) -> None:
    """Every glyph at its place; what is read out or copied is the text itself."""
    spoken = piece.text.encode("utf-16-be").hex().upper()
    canvas.addLiteral(f"/Span <</ActualText <FEFF{spoken}>>> BDC")
    em = size / 1000
    drawn = canvas.beginText(x, y)
    drawn.setFont(piece.font, size)
    for glyph in fonts.shaped(piece.font, piece.text):
        drawn.setTextOrigin(x + glyph.x_offset * em, y + glyph.y_offset * em)
        drawn.textOut(glyph.character)
        x += glyph.advance * em
    canvas.drawText(drawn)
    canvas.addLiteral("EMC")
