"""The first page: what waits for a signature, what was signed today, who was here lately."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from needlelog.db import clients, sessions
from needlelog.domain.client import Client
from needlelog.domain.clinic import Practitioner
from needlelog.domain.session import ChairStep, NeedlingSession, Status
from needlelog.tour.reach import saying
from needlelog.ui import clock
from needlelog.ui.screens.chair.chair import Chair
from needlelog.ui.screens.client_form import ClientForm
from needlelog.ui.screens.today import Today
from needlelog.ui.screens.today_facts import WAITING
from needlelog.ui.screens.waiting_card import WaitingCard
from needlelog.ui.tasks import Tasks, Topic
from needlelog.ui.widgets.list_row import ListRow
from needlelog.ui.widgets.timed_row import TimedRow
from needlelog.ui.window import Window
from tests.builders import NOON, a_client, a_session
from tests.ui.conftest import Records
from tests.ui.screens.people import client_page, is_whole, screen, tap, ways, words_on
from tests.walk.layout import faults

ARABIC = {"family_name": "العمري", "given_name": "ليلى عبد الرحمن"}
LONG = {"family_name": "Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh"}
DESK_PX = 32


@pytest.fixture(autouse=True)
def afternoon(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime], None]:
    """The clock says two in the afternoon, and what it is told from then on."""

    def says(moment: datetime) -> None:
        monkeypatch.setattr(clock, "now", lambda: moment)

    says(NOON + timedelta(hours=2))
    return says


def begun(
    db: Session,
    you: Practitioner,
    step: ChairStep = ChairStep.TREAT,
    days_ago: int = 0,
    client: Client | None = None,
) -> NeedlingSession:
    kept = clients.add(db, client or a_client())
    zones = {"face.forehead": 500, "face.cheek_l": 1500, "face.cheek_r": 1500}
    session = a_session(kept, zones, treated_by_id=you.id, step=step)
    return sessions.start(
        db, replace(session, happened_at=session.happened_at - timedelta(days=days_ago))
    )


def signed(db: Session, you: Practitioner, days_ago: int = 0) -> NeedlingSession:
    session = begun(db, you, ChairStep.AFTERCARE, days_ago)
    at = session.happened_at + timedelta(minutes=48)
    sessions.sign(db, session.id, session.version, Status.COMPLETED, you.id, at)
    return session


def today(qtbot: QtBot, window: Window) -> Today:
    """The first page, as it stands in the records now."""
    ways(window).show_today()
    page = screen(qtbot, window, Today)
    qtbot.waitUntil(lambda: "Recent clients" in words_on(page))
    return page


def cards(page: Today) -> list[WaitingCard]:
    shown = (page.waiting.itemAt(nth) for nth in range(page.waiting.count()))
    return [card for item in shown if item and isinstance(card := item.widget(), WaitingCard)]


def test_it_is_the_first_page_and_the_first_place(qtbot: QtBot, window: Window) -> None:
    screen(qtbot, window, Today)
    assert window.bar.title.text() == "Today"
    assert window.rail.today.accessibleName() == "Today, you are here"
    assert window.rail.today.y() < window.rail.clients.y()
    tap(window.rail.clients)
    tap(window.rail.today)
    screen(qtbot, window, Today)


def test_a_new_clinic_is_told_what_to_do_next(qtbot: QtBot, window: Window) -> None:
    page = screen(qtbot, window, Today)
    qtbot.waitUntil(lambda: "No clients yet" in words_on(page))
    assert "family name, given name and birth date are enough" in words_on(page)
    tap(saying(page, "New client"))
    screen(qtbot, window, ClientForm)


@pytest.mark.parametrize(
    ("step", "said"),
    [
        (ChairStep.TREAT, ("Step 1, Treat", "Resume")),
        (ChairStep.REACTIONS, ("Step 2, Reactions", "Resume")),
        (ChairStep.AFTERCARE, ("Step 3, Aftercare", "Review and sign")),
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
    waiting = records(partial(begun, you=you, step=step))
    page = today(qtbot, window)
    for line in (words, "VENKATARAMAN, Priya", "Session 1 · started 12:00", "3 zones painted"):
        assert line in words_on(page)
    assert "Monday 23-Nov-2026\n1 session to sign" in words_on(page)
    (card,) = cards(page)
    assert card.resume.accessibleName() == button
    tap(card.resume)
    assert screen(qtbot, window, Chair).session.id == waiting.id


def test_a_session_of_an_earlier_day_says_how_long_it_waits(
    qtbot: QtBot, window: Window, records: Records, you: Practitioner
) -> None:
    records(partial(begun, you=you, days_ago=2))
    page = today(qtbot, window)
    assert "2 days" in words_on(page)
    assert "started 21-Nov-2026, 12:00" in words_on(page)


def test_what_was_signed_today_says_when_where_and_how_deep_and_opens_the_client(
    qtbot: QtBot, window: Window, records: Records, you: Practitioner
) -> None:
    session = records(partial(signed, you=you))
    records(partial(signed, you=you, days_ago=1))
    page = today(qtbot, window)
    (row,) = page.findChildren(TimedRow)
    assert row.accessibleName() == "VENKATARAMAN, Priya, signed 12:48, Cheeks 1.5 mm"
    tap(row)
    opened = client_page(qtbot, window).facts
    assert opened is not None
    assert opened.client.id == session.client_id


def test_who_was_here_lately_says_when_and_opens(
    qtbot: QtBot, window: Window, records: Records, you: Practitioner
) -> None:
    records(partial(signed, you=you, days_ago=9))
    records(partial(clients.add, client=a_client(family_name="Boateng", created_at=NOON)))
    page = today(qtbot, window)
    said = [row.accessibleName() for row in page.findChildren(ListRow)]
    assert said == [
        "BOATENG, Priya, Born 08-Jun-1997 (29y) · C-0002, New",
        "VENKATARAMAN, Priya, Born 08-Jun-1997 (29y) · C-0001, 14-Nov-2026",
    ]
    tap(page.findChildren(ListRow)[1])
    assert client_page(qtbot, window).banner.name.text() == "VENKATARAMAN, Priya"


def test_with_everything_signed_it_says_so_and_how_to_begin(
    qtbot: QtBot, window: Window, records: Records
) -> None:
    records(partial(clients.add, client=a_client()))
    page = today(qtbot, window)
    for line in ("Every session is signed", "Nobody is in the chair", "No session signed yet"):
        assert line in words_on(page)


@pytest.mark.parametrize("way", ["button", "keys"])
def test_a_new_session_asks_for_whom(
    qtbot: QtBot, window: Window, records: Records, way: str
) -> None:
    records(partial(clients.add, client=a_client()))
    page = today(qtbot, window)
    with qtbot.waitSignal(ways(window).who_asked):
        if way == "button":
            tap(page.new_session)
        else:
            QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(window.desk.palette.isVisible)
    assert window.desk.palette.field.hasFocus()


def test_twenty_that_wait_are_all_there_and_those_beyond_are_counted(
    qtbot: QtBot, window: Window, records: Records, you: Practitioner
) -> None:
    for _nth in range(WAITING + 3):
        records(partial(begun, you=you))
    page = today(qtbot, window)
    assert len(cards(page)) == WAITING
    assert "3 more wait" in words_on(page)
    assert f"{WAITING + 3} sessions to sign" in words_on(page)


def test_it_shows_at_once_what_was_just_saved(
    qtbot: QtBot, window: Window, tasks: Tasks, you: Practitioner
) -> None:
    page = screen(qtbot, window, Today)
    qtbot.waitUntil(lambda: "No clients yet" in words_on(page))
    tasks.write(page, partial(begun, you=you), Topic.SESSIONS)
    qtbot.waitUntil(lambda: len(cards(page)) == 1)


def test_at_midnight_in_the_clinic_another_day_begins(
    qtbot: QtBot,
    window: Window,
    records: Records,
    you: Practitioner,
    afternoon: Callable[[datetime], None],
) -> None:
    records(partial(signed, you=you))
    afternoon(datetime(2026, 11, 23, 23, 59, 59, 900_000, UTC))
    page = today(qtbot, window)
    assert "Monday 23-Nov-2026" in words_on(page)
    assert len(page.findChildren(TimedRow)) == 1

    afternoon(datetime(2026, 11, 24, 0, 0, 0, 1, UTC))
    qtbot.waitUntil(lambda: "Tuesday 24-Nov-2026" in words_on(page))
    qtbot.waitUntil(lambda: "No session signed yet today" in words_on(page))


@pytest.mark.parametrize("size", [(1366, 860), (1024, 600)], ids=str)
def test_nothing_is_cut_or_too_small_with_any_name(
    qtbot: QtBot, window: Window, records: Records, you: Practitioner, size: tuple[int, int]
) -> None:
    window.resize(*size)
    for values in (LONG, ARABIC, {}):
        records(partial(begun, you=you, days_ago=1, client=a_client(**values)))
        records(partial(signed, you=you))
    page = today(qtbot, window)
    qtbot.waitUntil(lambda: bool(cards(page)))
    qtbot.wait(50)  # laid out
    assert faults(window, DESK_PX) == []
    assert is_whole(page.new_session)
