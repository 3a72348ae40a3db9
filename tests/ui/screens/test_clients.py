"""The first page: who waits for a signature, who was here lately."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from needlelog.db import clients, sessions
from needlelog.domain.clinic import Practitioner
from needlelog.domain.session import ChairStep, NeedlingSession
from needlelog.ui.screens.chair.chair import Chair
from needlelog.ui.screens.clients import Clients
from needlelog.ui.screens.waiting_card import WaitingCard
from needlelog.ui.widgets.list_row import ListRow
from needlelog.ui.window import Window
from tests.builders import a_client, a_session
from tests.ui.conftest import Records
from tests.ui.screens.people import client_page, is_whole, screen, tap, ways, words_on


def started(db: Session, you: Practitioner, step: ChairStep = ChairStep.TREAT) -> NeedlingSession:
    client = clients.add(db, a_client())
    zones = {"face.forehead": 500, "face.chin": 1000}
    return sessions.start(db, a_session(client, zones, treated_by_id=you.id, step=step))


def home(qtbot: QtBot, window: Window) -> Clients:
    ways(window).show_clients()
    return screen(qtbot, window, Clients)


def test_without_clients_the_page_says_what_to_do_next(qtbot: QtBot, window: Window) -> None:
    page = screen(qtbot, window, Clients)
    qtbot.waitUntil(lambda: "No clients yet" in words_on(page))
    assert "family name, given name and birth date are enough" in words_on(page)


@pytest.mark.parametrize(
    ("step", "said"),
    [
        (ChairStep.TREAT, ("Step 1, Treat", "Resume")),
        (ChairStep.REACTIONS, ("Step 2, Reactions", "Resume")),
        (ChairStep.AFTERCARE, ("Step 3, Aftercare & sign", "Review and sign")),
    ],
)
def test_a_session_that_waits_says_its_step_and_leads_back_to_it(
    qtbot: QtBot,
    window: Window,
    records: Records,
    you: Practitioner,
    step: ChairStep,
    said: tuple[str, str],
) -> None:
    words, button = said
    waiting = records(partial(started, you=you, step=step))
    page = home(qtbot, window)
    qtbot.waitUntil(lambda: words in words_on(page))
    assert "2 zones" in words_on(page)
    (card,) = page.findChildren(WaitingCard)
    assert card.resume.accessibleName() == button
    tap(card.resume)
    assert screen(qtbot, window, Chair).session.id == waiting.id


def test_a_tap_on_a_recent_client_opens_them(
    qtbot: QtBot, window: Window, records: Records
) -> None:
    records(partial(clients.add, client=a_client()))
    page = home(qtbot, window)
    qtbot.waitUntil(lambda: "Nobody is in the chair" in words_on(page))
    (row,) = page.findChildren(ListRow)
    tap(row)
    assert client_page(qtbot, window).banner.name.text() == "VENKATARAMAN, Priya"


def test_a_very_long_name_neither_widens_nor_hides_anything(
    qtbot: QtBot, window: Window, records: Records
) -> None:
    records(partial(clients.add, client=a_client(family_name="V" * 10_000)))
    window.resize(1024, 600)
    page = home(qtbot, window)
    qtbot.waitUntil(lambda: bool(page.findChildren(ListRow)))
    qtbot.waitUntil(lambda: is_whole(page.new_client))
    (row,) = page.findChildren(ListRow)
    tap(row)
    opened = client_page(qtbot, window)
    qtbot.waitUntil(lambda: is_whole(opened.start))
    assert window.width() == 1024
    assert all(label.width() < 1024 for label in opened.findChildren(QLabel) if label.isVisible())


def test_new_client_is_whole_in_the_smallest_window(
    qtbot: QtBot, window: Window, records: Records, you: Practitioner
) -> None:
    records(partial(started, you=you))
    window.resize(1024, 600)
    page = home(qtbot, window)
    qtbot.waitUntil(lambda: bool(page.findChildren(WaitingCard)))
    qtbot.waitUntil(lambda: is_whole(page.new_client))
    (card,) = page.findChildren(WaitingCard)
    assert is_whole(card.resume)
