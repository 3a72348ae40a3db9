"""How long a sheet takes, against ReportLab's own way of setting the same words."""

from __future__ import annotations

import time
from collections.abc import Callable
from io import BytesIO
from statistics import median
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate

from needlelog.documents import fonts
from needlelog.documents.aftercare import render
from needlelog.domain.aftercare import AftercareSheet
from tests.documents.pages import a_sheet

RUNS = 15


def regular(sheet: AftercareSheet) -> list[str]:
    clinic = sheet.clinic
    found = [clinic.address, clinic.hours, clinic.out_of_hours, sheet.client_line]
    found += [sheet.session_line, sheet.treated, sheet.expect, sheet.for_doctor, sheet.made]
    for group in sheet.groups:
        found += [group.caption, *(line.text for line in group.lines)]
    return found + [f"{warning.lead} {warning.text}" for warning in sheet.warnings]


def semibold(sheet: AftercareSheet) -> list[str]:
    clinic = sheet.clinic
    found = [clinic.name, clinic.phone, sheet.client_name, sheet.next_session, sheet.treated_by]
    for group in sheet.groups:
        found += [group.title, *(line.when for line in group.lines if line.when)]
    return found


def plainly(sheet: AftercareSheet) -> bytes:
    """The same paragraphs below each other: no map, no signs, no columns, no fitting."""
    made = BytesIO()
    page = SimpleDocTemplate(made, pagesize=A4, topMargin=20, bottomMargin=20, invariant=1)
    flow: list[Flowable] = []
    for name, words in (("Inter-Regular", regular(sheet)), ("Inter-SemiBold", semibold(sheet))):
        font_name = fonts.font(name).fontName
        look = ParagraphStyle(name, fontName=font_name, fontSize=11, leading=13)
        flow += [Paragraph(escape(text), look) for text in words]
    page.build(flow)
    return made.getvalue()


def seconds(work: Callable[[AftercareSheet], bytes], sheet: AftercareSheet) -> float:
    began = time.process_time()
    work(sheet)
    return time.process_time() - began


def test_a_warm_sheet_takes_at_most_half_as_long_again_as_plain_paragraphs() -> None:
    sheet = a_sheet()
    render(sheet)
    plainly(sheet)
    ours, plain = [], []
    for _run in range(RUNS):
        ours.append(seconds(render, sheet))
        plain.append(seconds(plainly, sheet))
    assert median(ours) <= 1.5 * median(plain)
