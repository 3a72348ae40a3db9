"""A paper is printed once more as it was given, marked as a copy."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas
from sqlalchemy.orm import Session

from needlelog.db import clients, clinic, handouts, sessions
from needlelog.domain.clinic import Practitioner
from needlelog.domain.handout import Handout, HandoutEvent, HandoutEventKind
from needlelog.ui.print_again import PrintAgain
from needlelog.ui.tasks import Tasks
from tests.builders import NOON, a_client, a_session
from tests.ui.conftest import Records

SPOOLER = """#!/bin/sh
case "$0" in
  *lpstat) [ "$1" = -e ] && echo Front_desk || echo "system default destination: Front_desk" ;;
  *) cat > "{spooled}" ;;
esac
"""


def a_page() -> bytes:
    made = BytesIO()
    canvas = Canvas(made)
    canvas.drawString(72, 700, "Aftercare as it was given")
    canvas.save()
    return made.getvalue()


@pytest.fixture
def sheet(records: Records, you: Practitioner) -> Handout:
    """A paper that was given for a session."""

    def given(db: Session) -> Handout:
        client = clients.add(db, a_client())
        session = sessions.start(db, a_session(client, treated_by_id=you.id))
        pdf = a_page()
        made = Handout(
            session.id, "aftercare", pdf, hashlib.sha256(pdf).hexdigest(), "en", "{}", NOON, NOON
        )
        here = clinic.get(db)
        assert here is not None
        clinic.save(db, replace(here, time_zone="Pacific/Auckland"))
        handouts.add(db, made)
        return made

    kept: Handout = records(given)
    return kept


@pytest.fixture
def again(qtbot: QtBot, tasks: Tasks) -> PrintAgain:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return PrintAgain(tasks, window, window)


@pytest.fixture
def spooled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A spooler with one printer; what it takes lies in this file."""
    target = tmp_path / "spooled.pdf"
    programs = tmp_path / "programs"
    programs.mkdir()
    for name in ("lp", "lpstat"):
        program = programs / name
        program.write_text(SPOOLER.format(spooled=target), encoding="utf-8")
        program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}:/usr/bin:/bin")
    return target


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    text = document[0].get_textpage().get_text_bounded()
    document.close()
    return str(text)


def events(records: Records, sheet: Handout) -> tuple[HandoutEvent, ...]:
    found: tuple[HandoutEvent, ...] = records(partial(handouts.events, session_id=sheet.session_id))
    return found


def test_the_printer_gets_the_page_as_it_was_given_with_the_mark(
    qtbot: QtBot,
    again: PrintAgain,
    records: Records,
    you: Practitioner,
    sheet: Handout,
    spooled: Path,
) -> None:
    with qtbot.waitSignal(again.toast_asked) as told:
        again.print_copy(sheet.id)
    assert told.args[0].text == "The printer took the page"
    text = text_of(spooled.read_bytes())
    assert "Aftercare as it was given" in text
    assert "Copy" in text
    qtbot.waitUntil(lambda: len(events(records, sheet)) == 1)
    (event,) = events(records, sheet)
    assert (event.kind, event.by_id) == (HandoutEventKind.PRINTED, you.id)
    assert event.note == "copy"


def test_without_a_printer_the_pdf_is_offered_and_saved_with_the_mark(
    qtbot: QtBot,
    again: PrintAgain,
    records: Records,
    sheet: Handout,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with qtbot.waitSignal(again.toast_asked) as told:
        again.print_copy(sheet.id)
    (toast,) = told.args
    assert toast.text == "No printer found. Save the PDF instead."
    toast.then()

    dialogs = [one for one in QApplication.topLevelWidgets() if isinstance(one, QFileDialog)]
    (dialog,) = [one for one in dialogs if one.isVisible()]
    assert Path(dialog.selectedFiles()[0]).name == "2026-11-24-aftercare-copy.pdf"
    target = tmp_path / "again.pdf"
    with qtbot.waitSignal(again.toast_asked) as told:
        dialog.fileSelected.emit(str(target))
    assert told.args[0].text == "Saved as again.pdf"
    assert "Copy" in text_of(target.read_bytes())
    dialog.reject()
