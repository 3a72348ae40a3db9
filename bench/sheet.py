"""An aftercare sheet, against ReportLab's own way of setting the same words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from io import BytesIO
from pathlib import Path
from time import process_time
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate

from bench.figures import Figure, Pair, interleaved
from needlelog import catalogue
from needlelog.db import timeline
from needlelog.db.store import Store
from needlelog.documents import fonts
from needlelog.documents.aftercare import render
from needlelog.domain import aftercare
from needlelog.domain.aftercare import AftercareSheet
from needlelog.ui.screens.chair import facts

_RUNS = 15


def measure(records: Path) -> Iterator[Figure]:
    """The second and every later sheet: the first one reads the fonts."""
    yield rendered(_a_sheet(records)).at_ratio("aftercare sheet, warm", "ms", 1.5)


def rendered(sheet: AftercareSheet) -> Pair:
    """Milliseconds of the processor, by turns."""
    render(sheet)
    plainly(sheet)
    ours, floor = partial(_ms, render, sheet), partial(_ms, plainly, sheet)
    return interleaved(ours, floor, _RUNS)


def plainly(sheet: AftercareSheet) -> bytes:
    """The same paragraphs below each other: no map, no signs, no columns, no fitting."""
    made = BytesIO()
    page = SimpleDocTemplate(made, pagesize=A4, topMargin=20, bottomMargin=20, invariant=1)
    flow: list[Flowable] = []
    for name, words in (("Inter-Regular", _regular(sheet)), ("Inter-SemiBold", _semibold(sheet))):
        font_name = fonts.font(name).fontName
        look = ParagraphStyle(name, fontName=font_name, fontSize=11, leading=13)
        flow += [Paragraph(escape(text), look) for text in words]
    page.build(flow)
    return made.getvalue()


def _regular(sheet: AftercareSheet) -> list[str]:
    clinic = sheet.clinic
    found = [clinic.address, clinic.hours, clinic.out_of_hours, sheet.client_line]
    found += [sheet.session_line, sheet.treated, sheet.expect, sheet.for_doctor, sheet.made]
    for group in sheet.groups:
        found += [group.caption, *(line.text for line in group.lines)]
    return found + [f"{warning.lead} {warning.text}" for warning in sheet.warnings]


def _semibold(sheet: AftercareSheet) -> list[str]:
    clinic = sheet.clinic
    found = [clinic.name, clinic.phone, sheet.client_name, sheet.next_session, sheet.treated_by]
    for group in sheet.groups:
        found += [group.title, *(line.when for line in group.lines if line.when)]
    return found


def _ms(work: Callable[[AftercareSheet], bytes], sheet: AftercareSheet) -> float:
    began = process_time()
    work(sheet)
    return (process_time() - began) * 1000


def _a_sheet(records: Path) -> AftercareSheet:
    """For the session that waits for its signature."""
    store = Store.open(records)
    try:
        with store.reading() as db:
            waiting = (one for one in timeline.unfinished(db) if not one.planned_layers)
            known = facts.load(db, next(waiting).id)
    finally:
        store.close()
    made_at = known.session.happened_at + timedelta(hours=1)
    return aftercare.sheet(
        known.session,
        known.client,
        known.clinic,
        known.sheet_facts(made_at),
        catalogue.aftercare_guide(),
        catalogue.zones(),
    )
