"""The blank history form: what a client is asked, in plain words, to be written by hand."""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from needlelog import catalogue
from needlelog.documents import form_page
from needlelog.documents.blocks import Look, text
from needlelog.documents.form_page import FormHead, Room
from needlelog.documents.form_parts import (
    BOLD,
    BOX,
    CAPTION,
    Blank,
    blanks,
    box,
    broken,
    heading,
    paragraph,
    rule,
    ticks,
    words,
)
from needlelog.domain.clinic import Clinic
from needlelog.domain.reference import HistoryQuestion
from needlelog.i18n import _

_GAP = 8.0
_QUESTION = Look(10)
_ROW = 19.0
_COLUMN = 40.0
_ANSWERS = 3
_LINE_SHARE = 0.235


def history_form(clinic: Clinic, logo: bytes = b"") -> bytes:
    """Who the client is and how their health is; then medicines, allergies and the signature."""
    line = _("Answer every line. Not sure? Tick that, and ask us.")
    head = FormHead(clinic, logo, _("Questions about your health"), line)
    return form_page.render(head, (_first_page, _second_page))


def _first_page(canvas: Canvas, room: Room) -> None:
    top = _about(canvas, room.left, room.width, room.top)
    top = _questions(canvas, "skin", room.left, room.width, top - _GAP)
    _questions(canvas, "health", room.left, room.width, top - _GAP)


def _second_page(canvas: Canvas, room: Room) -> None:
    left, width = room.left, room.width
    top = blanks(canvas, [Blank(_("Your name")), Blank(_("Born"), 0.5)], left, width, room.top)
    top = _questions(canvas, "medicines", left, width, top - _GAP)
    top = _lines(canvas, _("Medicines you take, and how much"), left, width, top)
    top = _questions(canvas, "allergies", left, width, top - _GAP)
    top = _lines(canvas, _("Other allergies, and what happened"), left, width, top)
    top = _questions(canvas, "treatments", left, width, top - _GAP)
    top = _signed(canvas, left, width, top - _GAP)
    _for_the_clinic(canvas, left, width, top - _GAP)


def _about(canvas: Canvas, left: float, width: float, top: float) -> float:
    rows = (
        (Blank(_("Family name")), Blank(_("Given name"))),
        (Blank(_("Born")), Blank(_("Phone")), Blank(_("E-mail"), 1.4)),
        (Blank(_("Address")),),
        (Blank(_("Who we call in an emergency, and their number")),),
        (Blank(_("Your doctor, and their number")),),
    )
    for row in rows:
        top = blanks(canvas, row, left, width, top)
    return top


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where question, boxes and line to write on begin, and where the line ends."""

    question: float
    boxes: float
    line: float
    right: float

    @property
    def room(self) -> float:
        """For the words of a question."""
        return self.boxes - self.question - 8

    def box(self, number: int) -> float:
        """The middle of a box."""
        return self.boxes + _COLUMN * (number + 0.5)


def _columns(left: float, width: float) -> _Columns:
    line = left + width * (1 - _LINE_SHARE)
    return _Columns(left, line - 10 - _ANSWERS * _COLUMN, line, left + width)


def _questions(canvas: Canvas, section: str, left: float, width: float, top: float) -> float:
    """A section with its answers: three boxes, then a line to write on."""
    at = _columns(left, width)
    low = heading(canvas, _section_titles()[section], left, width, top)
    for number, answer in enumerate((_("Yes"), _("No"), _("Not sure"))):
        word = text(answer, CAPTION)
        word.draw(canvas, at.box(number) - word.width / 2, top - 1)
    for question in catalogue.history_questions().values():
        if question.section == section:
            low = _question(canvas, question, at, low)
    return low


def _question(canvas: Canvas, question: HistoryQuestion, at: _Columns, top: float) -> float:
    asked = broken(_(question.question), at.room, _QUESTION)
    height = max(_ROW, asked.height + 4)
    middle = top - height / 2
    asked.draw(canvas, at.question, middle + asked.height / 2)
    for number in range(_ANSWERS):
        box(canvas, at.box(number) - BOX / 2, middle)
    if question.detail:
        start = words(canvas, _detail_words()[question.detail], at.line, middle - 1, CAPTION) + 3
        rule(canvas, start, at.right - start, top - height + 3, strong=True)
    rule(canvas, at.question, at.line - 10 - at.question, top - height)
    return top - height


def _lines(canvas: Canvas, title: str, left: float, width: float, top: float) -> float:
    """Words over two lines to write on."""
    for field in (Blank(title), Blank("")):
        top = blanks(canvas, [field], left, width, top)
    return top


def _signed(canvas: Canvas, left: float, width: float, top: float) -> float:
    top = heading(canvas, _("Your consent to keep this record"), left, width, top)
    agreed = _(
        "What I wrote is true as far as I know, and I will tell the clinic when it changes. The "
        "clinic may keep this record of my health and my treatments. I may ask to see it."
    )
    top = paragraph(canvas, agreed, left, width, top, _QUESTION) - 4
    return blanks(canvas, [Blank(_("Your signature")), Blank(_("Date"), 0.5)], left, width, top)


def _for_the_clinic(canvas: Canvas, left: float, width: float, top: float) -> None:
    top = heading(canvas, _("Filled in by the clinic"), left, width, top)
    middle = top - 8
    end = words(canvas, _("Allergies"), left, middle, BOLD) + 12
    states = [
        _("Known allergies"), _("No known allergies"),
        _("Allergies not recorded"), _("Allergies unavailable"),
    ]  # fmt: skip
    ticks(canvas, states, end, middle)
    row = (Blank(_("Talked through with")), Blank(_("Date"), 0.5), Blank(_("Client no."), 0.5))
    blanks(canvas, row, left, width, top - 14)


def _section_titles() -> dict[str, str]:
    return {
        "skin": _("Your skin, where you want treatment"),
        "health": _("Your health, now or before"),
        "medicines": _("Medicines and creams you use"),
        "allergies": _("Allergies: did you ever react"),
        "treatments": _("Treatments you had"),
    }


def _detail_words() -> dict[str, str]:
    return {
        "what": _("What:"),
        "when": _("When:"),
        "where": _("Where:"),
        "who": _("Who:"),
        "until": _("Until:"),
        "weeks": _("Weeks:"),
    }
