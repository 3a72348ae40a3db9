"""The window round the screens: ways, shortcuts, save state, and leaving."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from needlelog import settings
from needlelog.db import clients, sessions, timeline
from needlelog.db.store import Store
from needlelog.domain.clinic import Practitioner
from needlelog.domain.session import NeedlingSession
from needlelog.errors import NotSaved
from needlelog.ui.screens.chair.chair import Chair
from needlelog.ui.screens.client_form import ClientForm
from needlelog.ui.screens.clients import Clients
from needlelog.ui.screens.today import Today
from needlelog.ui.tasks import Tasks
from needlelog.ui.window import Window
from tests.builders import a_client, a_session
from tests.ui.conftest import Records
from tests.ui.screens.people import (
    client_page,
    new_client_form,
    screen,
    tap,
    ways,
    words_on,
)


def begun(db: Session, you: Practitioner) -> NeedlingSession:
    client = clients.add(db, a_client())
    return sessions.start(db, a_session(client, {"face.chin": 500}, treated_by_id=you.id))


def fill(form: ClientForm) -> None:
    form.fields.family_name.edit.insert("Boateng")
    form.fields.given_name.edit.insert("Kwame")
    form.fields.born_on.edit.insert("3.3.1979")


def changed(session: NeedlingSession, **values: object) -> NeedlingSession:
    return replace(session, **values)  # type: ignore[arg-type]  # fields of any type


@pytest.fixture
def chair(qtbot: QtBot, window: Window, records: Records, you: Practitioner) -> Chair:
    """A session that is open in the window."""
    waiting = records(partial(begun, you=you))
    ways(window).resume(waiting.id)
    return screen(qtbot, window, Chair)


def test_the_rail_shows_the_chair_only_while_a_session_is_open(
    qtbot: QtBot, window: Window, records: Records, you: Practitioner
) -> None:
    screen(qtbot, window, Today)
    assert not window.rail.chair.isVisible()
    waiting = records(partial(begun, you=you))
    ways(window).resume(waiting.id)
    chair = screen(qtbot, window, Chair)
    assert window.rail.chair.isVisible()

    tap(window.rail.clients)
    screen(qtbot, window, Clients)
    tap(window.rail.chair)
    assert screen(qtbot, window, Chair) is chair

    chair.left.emit()
    client_page(qtbot, window)
    assert not window.rail.chair.isVisible()


def test_the_title_never_names_a_client(qtbot: QtBot, window: Window, records: Records) -> None:
    client = records(partial(clients.add, client=a_client()))
    client_page(qtbot, window, client.id)
    assert window.windowTitle() == "NeedleLog"
    assert window.bar.title.text() == "Client"


def test_the_chair_has_the_room_of_the_bar_in_a_low_window(
    qtbot: QtBot, window: Window, chair: Chair
) -> None:
    window.resize(1366, 860)
    assert window.bar.isVisible()
    window.resize(1024, 600)
    qtbot.waitUntil(lambda: not window.bar.isVisible())
    tap(window.rail.clients)
    qtbot.waitUntil(window.bar.isVisible)


def test_the_bar_says_when_it_was_saved_only_after_a_commit(qtbot: QtBot, window: Window) -> None:
    assert window.bar.save_state.text() == ""
    form = new_client_form(qtbot, window)
    fill(form)
    tap(form.save)
    client_page(qtbot, window)
    assert window.bar.save_state.text().startswith("Saved ")
    assert len(window.bar.save_state.text()) == len("Saved 14:36:02")


def test_a_full_disk_is_said_in_the_place_of_saved_and_at_the_foot(
    qtbot: QtBot, window: Window, tasks: Tasks
) -> None:
    tasks.failed.emit(NotSaved("NOT SAVED: disk full. Free some space."))
    assert window.bar.save_state.text() == "NOT SAVED: disk full"
    toast = window.toasts.current()
    assert toast is not None
    assert (toast.kind, toast.text) == ("error", "NOT SAVED: disk full. Free some space.")


def test_the_bar_does_not_say_saved_while_the_chair_is_not(
    qtbot: QtBot, window: Window, chair: Chair, tasks: Tasks
) -> None:
    chair.not_saved.emit(NotSaved("NOT SAVED: disk full. Free some space."))
    form = new_client_form(qtbot, window)
    fill(form)
    with qtbot.waitSignal(tasks.touched):
        tap(form.save)
    assert window.bar.save_state.text() == "NOT SAVED: disk full"


def test_closing_keeps_what_was_typed_a_moment_before(
    qtbot: QtBot, window: Window, chair: Chair, records_file: Path
) -> None:
    session = chair.session
    chair.autosave.did("reactions", changed(session, pain=3))
    chair.autosave.typed("notes", changed(chair.session, notes="Prefers mornings"))
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())

    store = Store.open(records_file)
    with store.reading() as db:
        kept = sessions.load(db, session.id)
    store.close()
    assert (kept.notes, kept.pain) == ("Prefers mornings", 3)


def test_closing_remembers_where_the_window_stood(
    qtbot: QtBot, window: Window, own_folders: Path
) -> None:
    window.resize(1024, 700)
    window.close()
    kept, complaint = settings.load(settings.settings_file())
    assert complaint is None
    assert kept.window

    again = Window(Tasks(partial(Store.open, Path("never opened"))), kept)
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (1024, 700)


def test_closing_keeps_what_was_chosen_meanwhile(window: Window, own_folders: Path) -> None:
    file = settings.settings_file()
    settings.change(file, printer="Front desk")
    window.close()

    kept, _complaint = settings.load(file)
    assert kept.printer == "Front desk"
    assert kept.window


def test_records_that_cannot_be_opened_are_told_in_a_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    empty = tmp_path / "empty.db"
    empty.touch()
    tasks = Tasks(partial(Store.open, empty))
    window = Window(tasks, settings.Settings())
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: "The records were not opened" in words_on(window))
    assert empty.stat().st_size == 0
    window.close()


def test_nothing_opens_as_a_window_of_its_own(
    qtbot: QtBot, window: Window, chair: Chair, records: Records
) -> None:
    """A widget that is shown before it has its place flashes up and takes the keyboard."""
    client_page(qtbot, window, chair.session.client_id)
    new_client_form(qtbot, window)
    ways(window).show_clients()
    assert [one for one in QApplication.topLevelWidgets() if one.isVisible()] == [window]
    assert window.isActiveWindow()


def test_all_text_is_plain(qtbot: QtBot, window: Window, chair: Chair) -> None:
    client_page(qtbot, window, chair.session.client_id)
    new_client_form(qtbot, window)
    formats = {label.textFormat() for label in window.findChildren(QLabel)}
    assert formats == {Qt.TextFormat.PlainText}


def test_a_second_session_keeps_the_first_to_the_last_letter(
    qtbot: QtBot, window: Window, chair: Chair, records: Records, you: Practitioner
) -> None:
    first = chair.session
    chair.autosave.typed("notes", changed(first, notes="half a sen"))
    other = records(partial(begun, you=you))
    ways(window).resume(other.id)
    qtbot.waitUntil(lambda: screen(qtbot, window, Chair).session.id == other.id)
    qtbot.waitUntil(
        lambda: (
            records(partial(timeline.for_client, client_id=first.client_id))[0].notes
            == "half a sen"
        )
    )
