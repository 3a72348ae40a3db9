"""The edges of the aftercare sheet: headline, warnings, next visit, foot."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reportlab.pdfgen.canvas import Canvas

from needlelog.documents.blocks import Look, Text, TwoColumns, height_of, text
from needlelog.documents.fonts import Weight
from needlelog.documents.ink import DANGER, DANGER_GROUND, RULE
from needlelog.documents.sheet_look import (
    BODY,
    BODY_BOLD,
    CALL,
    CLIENT,
    NARROW,
    NEXT,
    PADDING,
    QUIET_BODY,
    SMALL,
    TITLE,
    Density,
)
from needlelog.documents.text import Span
from needlelog.domain.aftercare import AftercareSheet
from needlelog.domain.aftercare_guide import Urgency
from needlelog.domain.aftercare_rows import SheetWarning
from needlelog.i18n import _


@dataclass(frozen=True, slots=True)
class Warnings:
    """When to call, and whom."""

    call: TwoColumns
    signs: tuple[Text, ...]
    width: float
    gap: float

    @property
    def height(self) -> float:
        return self.call.height + height_of(self.signs) + 2 * PADDING + self.gap * len(self.signs)

    def draw(self, canvas: Canvas, left: float, top: float) -> float:
        canvas.setFillColor(DANGER_GROUND)
        canvas.setStrokeColor(DANGER)
        canvas.setLineWidth(1)
        low = top - self.height
        canvas.roundRect(left, low, self.width, self.height, 6, stroke=1, fill=1)
        at = self.call.draw(canvas, left + PADDING + 2, top - PADDING)
        for one in self.signs:
            at = one.draw(canvas, left + PADDING + 2, at - self.gap)
        return low


def headline(sheet: AftercareSheet, width: float) -> TwoColumns:
    """The title, and whose sheet it is: the name is wrapped before it is shortened."""
    title = text(_("Looking after your skin"), TITLE)
    is_narrow = width < NARROW
    room = width if is_narrow else width - title.width - 20
    whose = (
        text(sheet.client_name, CLIENT, room, 4),
        text(sheet.client_line, QUIET_BODY, room, 1),
        text(sheet.session_line, QUIET_BODY, room, 1),
    )
    return (
        TwoColumns((title, *whose), (), width) if is_narrow else TwoColumns((title,), whose, width)
    )


def warnings(sheet: AftercareSheet, width: float, density: Density) -> Warnings:
    clinic = sheet.clinic
    room = width - 2 * PADDING - 4
    call = text(_("Call us: {phone}").format(phone=clinic.phone), CALL, room * 0.6, 1)
    beside = replace(SMALL, leading=call.leading / SMALL.size)  # stands on the number's line
    hours = text(clinic.hours, beside, room - call.width - 12, 1)
    signs = [
        text(_warning_spans(warning), _warning_look(warning, density), room)
        for warning in sheet.warnings
    ]
    if clinic.out_of_hours:
        closed = [Span(_("When we are closed:"), Weight.SEMIBOLD), Span(clinic.out_of_hours)]
        signs.insert(0, text(closed, density.body, room, 2))
    return Warnings(TwoColumns((call,), (hours,), room), tuple(signs), width, density.row_gap / 3)


def _warning_spans(warning: SheetWarning) -> list[Span]:
    is_emergency = warning.urgency is Urgency.EMERGENCY
    weight = Weight.SEMIBOLD if is_emergency else Weight.REGULAR
    return [Span(warning.lead, Weight.SEMIBOLD), Span(warning.text, weight)]


def _warning_look(warning: SheetWarning, density: Density) -> Look:
    is_emergency = warning.urgency is Urgency.EMERGENCY
    return replace(density.body, colour=DANGER) if is_emergency else density.body


def next_visit(sheet: AftercareSheet, width: float) -> TwoColumns:
    day = sheet.next_session or _("Not agreed yet")
    left = (
        text(_("Your next session"), SMALL),
        text(day, NEXT),
        text(_("If you are worried, don't wait for it: call us."), BODY),
    )
    right = (text(_("Treated by"), SMALL), text(sheet.treated_by, BODY_BOLD, width * 0.42, 2))
    return TwoColumns(left, right if sheet.treated_by else (), width)


def doctor_line(sheet: AftercareSheet, width: float) -> Text:
    spans = [Span(_("For a doctor:"), Weight.SEMIBOLD), Span(sheet.for_doctor)]
    return text(spans, replace(SMALL, size=9), width, 4)


def foot(sheet: AftercareSheet, width: float, page: int = 1, pages: int = 1) -> TwoColumns:
    left = f"{sheet.client_mark} · {_('Page {page} of {pages}').format(page=page, pages=pages)}"
    right = _("Made {when}").format(when=sheet.made)
    look = replace(SMALL, size=9)
    return TwoColumns((text(left, look),), (text(right, look),), width)


def draw_rule(canvas: Canvas, left: float, width: float, y: float) -> None:
    canvas.setStrokeColor(RULE)
    canvas.setLineWidth(0.7)
    canvas.line(left, y, left + width, y)
