"""The blank treatment card: one session of the chair, to be written by hand."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas

from needlelog import catalogue
from needlelog.documents import card_reactions, card_zones, form_page
from needlelog.documents.form_page import FormHead, Room
from needlelog.documents.form_parts import (
    BOLD,
    CAPTION,
    ROOM_TO_WRITE,
    Blank,
    blanks,
    heading,
    ticks,
    words,
)
from needlelog.domain.clinic import Clinic
from needlelog.domain.session import NOT_NOTED
from needlelog.i18n import _

_GAP = 3.5
_SPOTS = 4


def treatment_card(clinic: Clinic, logo: bytes = b"") -> bytes:
    """First what is asked, with face and neck; then scalp, body, spots and notes."""
    line = _("Write now, enter later: on the client's page, ‘Enter a session from paper’.")
    head = FormHead(clinic, logo, _("Treatment card"), line)
    return form_page.render(head, (_first_page, _second_page))


def _first_page(canvas: Canvas, room: Room) -> None:
    left, width = room.left, room.width
    top = _who(canvas, room)
    top = card_zones.draw_face(canvas, left, width, top - _GAP)
    top = _how(canvas, left, top - _GAP)
    top = _products(canvas, left, width, top - _GAP)
    top = card_reactions.draw(canvas, left, width, top - _GAP)
    top = _ending(canvas, left, width, top - _GAP)
    if top - 2 * ROOM_TO_WRITE > room.bottom:
        _notes(canvas, _("Notes"), room, top - _GAP)


def _second_page(canvas: Canvas, room: Room) -> None:
    left, width = room.left, room.width
    row = (Blank(_("Client")), Blank(_("Number"), 0.4), Blank(_("Date"), 0.5))
    top = blanks(canvas, row, left, width, room.top)
    top = card_zones.draw_rest(canvas, left, width, top - _GAP)
    top = _spots(canvas, left, width, top - _GAP)
    _notes(canvas, _("Notes, also done today"), room, top - _GAP)


def _who(canvas: Canvas, room: Room) -> float:
    left, width = room.left, room.width
    first = (
        Blank(_("Family name")), Blank(_("Given name"), 0.8),
        Blank(_("Born"), 0.55), Blank(_("Client no."), 0.5),
    )  # fmt: skip
    top = blanks(canvas, first, left, width, room.top)
    second = (
        Blank(_("Date"), 0.6), Blank(_("Needling from"), 0.55), Blank(_("to"), 0.35),
        Blank(_("Treated by")),
    )  # fmt: skip
    top = blanks(canvas, second, left, width, top)
    middle = top - 9
    end = ticks(canvas, [_("Client said name and birth date")], left, middle)
    blanks(canvas, [Blank(_("Why treated"))], end + 14, room.right - end - 14, top + 3)
    return top - 16


def _how(canvas: Canvas, left: float, top: float) -> float:
    """Endpoint and pattern, by the chips of the brush."""
    endpoints = [
        _(chip.label) for chip in catalogue.choices("endpoint").values() if chip.id != NOT_NOTED
    ]
    patterns = [_(chip.label) for chip in catalogue.choices("technique").values()]
    for title, labels in ((_("Endpoint"), endpoints), (_("Pattern"), patterns)):
        middle = top - 8
        words(canvas, title, left, middle, BOLD)
        ticks(canvas, labels, left + 62, middle, gap=16)
        top -= 16
    return top


def _products(canvas: Canvas, left: float, width: float, top: float) -> float:
    top = heading(canvas, _("What was used"), left, width, top)
    lot, expiry = Blank(_("Lot"), 0.6), Blank(_("Expires"), 0.45)
    rows = (
        (Blank(_("Serum")), lot, expiry),
        (Blank(_("Serum")), lot, expiry),
        (Blank(_("Device, serial no.")), Blank(_("Tip, pins"), 0.7), lot),
        (Blank(_("Numbing")), Blank(_("Lot"), 0.4), Blank(_("Grams"), 0.25),
         Blank(_("On"), 0.25), Blank(_("Off"), 0.25), Blank(_("By"), 0.25)),
    )  # fmt: skip
    for row in rows:
        top = blanks(canvas, row, left, width, top)
    return top


def _ending(canvas: Canvas, left: float, width: float, top: float) -> float:
    top = heading(canvas, _("Closing"), left, width, top)
    stop = (Blank(_("Stopped early at"), 0.5), Blank(_("Why, what was done")))
    top = blanks(canvas, stop, left, width, top)
    middle = top - ROOM_TO_WRITE + 8
    labels = [_("Aftercare sheet given"), _("Explained"), _("Sharps disposed of")]
    end = ticks(canvas, labels, left, middle)
    row = (Blank(_("Next date")), Blank(_("Price"), 0.5))
    top = blanks(canvas, row, end + 14, left + width - end - 14, top)
    return blanks(
        canvas, [Blank(_("Signature")), Blank(_("Date, time"), 0.5)], left, width, top - 2
    )


def _spots(canvas: Canvas, left: float, width: float, top: float) -> float:
    note = _("number them on the map")
    top = heading(canvas, _("Spots"), left, width, top, note)
    kinds = [_(chip.label) for chip in catalogue.choices("spot_kind").values()]
    words(canvas, _("Kinds: {kinds}").format(kinds=", ".join(kinds)), left, top - 7, CAPTION)
    top -= 12
    row = (
        Blank(_("No."), 0.25), Blank(_("Kind"), 0.8), Blank(_("mm × mm"), 0.5),
        Blank(_("Depth, mm"), 0.5), Blank(_("Passes"), 0.4), Blank(_("Name"), 0.7),
    )  # fmt: skip
    for _number in range(_SPOTS):
        top = blanks(canvas, row, left, width, top)
    return top


def _notes(canvas: Canvas, title: str, room: Room, top: float) -> None:
    """As many lines as the page has room for."""
    top = heading(canvas, title, room.left, room.width, top)
    while top - ROOM_TO_WRITE > room.bottom:
        top = blanks(canvas, [Blank("")], room.left, room.width, top)
