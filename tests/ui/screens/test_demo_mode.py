"""The demo: made with progress, marked on every screen, left with one tap, and nothing mixed up."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from needlelog import settings
from needlelog.db import clients, clinic, files_found, sessions
from needlelog.db.one_program import OneProgram
from needlelog.db.store import Store
from needlelog.demo.diary import Evening, Size
from needlelog.demo.writing import make
from needlelog.domain.blank_form import BlankForm
from needlelog.domain.clinic import Practitioner
from needlelog.errors import NotSaved
from needlelog.ui.blank_papers import BlankPapers
from needlelog.ui.demo_making import CLIENTS, SESSIONS
from needlelog.ui.ending_papers import EndingPapers
from needlelog.ui.screens.chair.chair import Chair
from needlelog.ui.screens.client_form import ClientForm
from needlelog.ui.screens.clients import Clients
from needlelog.ui.screens.first_start import FirstStart
from needlelog.ui.screens.settings.settings_screen import SettingsScreen
from needlelog.ui.screens.today import Today
from needlelog.ui.screens.waiting_card import WaitingCard
from needlelog.ui.widgets.timed_row import TimedRow
from needlelog.ui.widgets.toast import Toast
from needlelog.ui.window import Window
from tests.builders import NOON, a_client
from tests.ui.screens.chair.doing import tap_zone
from tests.ui.screens.demo_visit import MAKING_MS, left, visited
from tests.ui.screens.people import press, screen, tap, type_here, ways, words_on
from tests.ui.screens.starting import last_step, records_in

DEMO = "needlelog-demo.db"


@pytest.fixture(scope="module")
def a_demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small invented clinic, made once."""
    file = tmp_path_factory.mktemp("demo") / DEMO
    make(file, Size(8, 40), Evening(NOON.date()), nobody)
    return file


def nobody(_done: int) -> None:
    pass


@pytest.fixture
def demo_there(a_demo: Path, home: Path) -> Path:
    """The demo of an earlier day, where the program keeps it."""
    home.mkdir(parents=True, exist_ok=True)
    return Path(shutil.copy(a_demo, home / DEMO))


def test_it_is_made_with_progress_in_under_ten_seconds_and_today_is_full(
    qtbot: QtBot, first_window: Window, home: Path
) -> None:
    page = screen(qtbot, first_window, FirstStart)
    told: list[int] = []
    page.demo.making.progressed.connect(told.append)
    tap(page.demo.open)
    assert page.demo.bar.isVisible()
    qtbot.waitUntil(lambda: first_window.navigation is not None, timeout=MAKING_MS)

    assert sum(told) == CLIENTS + SESSIONS
    assert len(told) > 10
    today = screen(qtbot, first_window, Today)
    qtbot.waitUntil(lambda: "2 sessions to sign" in words_on(today))
    assert len(today.findChildren(WaitingCard)) == 2
    assert len(today.findChildren(TimedRow)) == 3
    assert files_found.is_demo(home / DEMO)
    assert settings.load(settings.settings_file())[0].database is None


def test_it_can_be_given_up_and_leaves_nothing(
    qtbot: QtBot, first_window: Window, home: Path
) -> None:
    page = screen(qtbot, first_window, FirstStart)
    tap(page.demo.open)
    with qtbot.waitSignal(page.demo.making.stopped, timeout=MAKING_MS):
        tap(page.demo.cancel)
    assert page.demo.open.isVisible()
    assert first_window.navigation is None
    assert {path.name for path in home.iterdir()} == {"needlelog.db.lock"}


def test_closing_the_window_gives_it_up(qtbot: QtBot, first_window: Window, home: Path) -> None:
    page = screen(qtbot, first_window, FirstStart)
    tap(page.demo.open)
    first_window.close()
    assert {path.name for path in home.iterdir()} == {"needlelog.db.lock"}


def test_a_demo_that_is_there_is_opened_again_with_what_was_tried_in_it(
    qtbot: QtBot, first_window: Window, demo_there: Path
) -> None:
    with closing(Store.open(demo_there)) as store, store.transaction() as db:
        clients.add(db, a_client(family_name="Tried", created_at=NOON))
    today = visited(qtbot, first_window)
    assert "TRIED, Priya" in words_on(today)
    assert not demo_there.with_name("needlelog-demo-2.db").exists()


def real_records(path: Path) -> None:
    store = Store.open(path, create=True)
    store.close()


def damaged(path: Path) -> None:
    path.write_bytes(b"\x00" * 5000)


@pytest.mark.parametrize("put", [real_records, damaged])
def test_a_file_that_only_bears_the_name_is_never_touched(
    qtbot: QtBot, first_window: Window, home: Path, put: object
) -> None:
    put(home / DEMO)  # type: ignore[operator]  # one of the two above
    before = (home / DEMO).read_bytes()
    visited(qtbot, first_window)
    assert (home / DEMO).read_bytes() == before
    assert files_found.is_demo(home / "needlelog-demo-2.db")


