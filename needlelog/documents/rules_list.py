"""The clinic's rules on paper: yours, the starting value, the source, and who changed it when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from reportlab.pdfgen.canvas import Canvas

from needlelog.documents import form_page
from needlelog.documents.blocks import Look, Text, text
from needlelog.documents.fonts import Weight
from needlelog.documents.form_page import FormHead, Page, Room
from needlelog.documents.form_parts import CAPTION, HEADING, rule
from needlelog.domain.clinic import Clinic
from needlelog.i18n import _

_SHARES = (0.37, 0.12, 0.13, 0.22, 0.16)
_NUMBERS = (1, 2)
_GAP = 8.0
_PADDING = 3.5
_PLAIN = Look(9.5)
_STRONG = Look(9.5, Weight.SEMIBOLD)


@dataclass(frozen=True, slots=True)
class PrintedRule:
    """Ready words, in the order of the columns."""

    label: str
    value: str
    starting: str
    source: str
    changed: str
    is_own: bool

    @property
    def cells(self) -> tuple[str, ...]:
        return (self.label, self.value, self.starting, self.source, self.changed)


@dataclass(frozen=True, slots=True)
class RuleGroup:
    title: str
    rules: tuple[PrintedRule, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    """A rule, or the title of a group alone."""

    cells: tuple[Text, ...]

    @property
    def height(self) -> float:
        return max(cell.height for cell in self.cells) + 2 * _PADDING

    @property
    def is_title(self) -> bool:
        return len(self.cells) == 1


def render(clinic: Clinic, logo: bytes, groups: Sequence[RuleGroup], made: str) -> bytes:
    """The list as a PDF, on as many pages as it needs."""
    head = FormHead(clinic, logo, _("Rules of the clinic"), made)
    first, later = form_page.rooms(head)
    rows = tuple(_rows(groups, first.width))
    return form_page.render(head, tuple(_pages(rows, first, later)))


def _rows(groups: Sequence[RuleGroup], width: float) -> Iterator[_Row]:
    for group in groups:
        yield _Row((text(group.title, HEADING),))
        for one in group.rules:
            looks = (_STRONG, _STRONG if one.is_own else _PLAIN, _PLAIN, _PLAIN, _PLAIN)
            texts = zip(one.cells, looks, _SHARES, strict=True)
            yield _Row(tuple(text(words, look, width * of - _GAP) for words, look, of in texts))


def _pages(rows: Sequence[_Row], first: Room, later: Room) -> Iterator[Page]:
    """A title never stands last on a page."""
    page: list[_Row] = []
    left = _room(first)
    for place, row in enumerate(rows):
        follows = rows[place + 1].height if row.is_title and place + 1 < len(rows) else 0.0
        if page and row.height + follows > left:
            yield partial(_draw, tuple(page))
            page, left = [], _room(later)
        page.append(row)
        left -= row.height
    yield partial(_draw, tuple(page))


def _room(room: Room) -> float:
    return room.top - room.bottom - _heads_height()


def _heads_height() -> float:
    return text(_("Rule"), CAPTION).height + 4


def _draw(rows: Sequence[_Row], canvas: Canvas, room: Room) -> None:
    heads = (
        _("Rule"), _("Your value"), _("Starting value"), _("Source"), _("Changed on, by"),
    )  # fmt: skip
    _draw_cells(canvas, [text(words, CAPTION) for words in heads], room, room.top)
    top = room.top - _heads_height()
    rule(canvas, room.left, room.width, top + 1, strong=True)
    for row in rows:
        if row.is_title:
            row.cells[0].draw(canvas, room.left, top - _PADDING)
        else:
            _draw_cells(canvas, row.cells, room, top - _PADDING)
        top -= row.height
        rule(canvas, room.left, room.width, top)


def _draw_cells(canvas: Canvas, cells: Sequence[Text], room: Room, top: float) -> None:
    x = room.left
    for number, (cell, share) in enumerate(zip(cells, _SHARES, strict=True)):
        wide = room.width * share
        if number in _NUMBERS:
            cell.draw_right(canvas, x + wide - _GAP, top)
        else:
            cell.draw(canvas, x, top)
        x += wide
