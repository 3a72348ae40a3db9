"""The aftercare sheet: one page for a client to take home."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from needlelog.documents import sheet_parts as parts
from needlelog.documents import small_sheet
from needlelog.documents.blocks import Text, TwoColumns
from needlelog.documents.demo_mark import begin_page
from needlelog.documents.ink import new_canvas
from needlelog.documents.letterhead import Letterhead, draw_head_rule, letterhead
from needlelog.documents.paper import A5, Size, size_of
from needlelog.documents.sheet_look import BOTTOM, SIDE, STEPS, TOP, Density, density
from needlelog.documents.sheet_steps import Steps, steps
from needlelog.documents.sheet_treatment import Treatment, treatment
from needlelog.documents.text import unprintable
from needlelog.domain.aftercare import AftercareSheet
from needlelog.i18n import _


@dataclass(frozen=True, slots=True)
class _Page:
    """The parts of one sheet from top to bottom, measured for one density."""

    letterhead: Letterhead
    headline: TwoColumns
    treatment: Treatment
    steps: Steps
    warnings: parts.Warnings
    next_visit: TwoColumns
    doctor: Text
    foot: TwoColumns
    density: Density

    @property
    def height(self) -> float:
        measured = (
            self.letterhead, self.headline, self.treatment, self.steps, self.warnings,
            self.next_visit, self.doctor, self.foot,
        )  # fmt: skip
        gaps = 5 * self.density.block_gap + 6 + 12
        return sum(part.height for part in measured) + gaps


def render(sheet: AftercareSheet, logo: bytes = b"") -> bytes:
    """The sheet as a PDF of one page; of two or more on A5. Equal sheets make equal bytes."""
    size = size_of(sheet.clinic.paper)
    made = BytesIO()
    canvas = new_canvas(made, size)
    # The file's own data names no client: it is read by everything a file passes through.
    canvas.setTitle(_("{clinic}: aftercare").format(clinic=sheet.clinic.name))
    canvas.setAuthor(sheet.clinic.name)
    if size == A5:
        small_sheet.draw(canvas, sheet, logo, size)
    else:
        begin_page(canvas, sheet.clinic, size)
        _draw(canvas, _fitting(sheet, logo, size), size)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def characters_missing(sheet: AftercareSheet) -> str:
    """Characters on the sheet that no font has; paper shows '[?]' for each. Empty: all is well."""
    clinic = sheet.clinic
    anybodys = (
        clinic.name, clinic.address, clinic.phone, clinic.hours, clinic.out_of_hours,
        clinic.emergency_number, sheet.client_name, sheet.client_mark, sheet.treated,
        sheet.treated_by, sheet.for_doctor,
    )  # fmt: skip
    return unprintable(" ".join(anybodys))


def _fitting(sheet: AftercareSheet, logo: bytes, size: Size) -> _Page:
    """The loosest page that fits; the tightest where none does."""
    width = size[0] - 2 * SIDE
    head = letterhead(sheet.clinic, width, logo)
    loosest = _page(sheet, head, width, density(0))

    @cache
    def page(step: int) -> _Page:
        spaces = density(step)
        return replace(
            loosest,
            treatment=treatment(sheet, width, spaces),
            steps=steps(sheet.groups, width, spaces),
            warnings=parts.warnings(sheet, width, spaces),
            density=spaces,
        )

    room = size[1] - TOP - BOTTOM
    return page(bisect_left(range(STEPS), True, key=lambda step: page(step).height <= room))


def _page(sheet: AftercareSheet, head: Letterhead, width: float, spaces: Density) -> _Page:
    return _Page(
        letterhead=head,
        headline=parts.headline(sheet, width),
        treatment=treatment(sheet, width, spaces),
        steps=steps(sheet.groups, width, spaces),
        warnings=parts.warnings(sheet, width, spaces),
        next_visit=parts.next_visit(sheet, width),
        doctor=parts.doctor_line(sheet, width),
        foot=parts.foot(sheet, width),
        density=spaces,
    )


def _draw(canvas: Canvas, page: _Page, size: Size) -> None:
    """Everything from the top down; the doctor's line and the foot from the bottom up."""
    width = size[0] - 2 * SIDE
    gap = page.density.block_gap
    y = page.letterhead.draw(canvas, SIDE, size[1] - TOP) - 6
    draw_head_rule(canvas, SIDE, width, y)
    y = page.headline.draw(canvas, SIDE, y - gap)
    y = page.treatment.draw(canvas, SIDE, y - gap)
    y = page.steps.draw(canvas, SIDE, y)
    y = page.warnings.draw(canvas, SIDE, y - gap)
    page.next_visit.draw(canvas, SIDE, y - gap)
    y = BOTTOM + page.foot.height
    page.foot.draw(canvas, SIDE, y)
    y += 6 + page.doctor.height
    page.doctor.draw(canvas, SIDE, y)
    parts.draw_rule(canvas, SIDE, width, y + 6)
