"""The page of a client: who, what was done, and what can be done now."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from functools import partial
from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from needlelog.db import clients, handouts, sessions, timeline
from needlelog.domain.client import Allergies, Client
from needlelog.domain.clinic import Practitioner
from needlelog.domain.handout import Handout
from needlelog.domain.identity import new_id
from needlelog.domain.session import Confirmation, NeedlingSession, Status
from needlelog.ui.screens.chair.chair import Chair
from needlelog.ui.screens.client import ClientScreen
from needlelog.ui.screens.client_facts import PAGE
from needlelog.ui.screens.session_card import SessionCard
from needlelog.ui.widgets.sheet import Sheet
from needlelog.ui.window import Window
from tests.builders import NOON, a_client, a_layer, a_serum, a_session, at
from tests.ui.conftest import Records
from tests.ui.screens.people import client_page, focused, is_whole, press, screen, tap, words_on

ZONES = {"face.forehead": 500, "face.cheek_l": 1500, "face.cheek_r": 1500, "face.chin": 1000}


class Kept(NamedTuple):
    client: Client
    session: NeedlingSession
    sheet: Handout


def added(db: Session) -> Client:
    return clients.add(db, a_client())


def signed(db: Session, client: Client, you: Practitioner, days: int = 0) -> NeedlingSession:
    serum = a_serum(id=new_id())
    layers = tuple(
        a_layer(zone, depth, position=place, serum_id=serum.id, id=new_id())
        for place, (zone, depth) in enumerate(ZONES.items())
    )
    happened = NOON - timedelta(days=days)
    session = a_session(
        client,
        happened_at=happened,
        treated_by_id=you.id,
        layers=layers,
        serums=(serum,),
        as_expected_at=happened,
        id=new_id(),
    )
    started = sessions.start(db, session)
    sessions.sign(db, started.id, started.version, Status.COMPLETED, you.id, happened)
    return started


@pytest.fixture
def treated(records: Records, you: Practitioner) -> Kept:
    """A client with one signed session and the sheet that was given for it."""

    def given(db: Session) -> Kept:
        client = added(db)
        session = signed(db, client, you)
        pdf = b"%PDF-1.4"
        sheet = Handout(
            session.id, "aftercare", pdf, hashlib.sha256(pdf).hexdigest(), "en", "{}", NOON, NOON
        )
        handouts.add(db, sheet)
        return Kept(client, session, sheet)

    kept: Kept = records(given)
    return kept


def test_a_new_client_has_nothing_to_repeat_or_print_and_is_told_why(
    qtbot: QtBot, window: Window, records: Records
) -> None:
    page = client_page(qtbot, window, records(added).id)
    assert not page.repeat.isEnabled()
    assert "No signed session yet" in page.repeat.accessibleName()
    assert not page.print_again.isEnabled()
    assert "No aftercare sheet was given yet" in page.print_again.accessibleName()
    assert "No sessions yet" in words_on(page.timeline)
    assert page.start.isEnabled()


def test_blank_allergies_never_read_as_none(qtbot: QtBot, window: Window, records: Records) -> None:
    page = client_page(qtbot, window, records(added).id)
    assert page.banner.alerts() == ("Allergies not recorded",)


def test_a_card_says_what_was_done_in_sentences(
    qtbot: QtBot, window: Window, treated: Kept
) -> None:
    page = client_page(qtbot, window, treated.client.id)
    (card,) = page.timeline.cards
    qtbot.waitUntil(lambda: "Session 1" in words_on(card))
    told = words_on(card).splitlines()
    for line in (
        "23-Nov-2026",
        "Session 1",
        "Signed AV",
        "Forehead 0.5 · Cheeks 1.5 · Chin 1 mm",
        "Hyaluronic acid, lot HA-2291 · no numbing",
        "As expected: even redness, nothing else seen",
    ):
        assert line in told


def test_the_card_opens_everything_that_was_recorded(
    qtbot: QtBot, window: Window, treated: Kept
) -> None:
    page = client_page(qtbot, window, treated.client.id)
    qtbot.waitUntil(page.timeline.cards[0].read.isVisible)
    tap(page.timeline.cards[0].read)
    (sheet,) = page.findChildren(Sheet)
    qtbot.waitUntil(lambda: "Cheek L + R: 1.5 mm ×3, Hyaluronic acid" in words_on(sheet))
    assert "Signed by AV, 23-Nov-2026, 12:00" in words_on(sheet)
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not page.findChildren(Sheet))
    assert focused() is page.timeline.cards[0].read


def test_start_session_twice_is_one_session(qtbot: QtBot, window: Window, records: Records) -> None:
    client = records(added)
    page = client_page(qtbot, window, client.id)
    page.start_asked.emit(client.id)
    page.start_asked.emit(client.id)
    screen(qtbot, window, Chair)
    assert len(records(partial(timeline.for_client, client_id=client.id))) == 1


def test_repeat_last_plans_the_zones_of_last_time_and_does_none(
    qtbot: QtBot, window: Window, records: Records, treated: Kept
) -> None:
    page = client_page(qtbot, window, treated.client.id)
    QTest.keyClick(page, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    session = screen(qtbot, window, Chair).session
    assert [layer.zone for layer in session.layers] == list(ZONES)
    assert {layer.confirmation for layer in session.layers} == {Confirmation.PLANNED}
    assert session.copied_from_id == treated.session.id


def test_an_open_session_is_resumed_not_started_anew(
    qtbot: QtBot, window: Window, records: Records, treated: Kept, you: Practitioner
) -> None:
    def begun(db: Session) -> NeedlingSession:
        fresh = a_session(treated.client, happened_at=at(60), treated_by_id=you.id, id=new_id())
        return sessions.start(db, fresh)

    waiting = records(begun)
    page = client_page(qtbot, window, treated.client.id)
    assert page.start.accessibleName() == "Resume session"
    assert not page.repeat.isEnabled()
    newest = page.timeline.cards[0]
    qtbot.waitUntil(lambda: "Not signed" in words_on(newest))
    QTest.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert screen(qtbot, window, Chair).session.id == waiting.id


def test_print_again_asks_for_the_very_sheet_that_was_given(
    qtbot: QtBot, window: Window, treated: Kept
) -> None:
    page = client_page(qtbot, window, treated.client.id)
    assert "marked ‘copy’" in page.print_again.accessibleName()
    with qtbot.waitSignal(page.print_again_asked) as asked:
        tap(page.print_again)
    assert asked.args == [treated.sheet.id]


def years(db: Session, you: Practitioner, count: int) -> Client:
    client = added(db)
    for month in range(count):
        signed(db, client, you, days=28 * month)
    return client


def has_cards(page: ClientScreen, count: int) -> bool:
    return len(page.timeline.cards) == count


def test_years_of_sessions_open_a_page_at_a_time(
    qtbot: QtBot, window: Window, records: Records, you: Practitioner
) -> None:
    client = records(partial(years, you=you, count=20))
    window.resize(1024, 600)
    page = client_page(qtbot, window, client.id)
    assert len(page.timeline.cards) == PAGE == 8
    assert page.timeline.cards[0].words.title == "Session 20"
    assert "20" in words_on(page.side)
    for shown in (16, 20):
        qtbot.waitUntil(page.timeline.earlier.isVisible)
        tap(page.timeline.earlier)
        qtbot.waitUntil(partial(has_cards, page, shown))
    qtbot.waitUntil(lambda: not page.timeline.earlier.isVisible())
    assert page.timeline.cards[-1].words.title == "Session 1"
    assert len({card.words.session_id for card in page.timeline.cards}) == 20


def test_earlier_sessions_come_as_one_scrolls(
    qtbot: QtBot, window: Window, records: Records, you: Practitioner
) -> None:
    client = records(partial(years, you=you, count=20))
    window.resize(1366, 860)
    page = client_page(qtbot, window, client.id)
    bar = page._page.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    for shown in (16, 20):
        bar.setValue(bar.minimum())
        bar.setValue(bar.maximum())
        qtbot.waitUntil(partial(has_cards, page, shown))


def test_what_lies_farther_back_than_the_first_page_still_counts(
    qtbot: QtBot, window: Window, records: Records, you: Practitioner
) -> None:
    """The only session with zones, and the one somebody forgot to sign, are the oldest."""

    def made(db: Session) -> Client:
        client = added(db)
        signed(db, client, you, days=400)
        sessions.start(db, a_session(client, happened_at=NOON - timedelta(days=399)))
        for days in range(12):
            empty = sessions.start(db, a_session(client, happened_at=NOON - timedelta(days=days)))
            sessions.sign(db, empty.id, 1, Status.COMPLETED, you.id, NOON)
        return client

    client = records(made)
    page = client_page(qtbot, window, client.id)
    facts = page.facts
    assert facts is not None
    assert (facts.count, facts.signed) == (14, 13)
    assert facts.last_worked is not None
    assert facts.last_worked.done_layers
    assert facts.open_session is not None
    assert page.start.accessibleName() == "Resume session"


def test_the_page_follows_what_is_saved_elsewhere(
    qtbot: QtBot, window: Window, records: Records, treated: Kept
) -> None:
    page = client_page(qtbot, window, treated.client.id)
    first = page.timeline.cards[0]
    page.reload()
    qtbot.wait(50)
    assert page.timeline.cards == [first], "a card that says the same is kept"
    assert isinstance(first, SessionCard)


def test_a_name_without_a_space_is_broken_not_cut_off(
    qtbot: QtBot, window: Window, records: Records
) -> None:
    client = records(partial(clients.add, client=a_client(family_name="V" * 200)))
    window.resize(1024, 600)
    page = client_page(qtbot, window, client.id)
    name = page.banner.name
    qtbot.waitUntil(lambda: name.height() >= name.heightForWidth(name.width()))
    assert name.height() > 5 * name.fontMetrics().height()
    qtbot.waitUntil(lambda: is_whole(name))


@pytest.mark.parametrize("width", [1024, 1366])
def test_the_actions_are_whole_with_all_alerts(
    qtbot: QtBot, window: Window, records: Records, width: int
) -> None:
    known = a_client(
        allergies=Allergies.KNOWN,
        allergy_names="lidocaine, nickel, latex, bees",
        has_melasma=True,
        interpreter_needed=True,
    )
    client = records(partial(clients.add, client=known))
    window.resize(width, 600)
    page = client_page(qtbot, window, client.id)
    for part in (page.start, page.repeat, page.print_again, page.banner.name, page.banner.chips):
        qtbot.waitUntil(partial(is_whole, part))
