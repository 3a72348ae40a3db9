"""Paper that leaves the chair: what the printer got is what the record says, or nothing is said."""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from needlelog.db import handouts
from needlelog.documents.copy_mark import mark_copy
from needlelog.domain.handout import Handout, HandoutEvent, HandoutEventKind
from needlelog.ui import printing
from needlelog.ui.paper_out import PaperOut
from needlelog.ui.screens.chair.chair import Chair
from needlelog.ui.tasks import Tasks
from needlelog.ui.widgets.chips import ChipGroup
from needlelog.ui.widgets.sheet import Sheet
from needlelog.ui.widgets.toast import Toast
from tests.disks import mounted
from tests.ui.conftest import Records
from tests.ui.screens.chair.doing import tap, tap_zone
from tests.ui.spooler import Spooler


@pytest.fixture
def page(qtbot: QtBot, chair: Chair) -> Chair:
    """The chair with its page drawn, ready to hand over."""
    tap_zone(qtbot, chair, "face.chin")
    tap(qtbot, chair.bar.strip.button("aftercare"))
    qtbot.waitUntil(chair.finish.print.isEnabled)
    qtbot.waitUntil(lambda: chair.finish.preview.page_count() == 1)
    return chair


@pytest.fixture
def toasts(page: Chair, tasks: Tasks) -> list[str]:
    """What the person is told, in order."""
    told: list[str] = []
    page.toast_asked.connect(lambda toast: told.append(toast.text))
    tasks.failed.connect(lambda error: told.append(str(error)))
    return told


def papers(records: Records, chair: Chair) -> tuple[Handout, ...]:
    return records(lambda db: handouts.for_session(db, chair.session.id))  # type: ignore[no-any-return]  # handouts


def events(records: Records, chair: Chair) -> tuple[HandoutEvent, ...]:
    return records(lambda db: handouts.events(db, chair.session.id))  # type: ignore[no-any-return]  # events


def choose(qtbot: QtBot, chair: Chair, printer: str) -> None:
    """Answer the question which printer."""
    qtbot.waitUntil(lambda: bool(asked_sheets(chair)))
    (sheet,) = asked_sheets(chair)
    tap(qtbot, sheet.findChildren(ChipGroup)[0].chip(printer))


def asked_sheets(chair: Chair) -> list[Sheet]:
    sheets = chair.window().findChildren(Sheet)
    return [one for one in sheets if one.isVisible() and one.accessibleName() == "Which printer?"]


def test_the_very_bytes_reach_the_printer_and_are_kept(
    qtbot: QtBot, page: Chair, spooler: Spooler, records: Records, toasts: list[str]
) -> None:
    spooler.has("Front_desk")
    tap(qtbot, page.finish.print)
    qtbot.waitUntil(lambda: page.finish.paper.given.handout is not None)

    (kept,) = papers(records, page)
    assert spooler.printed == kept.pdf
    assert hashlib.sha256(kept.pdf).hexdigest() == kept.sha256
    assert [event.kind for event in events(records, page)] == [HandoutEventKind.PRINTED]
    assert toasts == ["The printer took the page"]


def test_the_list_of_jobs_names_nobody(qtbot: QtBot, page: Chair, spooler: Spooler) -> None:
    spooler.has("Front_desk")
    tap(qtbot, page.finish.print)
    qtbot.waitUntil(lambda: spooler.printed is not None)

    assert spooler.asked == ["-d Front_desk -t NeedleLog -"]


def test_a_double_tap_on_print_prints_once(
    qtbot: QtBot, page: Chair, spooler: Spooler, records: Records
) -> None:
    spooler.has("Front_desk")
    tap(qtbot, page.finish.print)
    tap(qtbot, page.finish.print)
    qtbot.waitUntil(lambda: page.finish.paper.given.handout is not None)

    assert len(spooler.asked) == 1
    assert len(papers(records, page)) == 1


def test_what_the_printer_refuses_is_not_said_to_be_printed(
    qtbot: QtBot, page: Chair, spooler: Spooler, records: Records, toasts: list[str]
) -> None:
    spooler.has("Front_desk")
    spooler.refuses()
    tap(qtbot, page.finish.print)
    qtbot.waitUntil(lambda: bool(toasts))

    assert len(toasts) == 1
    assert toasts[0] == (
        "“Front_desk” did not take the page: The printer is not accepting jobs. The record is "
        "safe. Choose another printer, or save the PDF instead."
    )
    assert papers(records, page) == ()
    assert events(records, page) == ()


