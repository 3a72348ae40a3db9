"""Anybody's text as lines on paper: cleaned, cut into fonts and scripts, broken, put in order.

Text is never markup here: whatever a client is called is drawn as it stands.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from needlelog.documents import fonts
from needlelog.documents.fonts import Weight
from needlelog.domain.text import clean_line

MISSING_MARK = "[?]"
"""Stands where no font has the character."""

_JOINERS = "\u200c\u200d"
_INVISIBLE = re.compile("[\u00ad\u200b\u2060-\u2064\u180e\ufe00-\ufe0f\U000e0000-\U000e01ef]")
_BREAKS = re.compile(r" (?!mm\b)")
"""A number and its unit stay on one line."""
_LONGEST = 1200
"""More characters never fit the room any text has on a sheet: the middle goes first."""
_MOST_MARKS = 3
"""Combining marks kept on one letter: no language needs more, and a hundred cover the page."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in one weight."""

    text: str
    weight: Weight = Weight.REGULAR


@dataclass(frozen=True, slots=True)
class Piece:
    """Text in one font and one direction, measured in thousandths of the type size."""

    text: str
    font: str
    width: float
    direction: str
    """'L', 'R', 'N' for numbers or '' for what takes its neighbours' direction."""
    is_shaped: bool = False
    was: str = ""
    """The text in reading order, where `text` had to be turned round."""

    @property
    def spoken(self) -> str:
        return self.was or self.text


@dataclass(frozen=True, slots=True)
class Line:
    """Pieces from left to right as they are drawn."""

    pieces: tuple[Piece, ...]

    @property
    def width(self) -> float:
        return sum(piece.width for piece in self.pieces)


Word = tuple[Piece, ...]


