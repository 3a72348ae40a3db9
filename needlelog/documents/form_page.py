"""The frame of a blank form: letterhead, title, pages that are counted, and room between."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from needlelog.documents.blocks import TwoColumns, text
from needlelog.documents.demo_mark import begin_page
from needlelog.documents.form_parts import CAPTION, TITLE
from needlelog.documents.ink import new_canvas
from needlelog.documents.letterhead import draw_head_rule, letterhead
from needlelog.documents.paper import roomy_size_of
from needlelog.domain.clinic import Clinic
from needlelog.i18n import _

SIDE = 36.0
TOP = 26.0
BOTTOM = 24.0


@dataclass(frozen=True, slots=True)
class Room:
    """What is left of a page between its head and its foot, in points."""

    left: float
    width: float
    top: float
    bottom: float

    @property
    def right(self) -> float:
        return self.left + self.width


Page = Callable[[Canvas, Room], None]


@dataclass(frozen=True, slots=True)
class FormHead:
    clinic: Clinic
    logo: bytes
    title: str
    line: str
    """What to do with the form, beside its title."""


def render(head: FormHead, pages: Sequence[Page]) -> bytes:
    """The form as a PDF. Equal clinics make equal bytes."""
    size = roomy_size_of(head.clinic.paper)
    made = BytesIO()
    canvas = new_canvas(made, size)
    canvas.setTitle(head.title)
    canvas.setAuthor(head.clinic.name)
    for number, draw in enumerate(pages, 1):
        begin_page(canvas, head.clinic, size)
        width = size[0] - 2 * SIDE
        top = _draw_head(canvas, head, width, size[1] - TOP, with_letterhead=number == 1)
        foot = _foot(head, width, number, len(pages))
        foot.draw(canvas, SIDE, BOTTOM + foot.height)
        draw(canvas, Room(SIDE, width, top, BOTTOM + foot.height + 4))
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def rooms(head: FormHead) -> tuple[Room, Room]:
    """What the first page and every later one has room for."""
    size = roomy_size_of(head.clinic.paper)
    width = size[0] - 2 * SIDE
    bottom = BOTTOM + _foot(head, width, 1, 1).height + 4
    title = text(head.title, TITLE).height + 3
    first = letterhead(head.clinic, width, head.logo).height + 9
    top = size[1] - TOP - title
    return Room(SIDE, width, top - first, bottom), Room(SIDE, width, top, bottom)


def _draw_head(
    canvas: Canvas, head: FormHead, width: float, top: float, with_letterhead: bool
) -> float:
    if with_letterhead:
        top = letterhead(head.clinic, width, head.logo).draw(canvas, SIDE, top) - 4
        draw_head_rule(canvas, SIDE, width, top)
        top -= 5
    title = text(head.title, TITLE)
    line = text(head.line, CAPTION, width - title.width - 20, 2)
    line.draw_right(canvas, SIDE + width, top - (title.height - line.height) / 2)
    return title.draw(canvas, SIDE, top) - 3


def _foot(head: FormHead, width: float, page: int, pages: int) -> TwoColumns:
    left = f"{head.clinic.name} · {head.title}"
    right = _("Page {page} of {pages}").format(page=page, pages=pages)
    return TwoColumns((text(left, CAPTION, width * 0.8, 1),), (text(right, CAPTION),), width)
