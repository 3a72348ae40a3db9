"""The aftercare sheet on A5: the same words in the same size, on as many pages as they need."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from reportlab.pdfgen.canvas import Canvas

from needlelog.documents import sheet_parts as parts
from needlelog.documents.demo_mark import begin_page
from needlelog.documents.letterhead import draw_head_rule, letterhead
from needlelog.documents.paper import Size
from needlelog.documents.sheet_look import STEPS, Density, density
from needlelog.documents.sheet_steps import steps
from needlelog.documents.sheet_treatment import treatment
from needlelog.domain.aftercare import AftercareSheet

_SIDE = 26.0
_TOP = 24.0
_BOTTOM = 20.0
_ABOVE_FOOT = 6.0
_UNDER_LETTERHEAD = 6.0


class _Part(Protocol):
    @property
    def height(self) -> float: ...

    def draw(self, canvas: Canvas, left: float, top: float) -> float: ...


@dataclass(frozen=True, slots=True)
class _Block:
    """A part that stays whole, and the gap over it where it does not begin a page."""

    part: _Part
    gap: float


Page = Sequence[_Block]


def draw(canvas: Canvas, sheet: AftercareSheet, logo: bytes, size: Size) -> None:
    """The pages, in the loosest density that needs no page more than the tightest does."""
    width = size[0] - 2 * _SIDE
    head = letterhead(sheet.clinic, width, logo)
    foot = parts.foot(sheet, width)
    room = size[1] - _TOP - _BOTTOM - foot.height - _ABOVE_FOOT
    first = room - head.height - 2 * _UNDER_LETTERHEAD
    fewest = len(_pages(_blocks(sheet, width, density(STEPS)), first, room))
    pages = next(
        found
        for step in range(STEPS + 1)
        if len(found := _pages(_blocks(sheet, width, density(step)), first, room)) == fewest
    )
    for number, page in enumerate(pages, 1):
        begin_page(canvas, sheet.clinic, size)
        top = size[1] - _TOP
        if number == 1:
            top = head.draw(canvas, _SIDE, top) - _UNDER_LETTERHEAD
            draw_head_rule(canvas, _SIDE, width, top)
            top -= _UNDER_LETTERHEAD
        for place, block in enumerate(page):
            top = block.part.draw(canvas, _SIDE, top - (block.gap if place else 0))
        foot = parts.foot(sheet, width, number, len(pages))
        foot.draw(canvas, _SIDE, _BOTTOM + foot.height)
        canvas.showPage()


def _blocks(sheet: AftercareSheet, width: float, spaces: Density) -> tuple[_Block, ...]:
    gap = spaces.block_gap
    return (
        _Block(parts.headline(sheet, width), 0),
        _Block(treatment(sheet, width, spaces), gap),
        *(_Block(steps((group,), width, spaces), 0) for group in sheet.groups),
        _Block(parts.warnings(sheet, width, spaces), gap),
        _Block(parts.next_visit(sheet, width), gap),
        _Block(parts.doctor_line(sheet, width), gap),
    )


def _pages(blocks: Sequence[_Block], first: float, room: float) -> list[Page]:
    return list(_filled(blocks, first, room))


def _filled(blocks: Sequence[_Block], first: float, room: float) -> Iterator[Page]:
    page: list[_Block] = []
    left = first
    for block in blocks:
        needed = block.part.height + (block.gap if page else 0)
        if page and needed > left:
            yield page
            page, left, needed = [], room, block.part.height
        page.append(block)
        left -= needed
    yield page
