"""The fonts paper is set in, and which of them has a character."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

import uharfbuzz
from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from needlelog.settings import resources


class Weight(StrEnum):
    REGULAR = "Regular"
    MEDIUM = "Medium"
    SEMIBOLD = "SemiBold"
    BOLD = "Bold"


COMPLEX = ("NotoSansArabic", "NotoSansDevanagari", "NotoSansThai")
"""Families whose letters change shape or place beside each other."""

_PRIVATE_USE = 0xE000

rl_config.useA85 = 0  # binary streams: a fifth smaller, and made in a fraction of the time


@dataclass(frozen=True, slots=True)
class Glyph:
    """One shaped glyph, in thousandths of the type size."""

    character: str
    x_offset: float
    y_offset: float
    advance: float


@cache
def font(name: str) -> TTFont:
    """The font, registered under its PostScript name. The name is its file's name too."""
    # Without the ASCII block that ReportLab would put into every font a page stays small.
    loaded = TTFont(name, str(resources() / "fonts" / f"{name}.ttf"), asciiReadable=False)
    pdfmetrics.registerFont(loaded)
    return loaded


def has(name: str, character: str) -> bool:
    return ord(character) in font(name).face.charToGlyph


@cache
def font_of(character: str, weight: Weight) -> str | None:
    """The first font that has the character; None when no font of ours does.

    Fonts are loaded one after the other until one has it: the Chinese one only where it is needed.
    """
    return next((name for name in _candidates(weight) if has(name, character)), None)


@lru_cache(maxsize=8192)
def width(name: str, text: str) -> float:
    """How wide unshaped text runs, in thousandths of the type size."""
    widths = font(name).face.charWidths
    return float(sum(widths[ord(character)] for character in text))


@lru_cache(maxsize=2048)
def shaped(name: str, text: str) -> tuple[Glyph, ...]:
    """The glyphs of text in one script, from left to right as they are drawn."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    face = _shaper(name)
    uharfbuzz.shape(uharfbuzz.Font(face), buffer, {"kern": True, "liga": True})
    em = 1000 / face.upem
    return tuple(
        Glyph(
            _character_of(name, info.codepoint),
            at.x_offset * em,
            at.y_offset * em,
            at.x_advance * em,
        )
        for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    )


def _candidates(weight: Weight) -> Iterator[str]:
    plain = Weight.BOLD if weight in (Weight.SEMIBOLD, Weight.BOLD) else Weight.REGULAR
    yield f"Inter-{weight}"
    for family in ("NotoSans", *COMPLEX):
        yield f"{family}-{plain}"
    yield "NotoSansSC-Regular"


@cache
def _shaper(name: str) -> uharfbuzz.Face:
    path = resources() / "fonts" / f"{name}.ttf"
    return uharfbuzz.Face(uharfbuzz.Blob(path.read_bytes()))


@cache
def _character_of(name: str, glyph: int) -> str:
    """A character that prints this glyph: ReportLab draws characters, not glyphs.

    A glyph that has none gets one of the private use area by its own number, not by the order
    of use, so that equal sheets make equal files.
    """
    own = _characters(name).get(glyph)
    if own is not None:
        return chr(own)
    face = font(name).face
    private = _PRIVATE_USE + glyph
    advance = _shaper_advance(name, glyph)
    face.charToGlyph[private] = glyph
    face.charWidths[private] = advance
    return chr(private)


@cache
def _characters(name: str) -> dict[int, int]:
    """Glyph to character as published, before any private one is added."""
    return {
        glyph: code for code, glyph in sorted(font(name).face.charToGlyph.items(), reverse=True)
    }


def _shaper_advance(name: str, glyph: int) -> float:
    face = _shaper(name)
    return float(uharfbuzz.Font(face).get_glyph_h_advance(glyph) * 1000 / face.upem)
