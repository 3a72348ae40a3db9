"""A session written on a card is entered later, and says so wherever it is shown."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from needlelog.db import clients, sessions
from needlelog.domain.client import Client
from needlelog.domain.clinic import Practitioner
from needlelog.domain.session import NeedlingSession
from needlelog.ui.screens.chair.chair import Chair
from needlelog.ui.screens.chair.sheets.entered_later import EnteredLaterContent
from needlelog.ui.screens.client import ClientScreen
from needlelog.ui.window import Window
from tests.builders import a_client
from tests.ui.conftest import Records
from tests.ui.screens.people import client_page, press, screen, tap, type_here, ways, words_on


@pytest.fixture
def client(records: Records, you: Practitioner) -> Client:
    added: Client = records(lambda db: clients.add(db, a_client()))
    return added


@pytest.fixture
def page(qtbot: QtBot, window: Window, client: Client) -> ClientScreen:
    qtbot.waitUntil(lambda: window.navigation is not None)
    return client_page(qtbot, window, client.id)


@pytest.fixture
def chair(qtbot: QtBot, window: Window, page: ClientScreen) -> Chair:
    tap(page.side.from_paper)
    return screen(qtbot, window, Chair)


def content(chair: Chair) -> EnteredLaterContent:
    found = chair.sheets.content
    assert isinstance(found, EnteredLaterContent)
    return found


def put_on(qtbot: QtBot, chair: Chair, day: str, time: str) -> None:
    for field, text in ((content(chair).later.day, day), (content(chair).later.time, time)):
        field.edit.setFocus()
        field.edit.selectAll()
        type_here(text)
        press(Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: chair.autosave.is_saved)


def test_the_chair_asks_first_when_it_was(qtbot: QtBot, chair: Chair, records: Records) -> None:
    assert content(chair).isVisible()
    put_on(qtbot, chair, "20.11.2026", "14:30")

    kept: NeedlingSession = records(partial(sessions.load, session_id=chair.session.id))
    assert kept.entered_later_reason == "paper_twin"
    assert f"{kept.happened_at:%d.%m.%Y %H:%M}" == "20.11.2026 14:30"
    assert kept.entered_at > kept.happened_at


def test_the_chairs_head_says_why_and_when(qtbot: QtBot, chair: Chair) -> None:
    put_on(qtbot, chair, "20.11.2026", "14:30")
    told = "Entered later: Written on paper first · it was 20-Nov-2026, 14:30"

    qtbot.waitUntil(lambda: any(told in one for one in chair.banner.client.alerts()))


def test_the_timeline_marks_it(qtbot: QtBot, window: Window, chair: Chair, client: Client) -> None:
    chair.sheets.close()
    page = client_page(qtbot, window, client.id)

    qtbot.waitUntil(lambda: "Entered later" in words_on(page.timeline))


def test_a_session_as_it_happens_says_nothing_of_it(
    qtbot: QtBot, window: Window, page: ClientScreen
) -> None:
    tap(page.start)
    chair = screen(qtbot, window, Chair)

    assert chair.sheets.content is None
    assert not [one for one in chair.banner.client.alerts() if "later" in one]


def test_while_a_session_is_open_none_is_entered_from_paper(
    qtbot: QtBot, window: Window, page: ClientScreen, client: Client
) -> None:
    tap(page.start)
    screen(qtbot, window, Chair)
    ways(window).show_client(client.id)

    qtbot.waitUntil(lambda: not page.side.from_paper.isEnabled())
    assert "A session is open" in page.side.from_paper.accessibleName()
