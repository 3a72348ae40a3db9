"""Lines of text and plain shapes drawn onto a page."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum, auto
from itertools import groupby
from typing import BinaryIO

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

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
WATERMARK = HexColor("#F0EEE9")  # text over it keeps nearly all of its contrast


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


def draw_lines(canvas: Canvas, lines: Iterable[tuple[Line, float, float]], size: float) -> None:
    """Lines of text, each with where it starts and its baseline, in the canvas's fill colour."""
    drawn = canvas.beginText()
    for line, start, y in lines:
        x = start
        for how, run in groupby(line.pieces, key=_how):
            pieces = list(run)
            if how is _How.PLAIN:
                drawn.setTextOrigin(x, y)
                _write(drawn, pieces, size)
            else:
                canvas.drawText(drawn)  # first what comes before it: a reader goes by this order
                drawn = canvas.beginText()
                _draw_spoken(canvas, pieces, x, y, size)
            x += sum(piece.width for piece in pieces) * size / 1000
    canvas.drawText(drawn)


def _write(drawn: PDFTextObject, pieces: list[Piece], size: float) -> None:
    for name, run in groupby(pieces, key=lambda piece: piece.font):
        drawn.setFont(fonts.font(name).fontName, size)
        drawn.textOut("".join(piece.text for piece in run))


def _draw_spoken(canvas: Canvas, pieces: list[Piece], x: float, y: float, size: float) -> None:
    """Glyphs, with the text that is copied, searched or read out for them.

    ISO 32000-1, 14.9.4 calls it the actual text.
    """
    is_turned = _how(pieces[0]) is _How.RIGHT_TO_LEFT
    text = "".join(piece.spoken for piece in (reversed(pieces) if is_turned else pieces))
    canvas.addLiteral(f"/Span <</ActualText <FEFF{text.encode('utf-16-be').hex().upper()}>>> BDC")
    for piece in pieces:
        drawn = canvas.beginText(x, y)
        if piece.is_shaped:
            _write_shaped(drawn, piece, x, y, size)
        else:
            _write(drawn, [piece], size)
        canvas.drawText(drawn)
        x += piece.width * size / 1000
    canvas.addLiteral("EMC")


def _write_shaped(drawn: PDFTextObject, piece: Piece, x: float, y: float, size: float) -> None:
    em = size / 1000
    drawn.setFont(piece.font, size)
    for glyph in fonts.shaped(piece.font, piece.text):
        drawn.setTextOrigin(x + glyph.x_offset * em, y + glyph.y_offset * em)
        drawn.textOut(glyph.character)
        x += glyph.advance * em


class _How(Enum):
    PLAIN = auto()
    SHAPED = auto()
    RIGHT_TO_LEFT = auto()


def _how(piece: Piece) -> _How:
    if piece.direction == "R":
        return _How.RIGHT_TO_LEFT
    return _How.SHAPED if piece.is_shaped else _How.PLAIN