def test_every_screen_of_it_says_so(qtbot: QtBot, first_window: Window, demo_there: Path) -> None:
    today = visited(qtbot, first_window)
    navigation = ways(first_window)
    assert first_window.windowTitle() == "NeedleLog · DEMO"
    waiting = today.findChildren(WaitingCard)[0]
    for show, kind in (
        (navigation.show_clients, Clients),
        (navigation.new_client, ClientForm),
        (navigation.show_settings, SettingsScreen),
        (partial(tap, waiting.resume), Chair),
    ):
        show()
        screen(qtbot, first_window, kind)
        for size in ((1366, 860), (1024, 600)):
            first_window.resize(*size)
            qtbot.waitUntil(first_window.rail.leave_demo.isVisible)
        navigation.show_today()
    first_window.resize(1366, 860)
    qtbot.waitUntil(first_window.bar.demo.isVisible)
    assert "invented clients" in first_window.bar.demo.text()


def test_own_records_never_say_so(qtbot: QtBot, window: Window) -> None:
    screen(qtbot, window, Today)
    assert window.rail.leave_demo.isHidden()
    assert window.bar.demo.isHidden()
    assert window.windowTitle() == "NeedleLog"


def test_one_tap_leads_back_to_the_first_start_and_from_there_to_ones_own(
    qtbot: QtBot, first_window: Window, home: Path, demo_there: Path
) -> None:
    visited(qtbot, first_window)
    left(qtbot, first_window)
    assert not (home / "needlelog.db").exists()
    assert OneProgram(home / DEMO).hold()
    for text in ("Linden", "1", "Anneke"):
        type_here(text)
        press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    screen(qtbot, first_window, Today)
    assert not first_window.rail.leave_demo.isVisible()

    first_window.close()
    with closing(Store.open(home / "needlelog.db")) as store, store.reading() as db:
        kept = clinic.get(db)
    assert kept is not None
    assert (kept.name, kept.is_demo) == ("Linden", False)


