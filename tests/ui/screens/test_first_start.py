"""New records ask whose they are and where they are to lie, in three steps."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from needlelog import settings
from needlelog.db import clients, clinic, practitioners
from needlelog.db.one_program import OneProgram
from needlelog.db.place import Place
from needlelog.db.store import Store
from needlelog.domain.clinic import Clinic, Practitioner
from needlelog.tour.application import application
from needlelog.tour.reach import saying
from needlelog.ui.screens.first_start import FirstStart
from needlelog.ui.screens.first_start_place import PlaceStep
from needlelog.ui.screens.today import Today
from needlelog.ui.system_time_zone import system_time_zone
from needlelog.ui.tasks import Tasks
from needlelog.ui.window import Window
from tests.builders import a_client, a_clinic, a_practitioner
from tests.ui.conftest import Records
from tests.ui.screens.people import is_whole, press, screen, tap, type_here, words_on
from tests.walk.layout import faults

ANSWERS = ("Linden Skin Studio", "+44 20 7946 0100", "Anneke de Vries, RN")


def kept_clinic(db: Session) -> Clinic | None:
    return clinic.get(db)


def in_file(file: Path) -> tuple[Clinic | None, tuple[Practitioner, ...]]:
    store = Store.open(file)
    with store.reading() as db:
        found = clinic.get(db), practitioners.everyone(db)
    store.close()
    return found


def records_in(folder: Path) -> set[str]:
    """What lies there, apart from the lock that tells programs apart."""
    names = {path.name for path in folder.iterdir()} if folder.exists() else set()
    return {name for name in names if not name.endswith((".lock", "-wal", "-shm"))}


def last_step(qtbot: QtBot, window: Window) -> PlaceStep:
    """The first two answered by keyboard."""
    page = screen(qtbot, window, FirstStart)
    for text in ANSWERS:
        type_here(text)
        press(Qt.Key.Key_Return)
    assert page.place.start.hasFocus()
    return page.place


def another_clinic(file: Path, name: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    store = Store.open(file, create=True)
    with store.transaction() as db:
        clinic.add(db, a_clinic(name=name))
        practitioners.add(db, a_practitioner())
        clients.add(db, a_client())
    store.close()


def test_three_steps_by_keyboard_alone_name_the_clinic_and_the_practitioner(
    qtbot: QtBot, new_window: Window, records: Records
) -> None:
    last_step(qtbot, new_window)
    press(Qt.Key.Key_Return)

    home = screen(qtbot, new_window, Today)
    kept = records(kept_clinic)
    assert (kept.name, kept.phone) == ANSWERS[:2]
    assert kept.time_zone == system_time_zone()
    assert not kept.is_demo
    (you,) = records(practitioners.everyone)
    assert (you.name, you.initials, you.profession) == (ANSWERS[2], "AV", "")
    qtbot.waitUntil(lambda: "No clients yet" in words_on(home))


def test_nothing_is_written_before_the_last_step(
    qtbot: QtBot, first_window: Window, home: Path
) -> None:
    last_step(qtbot, first_window)
    assert records_in(home) == set()
    press(Qt.Key.Key_Return)
    screen(qtbot, first_window, Today)
    assert records_in(home) == {"needlelog.db"}
    assert settings.load(settings.settings_file())[0].database is None


def test_a_step_that_is_done_says_its_answer_and_can_be_changed(
    qtbot: QtBot, new_window: Window, records: Records
) -> None:
    last_step(qtbot, new_window)
    page = screen(qtbot, new_window, FirstStart)
    clinic_card, you_card, _place = page.cards
    assert "Linden Skin Studio · +44 20 7946 0100" in words_on(clinic_card)
    assert "Anneke de Vries, RN" in words_on(you_card)
    tap(you_card.change)
    page.you.initials.edit.selectAll()
    QTest.keyClicks(page.you.initials.edit, "ADV")
    QTest.keyClicks(page.you.profession.edit, "Nurse")
    press(Qt.Key.Key_Return)
    tap(clinic_card.change)
    page.clinic.name.edit.selectAll()
    type_here("Alder Row")
    press(Qt.Key.Key_Return)
    tap(page.you.next)
    tap(page.place.start)

    screen(qtbot, new_window, Today)
    assert records(kept_clinic).name == "Alder Row"
    (you,) = records(practitioners.everyone)
    assert (you.initials, you.profession) == ("ADV", "Nurse")


def test_back_leads_to_the_step_before(qtbot: QtBot, new_window: Window) -> None:
    last_step(qtbot, new_window)
    page = screen(qtbot, new_window, FirstStart)
    tap(page.place.back)
    assert page.you.name.edit.hasFocus()
    tap(page.you.back)
    assert page.clinic.name.edit.hasFocus()
    assert page.clinic.name.text() == ANSWERS[0]


def test_what_is_missing_is_said_under_its_field_and_nothing_is_kept(
    qtbot: QtBot, new_window: Window, records: Records
) -> None:
    page = screen(qtbot, new_window, FirstStart)
    QTest.keyClicks(page.clinic.phone.edit, "call me")
    tap(page.clinic.next)

    assert page.clinic.name.error() == "Type the name of the clinic."
    assert page.clinic.phone.error() == "Type a phone number that clients can call."
    assert page.clinic.phone.text() == "call me"
    assert page.clinic.name.edit.hasFocus()
    assert not page.you.isVisible()
    assert records(kept_clinic) is None


def test_without_a_name_nobody_can_sign(qtbot: QtBot, new_window: Window) -> None:
    page = screen(qtbot, new_window, FirstStart)
    for text in (*ANSWERS[:2], " , "):
        type_here(text)
        press(Qt.Key.Key_Return)
    assert page.you.name.error() == "Type your name: it signs the sessions."
    assert not page.place.isVisible()


def test_initials_somebody_wrote_stay_when_the_name_is_typed_on(
    qtbot: QtBot, new_window: Window
) -> None:
    page = screen(qtbot, new_window, FirstStart)
    for text in ANSWERS[:2]:
        type_here(text)
        press(Qt.Key.Key_Return)
    type_here("Anneke")
    assert page.you.initials.text() == "A"
    page.you.initials.edit.selectAll()
    QTest.keyClicks(page.you.initials.edit, "XY")
    QTest.keyClicks(page.you.name.edit, " de Vries")
    assert page.you.initials.text() == "XY"


def test_a_name_nobody_can_print_is_not_taken_and_not_cut(qtbot: QtBot, new_window: Window) -> None:
    page = screen(qtbot, new_window, FirstStart)
    page.clinic.name.edit.setText("x" * 10_000)
    tap(page.clinic.next)

    assert "10000 characters are too many" in page.clinic.name.error()
    assert len(page.clinic.name.text()) == 10_000


def test_two_quick_taps_on_start_name_one_clinic(
    qtbot: QtBot, new_window: Window, records: Records
) -> None:
    step = last_step(qtbot, new_window)
    tap(step.start)
    tap(step.start)

    screen(qtbot, new_window, Today)
    (you,) = records(practitioners.everyone)
    kept, _complaint = settings.load(settings.settings_file())
    assert kept.practitioner == str(you.id)


# ------------------------------------------------------------------------------ the place


def test_another_folder_is_chosen_in_a_dialog_and_remembered(
    qtbot: QtBot, first_window: Window, home: Path, tmp_path: Path
) -> None:
    application()  # dialogs that a test can reach
    elsewhere = tmp_path / "Clinic files"
    elsewhere.mkdir()
    step = last_step(qtbot, first_window)
    tap(step.change)
    qtbot.waitUntil(lambda: bool(first_window.findChildren(QFileDialog)))
    (dialog,) = first_window.findChildren(QFileDialog)
    dialog.setDirectory(str(elsewhere))
    dialog.selectFile(str(elsewhere))
    dialog.accept()
    qtbot.waitUntil(lambda: str(elsewhere) in words_on(step))
    tap(step.start)

    screen(qtbot, first_window, Today)
    file = elsewhere / "needlelog.db"
    assert records_in(home) == set()
    assert records_in(elsewhere) == {"needlelog.db"}
    assert settings.load(settings.settings_file())[0].database == str(file)
    assert not OneProgram(file).hold()
    here = OneProgram(home / "needlelog.db")
    assert here.hold()
    here.release()
    first_window.close()
    kept, (you,) = in_file(file)
    assert kept is not None
    assert (kept.name, you.name) == (ANSWERS[0], ANSWERS[2])


def test_a_folder_with_another_clinics_records_offers_to_open_them(
    qtbot: QtBot, first_window: Window, home: Path, tmp_path: Path
) -> None:
    file = tmp_path / "old" / "needlelog.db"
    another_clinic(file, "Alder Row Skin Clinic")
    step = last_step(qtbot, first_window)
    step.look_at(file.parent)
    qtbot.waitUntil(step.open_other.isVisible)
    assert "The records of “Alder Row Skin Clinic” lie in this folder" in words_on(step)
    assert str(home) in words_on(step)
    tap(step.open_other)

    page = screen(qtbot, first_window, Today)
    qtbot.waitUntil(lambda: "VENKATARAMAN, Priya" in words_on(page))
    assert settings.load(settings.settings_file())[0].database == str(file)
    assert records_in(home) == set()


def test_records_that_are_open_elsewhere_are_not_taken(
    qtbot: QtBot, first_window: Window, tmp_path: Path
) -> None:
    file = tmp_path / "old" / "needlelog.db"
    another_clinic(file, "Alder Row Skin Clinic")
    other_program = OneProgram(file)
    assert other_program.hold()
    step = last_step(qtbot, first_window)
    step.look_at(file.parent)
    qtbot.waitUntil(step.open_other.isVisible)
    tap(step.open_other)
    qtbot.waitUntil(lambda: "open in another window of NeedleLog" in words_on(step))
    tap(step.start)
    screen(qtbot, first_window, Today)
    other_program.release()


def foreign(folder: Path) -> Path:
    (folder / "needlelog.db").write_bytes(b"\x89PNG" * 999)
    return folder


def damaged(folder: Path) -> Path:
    another_clinic(folder / "needlelog.db", "Cut off")
    os.truncate(folder / "needlelog.db", 5000)
    return folder


@pytest.mark.parametrize("spoil", [foreign, damaged])
def test_a_file_that_cannot_be_read_is_left_alone_and_said(
    qtbot: QtBot, first_window: Window, home: Path, tmp_path: Path, spoil: object
) -> None:
    folder = spoil(tmp_path)  # type: ignore[operator]  # one of the two above
    before = (folder / "needlelog.db").read_bytes()
    step = last_step(qtbot, first_window)
    step.look_at(folder)
    qtbot.waitUntil(lambda: "that NeedleLog can't read" in words_on(step))
    assert str(home) in words_on(step)
    assert (folder / "needlelog.db").read_bytes() == before


def test_a_full_disk_is_said_with_what_is_free(
    qtbot: QtBot, first_window: Window, home: Path, small_disk: Path
) -> None:
    step = last_step(qtbot, first_window)
    step.look_at(small_disk)
    qtbot.waitUntil(lambda: "Only 1 MB are free" in words_on(step))
    tap(step.start)
    screen(qtbot, first_window, Today)
    assert records_in(home) == {"needlelog.db"}
    assert records_in(small_disk) == set()


def test_a_folder_nobody_may_write_is_said(qtbot: QtBot, first_window: Window) -> None:
    step = last_step(qtbot, first_window)
    step.look_at(Path("/proc/none") if os.geteuid() == 0 else Path("/"))
    qtbot.waitUntil(lambda: bool(step.sentence.text()))
    tap(step.start)
    screen(qtbot, first_window, Today)


def test_a_folder_that_went_meanwhile_is_said_and_nothing_typed_is_lost(
    qtbot: QtBot, first_window: Window, tmp_path: Path
) -> None:
    gone = tmp_path / "stick"
    gone.mkdir()
    step = last_step(qtbot, first_window)
    step.look_at(gone)
    qtbot.waitUntil(lambda: str(gone) in words_on(step))
    gone.rmdir()
    gone.write_text("no folder any more", encoding="utf-8")
    tap(step.start)
    qtbot.waitUntil(lambda: "can't be written" in words_on(step))
    page = screen(qtbot, first_window, FirstStart)
    assert page.clinic.name.text() == ANSWERS[0]
    gone.unlink()
    gone.mkdir()
    qtbot.waitUntil(step.start.isEnabled)
    qtbot.wait(350)  # a second press at once is a slip of the finger
    tap(step.start)
    screen(qtbot, first_window, Today)
    assert records_in(gone) == {"needlelog.db"}


@pytest.mark.postgresql
def test_on_a_server_the_last_step_only_says_where(qtbot: QtBot, server_address: str) -> None:
    place = Place(server_address)
    tasks = Tasks(place.open)
    window = Window(tasks, settings.Settings(), place)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    step = last_step(qtbot, window)
    assert "On the server" in words_on(step)
    assert "records" in step.where.text()
    assert not step.change.isVisible()
    assert "this computer" not in words_on(screen(qtbot, window, FirstStart))
    tap(step.start)
    screen(qtbot, window, Today)
    window.close()


@pytest.mark.parametrize("size", [(1366, 860), (1024, 600)], ids=str)
def test_each_step_is_whole_in_every_window(
    qtbot: QtBot, new_window: Window, size: tuple[int, int]
) -> None:
    new_window.resize(*size)
    page = screen(qtbot, new_window, FirstStart)
    steps = (page.clinic.next, page.you.next, page.place.start)
    for nth, onward in enumerate(steps):
        page._show_step(nth)
        qtbot.waitUntil(partial(is_whole, onward))
        assert is_whole(saying(page, "Try with demo data"))
        assert faults(new_window, 32) == []