def printable(text: str) -> str:
    """The text as far as it can be seen: one line, no controls, no direction overrides."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    return "".join(_few_marks(_INVISIBLE.sub("", clean_line(text))))


def unprintable(text: str) -> str:
    """The characters of the text that no font has, each once: paper shows '[?]' for them."""
    missing = (c for c in printable(text) if c not in _JOINERS and not _font(c, Weight.REGULAR))
    return "".join(dict.fromkeys(missing))


def lines(
    spans: Sequence[Span], size: float, width: float, most: int | None = None
) -> tuple[Line, ...]:
    """The text broken into lines of `width` points.

    With `most` lines given, a longer text loses its middle and shows '…' there.
    """
    return _lines(tuple(spans), size, width, most)


@lru_cache(maxsize=512)  # fitting a page asks for the same lines at several spacings
def _lines(
    spans: tuple[Span, ...], size: float, width: float, most: int | None
) -> tuple[Line, ...]:
    spans = tuple(_shortened(span, _LONGEST) for span in spans)
    found = _broken(spans, size, width)
    if most is None or len(found) <= most:
        return found
    longest = max(spans, key=lambda span: len(span.text))
    low, high = 0, len(longest.text)
    while low < high:  # the most characters that still fit
        kept = (low + high + 1) // 2
        if len(_broken(_with(spans, longest, kept), size, width)) <= most:
            low = kept
        else:
            high = kept - 1
    return _broken(_with(spans, longest, low), size, width)[:most]


def _with(spans: Sequence[Span], longest: Span, kept: int) -> list[Span]:
    return [_shortened(span, kept) if span is longest else span for span in spans]


def _shortened(span: Span, kept: int) -> Span:
    """The span cut down to about `kept` characters, half from each end, '…' between."""
    if len(span.text) <= kept:
        return span
    head = span.text[: (kept + 1) // 2].rstrip()
    tail = span.text[len(span.text) - kept // 2 :].lstrip()
    return Span(f"{head} … {tail}", span.weight)


def _broken(spans: Sequence[Span], size: float, width: float) -> tuple[Line, ...]:
    room = width * 1000 / size
    broken: list[list[Piece]] = []
    current: list[Piece] = []
    used = 0.0
    for word in _words(spans, room):
        long = sum(piece.width for piece in word)
        gap = _space(word[0].font)
        if current and used + gap.width + long > room:
            broken.append(current)
            current, used = [], 0.0
        if current:
            current.append(gap)
            used += gap.width
        current.extend(word)
        used += long
    if current:
        broken.append(current)
    return tuple(Line(tuple(_in_visual_order(pieces))) for pieces in broken)


def _words(spans: Sequence[Span], room: float) -> Iterator[Word]:
    for span in spans:
        for text in _BREAKS.split(printable(span.text)):
            if text:
                word = _pieces(text, span.weight)
                yield from [word] if _fits(word, room) else _split(text, span.weight, room)


def _fits(word: Word, room: float) -> bool:
    return sum(piece.width for piece in word) <= room


def _split(text: str, weight: Weight, room: float) -> Iterator[Word]:
    """A word too long for a line, in pieces that fit; marks stay with their letters."""
    part, used = "", 0.0
    for cluster in _clusters(text):
        wide = sum(piece.width for piece in _pieces(cluster, weight))
        if part and used + wide > room:
            yield _pieces(part, weight)
            part, used = "", 0.0
        part += cluster
        used += wide
    if part:
        yield _pieces(part, weight)


def _clusters(text: str) -> Iterator[str]:
    cluster = ""
    for character in text:
        follows = character in _JOINERS or unicodedata.category(character).startswith("M")
        if cluster and not follows and cluster[-1] not in _JOINERS:
            yield cluster
            cluster = ""
        cluster += character
    if cluster:
        yield cluster


@lru_cache(maxsize=4096)
def _pieces(word: str, weight: Weight) -> Word:
    runs: list[tuple[str, str, str]] = []
    for character in word:
        text, name, direction = _placed(character, weight, runs[-1] if runs else None)
        if runs and text and (name, direction) == runs[-1][1:]:
            runs[-1] = (runs[-1][0] + text, name, direction)
        elif text:
            runs.append((text, name, direction))
    return tuple(_piece(*run) for run in runs)


def _placed(
    character: str, weight: Weight, before: tuple[str, str, str] | None
) -> tuple[str, str, str]:
    """What is drawn for a character, its font and its direction, beside the run before it."""
    is_mark = unicodedata.category(character).startswith("M")
    if before and (is_mark or character in _JOINERS) and fonts.has(before[1], character):
        return character, before[1], before[2]  # a mark belongs to its letter
    if character in _JOINERS:
        return "", "", ""
    name = _font(character, weight)
    if name is None:
        return MISSING_MARK, f"Inter-{weight}", "L"
    return character, name, _direction(character)


def _piece(text: str, name: str, direction: str) -> Piece:
    family = name.partition("-")[0]
    has_marks = any(unicodedata.category(character).startswith("M") for character in text)
    if family not in fonts.COMPLEX and not has_marks:
        return Piece(text, name, fonts.width(name, text), direction)
    wide = sum(glyph.advance for glyph in fonts.shaped(name, text))
    return Piece(text, name, wide, direction, is_shaped=True)


@lru_cache
def _space(name: str) -> Piece:
    """The gap after a word; spaces of one line look alike whatever the scripts around them."""
    plain = name if name.startswith("Inter") else "Inter-Regular"
    return Piece(" ", plain, fonts.width(plain, " "), "")


def _font(character: str, weight: Weight) -> str | None:
    return fonts.font_of(character, weight)


def _few_marks(text: str) -> Iterator[str]:
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.category(character).startswith("M") else 0
        if marks <= _MOST_MARKS:
            yield character


@lru_cache(maxsize=4096)
def _direction(character: str) -> str:
    match unicodedata.bidirectional(character):
        case "L":
            return "L"
        case "R" | "AL":
            return "R"
        case "EN" | "AN":
            return "N"
    return ""


def _in_visual_order(pieces: list[Piece]) -> list[Piece]:
    """The pieces from left to right, on a page that itself runs left to right.

    The parts of UAX #9 that names and labels meet: rules W7, N1, N2, I1 and L2.
    """
    if all(piece.direction != "R" for piece in pieces):
        return pieces
    levels = _levels(pieces)
    ordered = list(zip(pieces, levels, strict=True))
    for level in (2, 1):
        ordered = list(_reversed_runs(ordered, level))
    return [
        _mirrored(piece) if level == 1 and piece.direction == "" else piece
        for piece, level in ordered
    ]


def _levels(pieces: Sequence[Piece]) -> list[int]:
    strong = "L"
    levels = []
    for piece in pieces:
        strong = piece.direction if piece.direction in ("L", "R") else strong
        levels.append({"R": 1, "N": 2, "L": 0}.get(piece.direction, -1) if strong == "R" else 0)
    return [_between(levels, at) if level < 0 else level for at, level in enumerate(levels)]


def _between(levels: Sequence[int], at: int) -> int:
    """A neutral piece runs right to left between two that do, else with the page."""
    after = next((level for level in levels[at + 1 :] if level >= 0), 0)
    return 1 if after > 0 else 0


def _reversed_runs(ordered: Sequence[tuple[Piece, int]], level: int) -> Iterator[tuple[Piece, int]]:
    for is_run, run in groupby(ordered, key=lambda item: item[1] >= level):
        found = list(run)
        yield from reversed(found) if is_run else found


def _mirrored(piece: Piece) -> Piece:
    pairs = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
    turned = piece.text[::-1].translate(pairs)
    return Piece(turned, piece.font, piece.width, "R", was=piece.text)
