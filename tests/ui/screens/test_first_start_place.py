"""The records lie where somebody chose, or are told why they can't."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from needlelog import settings
from needlelog.db import clinic, practitioners
from needlelog.db.one_program import OneProgram
from needlelog.db.place import Place
from needlelog.db.store import Store
from needlelog.domain.clinic import Clinic, Practitioner
from needlelog.errors import NotSaved
from needlelog.tour.application import application
from needlelog.ui.screens.first_start import FirstStart
from needlelog.ui.screens.today import Today
from needlelog.ui.tasks import Tasks
from needlelog.ui.window import Window
from tests.ui.screens.people import screen, tap, words_on
from tests.ui.screens.starting import ANSWERS, another_clinic, last_step, records_in


def in_file(file: Path) -> tuple[Clinic | None, tuple[Practitioner, ...]]:
    store = Store.open(file)
    with store.reading() as db:
        found = clinic.get(db), practitioners.everyone(db)
    store.close()
    return found


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
    assert f"The records of “Alder Row Skin Clinic” lie in {file.parent}" in words_on(step)
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
    qtbot.waitUntil(lambda: "Only 2 MB are free" in words_on(step))
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


def test_a_folder_chosen_before_a_look_at_the_demo_is_still_remembered(
    qtbot: QtBot, first_window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    step = last_step(qtbot, first_window)
    step.look_at(elsewhere)
    qtbot.waitUntil(lambda: str(elsewhere) in words_on(step))
    with monkeypatch.context() as full:
        full.setattr(clinic, "add", disk_full)
        tap(step.start)
        qtbot.waitUntil(lambda: "NOT SAVED: disk full" in words_on(step))
    tap(screen(qtbot, first_window, FirstStart).demo.open)
    qtbot.waitUntil(lambda: first_window.navigation is not None, timeout=10_000)
    tap(first_window.rail.leave_demo)
    qtbot.waitUntil(lambda: first_window.navigation is None)
    page = screen(qtbot, first_window, FirstStart)
    tap(page.clinic.next)
    tap(page.you.next)
    tap(page.place.start)
    screen(qtbot, first_window, Today)
    kept = settings.load(settings.settings_file())[0].database
    assert kept == str(elsewhere / "needlelog.db")


def test_records_that_appeared_meanwhile_get_no_second_clinic(
    qtbot: QtBot, first_window: Window, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    step = last_step(qtbot, first_window)
    step.look_at(elsewhere)
    qtbot.waitUntil(lambda: str(elsewhere) in words_on(step))
    file = elsewhere / "needlelog.db"
    another_clinic(file, "Alder Row Skin Clinic")
    tap(step.start)
    qtbot.waitUntil(step.open_other.isVisible)
    assert f"The records of “Alder Row Skin Clinic” lie in {elsewhere}" in words_on(step)
    assert step.start.isEnabled()
    tap(step.open_other)

    page = screen(qtbot, first_window, Today)
    qtbot.waitUntil(lambda: "VENKATARAMAN, Priya" in words_on(page))
    assert settings.load(settings.settings_file())[0].database == str(file)
    first_window.close()
    kept, practitioners_there = in_file(file)
    assert kept is not None
    assert (kept.name, len(practitioners_there)) == ("Alder Row Skin Clinic", 1)


def disk_full(*_arguments: object, **_names: object) -> None:
    raise NotSaved("NOT SAVED: disk full. Free some space.")