def test_a_printer_that_hangs_is_given_up(
    qtbot: QtBot,
    page: Chair,
    spooler: Spooler,
    records: Records,
    toasts: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(printing, "SPOOLER_SECONDS", 0.3)
    spooler.has("Front_desk")
    spooler.hangs()
    tap(qtbot, page.finish.print)
    qtbot.waitUntil(lambda: bool(toasts))

    assert "did not take the page: the spooler does not answer." in toasts[0]
    assert papers(records, page) == ()


def test_without_a_printer_the_file_is_offered(
    qtbot: QtBot, page: Chair, spooler: Spooler, tmp_path: Path, records: Records
) -> None:
    told: list[Toast] = []
    page.toast_asked.connect(told.append)
    tap(qtbot, page.finish.print)
    qtbot.waitUntil(lambda: bool(told))

    assert (told[0].text, told[0].action) == (
        "No printer found. Save the PDF instead.",
        "Save PDF",
    )
    assert told[0].then is not None
    told[0].then()
    target = tmp_path / "sheet.pdf"
    save_as(target)
    qtbot.waitUntil(lambda: page.finish.paper.given.handout is not None)

    assert target.read_bytes() == papers(records, page)[0].pdf
    assert [event.kind for event in events(records, page)] == [HandoutEventKind.SAVED]


def save_as(target: Path) -> None:
    """Answer the dialog for a place."""
    dialogs = [one for one in QApplication.topLevelWidgets() if isinstance(one, QFileDialog)]
    (dialog,) = [one for one in dialogs if one.isVisible()]
    dialog.fileSelected.emit(str(target))
    dialog.reject()


def test_of_several_printers_one_is_asked_for_once(
    qtbot: QtBot, page: Chair, spooler: Spooler, records: Records
) -> None:
    spooler.has("Front_desk", "Back_room", default="Back_room")
    tap(qtbot, page.finish.print)
    choose(qtbot, page, "Front_desk")
    qtbot.waitUntil(lambda: len(papers(records, page)) == 1)
    qtbot.waitUntil(lambda: not page.finish.print.is_resting())
    tap(qtbot, page.finish.print)
    qtbot.waitUntil(lambda: len(papers(records, page)) == 2)

    assert spooler.asked == ["-d Front_desk -t NeedleLog -"] * 2


def test_after_a_refusal_another_printer_can_be_chosen(
    qtbot: QtBot, page: Chair, spooler: Spooler, toasts: list[str], records: Records
) -> None:
    spooler.has("Front_desk", "Back_room")
    spooler.refuses()
    tap(qtbot, page.finish.print)
    choose(qtbot, page, "Front_desk")
    qtbot.waitUntil(lambda: bool(toasts))
    spooler.accepts()
    qtbot.waitUntil(lambda: not page.finish.print.is_resting())
    tap(qtbot, page.finish.print)
    choose(qtbot, page, "Back_room")
    qtbot.waitUntil(lambda: len(papers(records, page)) == 1)

    assert spooler.asked[-1] == "-d Back_room -t NeedleLog -"


def test_a_printer_that_went_away_is_not_asked(
    qtbot: QtBot, page: Chair, spooler: Spooler, records: Records
) -> None:
    spooler.has("Front_desk", "Back_room")
    tap(qtbot, page.finish.print)
    choose(qtbot, page, "Front_desk")
    qtbot.waitUntil(lambda: len(papers(records, page)) == 1)
    spooler.has("Back_room")
    qtbot.waitUntil(lambda: not page.finish.print.is_resting())
    tap(qtbot, page.finish.print)
    qtbot.waitUntil(lambda: len(papers(records, page)) == 2)

    assert spooler.asked[-1] == "-d Back_room -t NeedleLog -"


def test_the_page_that_took_the_printer_offers_another_one(
    qtbot: QtBot, tasks: Tasks, page: Chair, spooler: Spooler
) -> None:
    spooler.has("Front_desk", "Back_room")
    told: list[Toast] = []
    out = PaperOut(tasks, page)
    out.toast_asked.connect(told.append)
    out.print(lambda: (b"%PDF-1.4 a page", None), lambda _made, _how: None, "page.pdf")
    choose(qtbot, page, "Front_desk")
    qtbot.waitUntil(lambda: bool(told))

    assert told[0].action == "Another printer"
    assert told[0].then is not None
    told[0].then()
    choose(qtbot, page, "Back_room")
    qtbot.waitUntil(lambda: len(spooler.asked) == 2)
    assert spooler.asked[-1] == "-d Back_room -t NeedleLog -"


def test_marking_a_copy_leaves_the_page_that_was_given_alone(
    qtbot: QtBot, page: Chair, spooler: Spooler, records: Records
) -> None:
    spooler.has("Front_desk")
    tap(qtbot, page.finish.print)
    qtbot.waitUntil(lambda: page.finish.paper.given.handout is not None)
    before = papers(records, page)[0]
    copy = mark_copy(before.pdf)
    after = papers(records, page)[0]

    assert copy != before.pdf
    assert after.pdf == before.pdf
    assert hashlib.sha256(after.pdf).hexdigest() == before.sha256


def test_closing_the_window_still_notes_what_the_printer_took(
    qtbot: QtBot, page: Chair, spooler: Spooler, records: Records, tasks: Tasks
) -> None:
    spooler.has("Front_desk")
    tap(qtbot, page.finish.print)
    tasks.finish()

    assert spooler.printed is not None
    assert [event.kind for event in events(records, page)] == [HandoutEventKind.PRINTED]


@pytest.mark.parametrize(
    "case",
    [
        ("no such folder/sheet.pdf", "its folder is not there"),
        ("locked/sheet.pdf", "this place may not be written to"),
        ("full/sheet.pdf", "the disk is full"),
    ],
)
def test_a_file_that_cannot_be_written_is_told_and_not_recorded(
    qtbot: QtBot,
    page: Chair,
    toasts: list[str],
    records: Records,
    disks: Path,
    case: tuple[str, str],
) -> None:
    place, sentence = case
    target = disks / place
    before = target.read_bytes() if target.exists() else None
    tap(qtbot, page.finish.save)
    save_as(target)
    qtbot.waitUntil(lambda: bool(toasts))

    assert toasts[0].startswith("“sheet.pdf” was not written: ")
    assert sentence in toasts[0]
    assert (target.read_bytes() if target.exists() else None) == before
    assert not list(disks.rglob("*.part"))
    assert papers(records, page) == ()
    assert events(records, page) == ()


@pytest.fixture
def disks(tmp_path: Path) -> Iterator[Path]:
    """Places that can't be written to: a disk that is locked, and one that is full."""
    folder = tmp_path / "disks"
    with mounted(folder / "locked", "1m") as locked, mounted(folder / "full", "64k") as full:
        for disk in (locked, full):
            (disk / "sheet.pdf").write_bytes(b"what stood there before")
        subprocess.run(["mount", "-o", "remount,ro", str(locked)], check=True)
        (full / "ballast").write_bytes(bytes(48 * 1024))
        yield folder


def said(page: Chair, kind: HandoutEventKind) -> None:
    """What the practitioner taps once the paper is in the client's hand."""
    page.finish.summary.handed_over.emit(kind)


def test_two_quick_taps_on_what_became_of_the_sheet_keep_one_sheet(
    qtbot: QtBot, page: Chair, records: Records
) -> None:
    said(page, HandoutEventKind.GIVEN_ON_PAPER)
    said(page, HandoutEventKind.EXPLAINED)
    qtbot.waitUntil(lambda: len(events(records, page)) == 2)

    (sheet,) = papers(records, page)
    assert {event.handout_id for event in events(records, page)} == {sheet.id}
    assert {event.kind for event in events(records, page)} == {
        HandoutEventKind.GIVEN_ON_PAPER,
        HandoutEventKind.EXPLAINED,
    }


def test_a_tap_made_while_the_sheet_is_kept_leaves_it_outdated(qtbot: QtBot, page: Chair) -> None:
    said(page, HandoutEventKind.GIVEN_ON_PAPER)
    session = page.session
    assert session.needling_ended_at is not None
    later = session.needling_ended_at + timedelta(hours=5)
    page.autosave.did("ended", replace(session, needling_ended_at=later))
    qtbot.waitUntil(lambda: page.finish.paper.given.handout is not None)

    assert page.finish.paper.is_outdated
    tap(qtbot, page.bar.undo)
    assert not page.finish.paper.is_outdated


def test_notes_draw_no_page(qtbot: QtBot, page: Chair) -> None:
    drawn: list[bool] = []
    page.finish.paper.drawn.connect(lambda: drawn.append(True))
    for letters in range(1, 21):
        page.autosave.typed("notes", replace(page.session, notes="a" * letters))
    assert page.session.needling_ended_at is not None
    later = page.session.needling_ended_at + timedelta(hours=5)
    page.autosave.did("ended", replace(page.session, needling_ended_at=later))
    qtbot.waitUntil(lambda: bool(drawn))
    page.autosave.typed("notes", replace(page.session, notes="b"))
    qtbot.waitUntil(lambda: page.autosave.is_saved)

    assert len(drawn) == 1


def test_many_changes_are_drawn_once_more_and_as_they_stand_last(qtbot: QtBot, page: Chair) -> None:
    drawn: list[bool] = []
    paper = page.finish.paper
    paper.drawn.connect(lambda: drawn.append(True))
    ended = page.session.needling_ended_at
    assert ended is not None
    for hours in range(1, 11):
        moved = replace(page.session, needling_ended_at=ended + timedelta(hours=hours))
        page.autosave.did("ended", moved)
    qtbot.waitUntil(lambda: bool(drawn))

    assert paper.newest is not None
    assert paper.newest.handout.needling_ended_at == ended + timedelta(hours=10)
    assert len(drawn) == 1