def test_everything_works_once_and_only_once_after_going_there_and_back(
    qtbot: QtBot, first_window: Window, demo_there: Path
) -> None:
    for _turn in range(2):
        visited(qtbot, first_window)
        QTest.keyClick(first_window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(first_window.desk.palette.isVisible)
        QTest.keyClick(first_window.desk.palette.field, Qt.Key.Key_Escape)
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        QTest.keyClick(first_window, Qt.Key.Key_N, both)
        screen(qtbot, first_window, ClientForm)
        tap(first_window.rail.today)
        screen(qtbot, first_window, Today)
        left(qtbot, first_window)
    shown = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    assert shown == [first_window]


def test_what_was_tapped_a_moment_before_leaving_is_kept(
    qtbot: QtBot, first_window: Window, demo_there: Path
) -> None:
    today = visited(qtbot, first_window)
    cards = today.findChildren(WaitingCard)
    tap(next(card for card in cards if card.resume.text() == "Resume").resume)
    chair = screen(qtbot, first_window, Chair)
    session = chair.session
    qtbot.waitUntil(chair.treat.isVisible)
    chair.autosave.typed("notes", replace(session, notes="Half a sen"))
    left(qtbot, first_window)
    with closing(Store.open(demo_there)) as store, store.reading() as db:
        assert sessions.load(db, session.id).notes == "Half a sen"


def test_whoever_has_own_records_comes_back_to_them(
    qtbot: QtBot,
    window_on: Callable[[Path], Window],
    a_demo: Path,
    records_file: Path,
    you: Practitioner,
) -> None:
    """Started with --database on a demo: Leave opens what this computer keeps."""
    settings.change(settings.settings_file(), database=str(records_file))
    window = window_on(Path(shutil.copy(a_demo, records_file.with_name("looked-at.db"))))
    screen(qtbot, window, Today)
    assert window.rail.leave_demo.isVisible()
    with qtbot.waitSignal(window.moved) as moved:
        tap(window.rail.leave_demo)
    assert moved.args == [str(records_file)]
    page = screen(qtbot, window, Today)
    qtbot.waitUntil(lambda: "No clients yet" in words_on(page))
    assert window.windowTitle() == "NeedleLog"
    assert not OneProgram(records_file).hold()


def test_when_the_own_records_cannot_be_opened_the_demo_stays_open_and_it_is_said(
    qtbot: QtBot,
    window_on: Callable[[Path], Window],
    a_demo: Path,
    records_file: Path,
    you: Practitioner,
) -> None:
    settings.change(settings.settings_file(), database=str(records_file))
    other_program = OneProgram(records_file)
    assert other_program.hold()
    window = window_on(Path(shutil.copy(a_demo, records_file.with_name("looked-at.db"))))
    page = screen(qtbot, window, Today)
    tap(window.rail.leave_demo)
    qtbot.waitUntil(lambda: window.toasts.current() is not None)
    toast = window.toasts.current()
    assert toast is not None
    assert "open in another window of NeedleLog" in toast.text
    assert screen(qtbot, window, Today) is page
    tap(window.rail.clients)
    screen(qtbot, window, Clients)
    other_program.release()


def test_a_chair_that_is_not_saved_is_not_left(
    qtbot: QtBot, first_window: Window, demo_there: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    today = visited(qtbot, first_window)
    cards = today.findChildren(WaitingCard)
    tap(next(card for card in cards if card.resume.text() == "Resume").resume)
    chair = screen(qtbot, first_window, Chair)
    qtbot.waitUntil(chair.treat.isVisible)
    with monkeypatch.context() as full:
        full.setattr(sessions, "save", disk_full)
        with qtbot.waitSignal(chair.not_saved):
            tap_zone(qtbot, chair, chair.session.planned_layers[0].zone)
        tap(first_window.rail.leave_demo)
        qtbot.wait(50)
        assert screen(qtbot, first_window, Chair) is chair
    chair.autosave.retry()
    screen(qtbot, first_window, FirstStart)


def disk_full(*_arguments: object, **_names: object) -> None:
    raise NotSaved("NOT SAVED: disk full. Free some space.")


def test_whoever_begins_meanwhile_ends_on_today_and_no_demo_is_left(
    qtbot: QtBot, first_window: Window, home: Path
) -> None:
    step = last_step(qtbot, first_window)
    demo = screen(qtbot, first_window, FirstStart).demo
    tap(demo.open)
    with qtbot.waitSignal(demo.making.progressed, timeout=MAKING_MS):
        pass
    tap(step.start)
    screen(qtbot, first_window, Today)
    first_window.close()
    assert DEMO not in "".join(records_in(home))


def test_what_was_typed_before_a_look_at_the_demo_stands_there_after_it(
    qtbot: QtBot, first_window: Window, demo_there: Path
) -> None:
    page = screen(qtbot, first_window, FirstStart)
    for text in ("Linden", "12"):
        type_here(text)
        press(Qt.Key.Key_Return)
    type_here("Anneke Vries")
    visited(qtbot, first_window)
    again = left(qtbot, first_window)
    assert again is not page
    tap(again.clinic.next)
    assert (again.clinic.name.text(), again.clinic.phone.text()) == ("Linden", "12")
    type_here(" RN")
    assert (again.you.name.text(), again.you.initials.text()) == ("Anneke Vries RN", "AR")


def test_from_the_tap_on_leave_nothing_is_done_in_the_other_records(
    qtbot: QtBot, first_window: Window, demo_there: Path
) -> None:
    today = visited(qtbot, first_window)
    moved: list[str] = []
    first_window.moved.connect(moved.append)
    tap(first_window.rail.leave_demo)
    assert first_window.rail.isVisible()
    tap(first_window.rail.leave_demo)
    tap(first_window.rail.clients)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(first_window, Qt.Key.Key_N, both)
    assert screen(qtbot, first_window, Today) is today
    screen(qtbot, first_window, FirstStart)
    type_here("Linden")
    assert len(moved) == 1


def test_no_word_about_the_demo_is_left_after_it(
    qtbot: QtBot, first_window: Window, demo_there: Path
) -> None:
    visited(qtbot, first_window)
    first_window.rail.settings.set_warning("Policy ends soon")
    first_window.toasts.show_toast(Toast("Moved to the trash", "undo", "Undo", nothing))
    first_window.bar.save_state.show_saved("Saved 14:36:02")
    left(qtbot, first_window)
    assert first_window.toasts.current() is None
    assert first_window.bar.save_state.text() == ""
    assert first_window.rail.settings.warning == ""
    assert first_window.bar.demo.isHidden()
    assert first_window.rail.leave_demo.isHidden()


def nothing() -> None:
    pass


def test_a_form_typed_into_a_moment_before_leaving_is_there_the_next_time(
    qtbot: QtBot, first_window: Window, demo_there: Path
) -> None:
    visited(qtbot, first_window)
    ways(first_window).new_client()
    screen(qtbot, first_window, ClientForm)
    type_here("Quinn")
    left(qtbot, first_window)
    visited(qtbot, first_window)
    ways(first_window).new_client()
    form = screen(qtbot, first_window, ClientForm)
    qtbot.waitUntil(lambda: form.fields.draft().family_name == "Quinn")


def _is_without(window: Window, kind: type[QObject]) -> bool:
    return not window.findChildren(kind)


def test_nobody_who_served_the_records_outlives_them(
    qtbot: QtBot,
    first_window: Window,
    demo_there: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))  # no printer is asked
    visited(qtbot, first_window)
    ways(first_window).print_blank(BlankForm.CARD)
    assert first_window.findChildren(BlankPapers)
    left(qtbot, first_window)
    for kind in (BlankPapers, EndingPapers):
        qtbot.waitUntil(partial(_is_without, first_window, kind))
