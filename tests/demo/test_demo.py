"""An invented clinic that could have been a real one, the same every time."""

from __future__ import annotations

import contextlib
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import NoReturn
from zoneinfo import ZoneInfo

import pytest

from needlelog import catalogue
from needlelog.db import clients, files_found, sqlite, timeline
from needlelog.db import shelf as shelves
from needlelog.db.rows import TABLES
from needlelog.db.store import Store
from needlelog.demo.courses import COURSES
from needlelog.demo.diary import Evening, Size, evening
from needlelog.demo.records import People, house
from needlelog.demo.writing import make
from needlelog.domain import close_out
from needlelog.domain.client import age_on
from needlelog.domain.device import default_of
from needlelog.domain.protocol import unknown_zones
from needlelog.domain.session import ChairStep, NeedlingSession, Status
from needlelog.domain.text import clean_line
from needlelog.errors import CannotWriteFile
from needlelog.ui.screens.chair import facts
from tests.builders import a_client

LAST_DAY = date(2026, 11, 20)
END = Evening(LAST_DAY)
SIZE = Size(clients=14, sessions=110)


def nobody(_done: int) -> None:
    pass


def content(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, as stored."""
    with contextlib.closing(sqlite.connect(path)) as raw:
        return {
            name: raw.execute(f"SELECT * FROM {name} ORDER BY id").fetchall() for name in TABLES
        }


@pytest.fixture(scope="module")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    make(path, SIZE, END, nobody)
    return path


@pytest.fixture(scope="module")
def people() -> People:
    return People(SIZE, END)


@pytest.fixture(scope="module")
def sessions() -> list[NeedlingSession]:
    same_people = People(SIZE, END)
    return list(same_people.sessions(house(same_people.opened_on)))


def of_each(sessions: list[NeedlingSession]) -> dict[object, list[NeedlingSession]]:
    found: dict[object, list[NeedlingSession]] = {}
    for session in sessions:
        found.setdefault(session.client_id, []).append(session)
    return found


def test_the_same_numbers_make_the_same_records(demo_file: Path, tmp_path: Path) -> None:
    again, other = tmp_path / "again.db", tmp_path / "other.db"
    make(again, SIZE, END, nobody)
    make(other, SIZE, Evening(LAST_DAY - timedelta(days=1)), nobody)

    assert content(again) == content(demo_file)
    assert content(other)["session"] != content(demo_file)["session"]


def test_a_file_holds_what_was_invented(
    demo_file: Path, people: People, sessions: list[NeedlingSession]
) -> None:
    store = Store.open(demo_file)
    with store.reading() as db:
        kept = {client.id: timeline.for_client(db, client.id) for client in people.clients}
        found = clients.find(db, people.clients[5].family_name)
        waiting = timeline.unfinished(db)
    store.close()

    assert {one.id for own in kept.values() for one in own} == {one.id for one in sessions}
    for session in sessions:
        assert session in kept[session.client_id]
    assert people.clients[5] in found
    assert {one.client_id for one in waiting} == {client.id for client in people.clients[:2]}


def test_exactly_as_many_as_were_asked_for(people: People, sessions: list[NeedlingSession]) -> None:
    assert (len(people.clients), len(sessions)) == (SIZE.clients, SIZE.sessions)


def test_a_client_added_later_gets_the_next_number(demo_file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    copy.write_bytes(demo_file.read_bytes())
    store = Store.open(copy)
    with store.transaction() as db:
        added = clients.add(db, a_client(number=0))
    store.close()
    assert added.number == SIZE.clients + 1


def test_what_is_signed_stays_signed(demo_file: Path, sessions: list[NeedlingSession]) -> None:
    session = next(one for one in sessions if one.is_signed)
    with contextlib.closing(sqlite.connect(demo_file)) as raw:
        for table, column in (("session", "id"), ("layer", "session_id")):
            with pytest.raises(sqlite.DriverError, match="needlelog: signed"):
                raw.execute(f"DELETE FROM {table} WHERE {column} = ?", (session.id.bytes,))


def test_nothing_happens_out_of_its_order(sessions: list[NeedlingSession]) -> None:
    for session in sessions:
        ended = session.needling_ended_at
        assert ended is not None
        assert session.started_at is not None
        assert session.happened_at < session.started_at <= ended
        assert all(one.noted_at and one.noted_at >= ended for one in session.reactions)
        assert session.signed_at is None or session.signed_at > ended
        assert session.happened_at.date() <= LAST_DAY
        assert all(supply.lot and supply.expires_on for supply in session.serums + session.numbings)


def test_sessions_of_a_client_are_weeks_apart(sessions: list[NeedlingSession]) -> None:
    for own in of_each(sessions).values():
        days = [session.happened_at.date() for session in own]
        assert all(later - earlier >= timedelta(days=28) for earlier, later in pairwise(days))
        assert all(day.weekday() != 6 for day in days)


def test_depths_rise_and_stay_below_every_ceiling(
    people: People, sessions: list[NeedlingSession]
) -> None:
    melasma = {client.id for client in people.clients if client.has_melasma}
    for client_id, own in of_each(sessions).items():
        high = 1000 if client_id in melasma else 1500
        for earlier, later in pairwise(own):
            for before, after in zip(earlier.layers, later.layers, strict=True):
                assert before.depth_um <= after.depth_um <= high
    deepest = [session.deepest_um() for session in sessions]
    assert min(filter(None, deepest)) < max(filter(None, deepest))


def test_every_signed_session_could_be_signed(demo_file: Path) -> None:
    store = Store.open(demo_file)
    with store.reading() as db:
        for client in clients.recent(db, limit=SIZE.clients):
            for session in timeline.for_client(db, client.id):
                if session.is_signed:
                    known = facts.load(db, session.id)
                    assert close_out.holds(session, known.ceilings()) == ()
                    assert close_out.lots_noted(session)
                    assert close_out.reactions_noted(session)
                    assert session.status is close_out.finished_status(session)
    store.close()


def test_clients_are_people_of_age_with_names_in_many_scripts(
    people: People, sessions: list[NeedlingSession]
) -> None:
    own = of_each(sessions)
    many = People(Size(200, 0), END).clients
    for client in people.clients:
        assert client.born_on is not None
        first = own[client.id][0]
        assert age_on(client.born_on, first.happened_at.date()) >= 18
    assert [client.number for client in many] == list(range(1, 201))
    assert all(clean_line(client.full_name) == client.full_name for client in many)
    assert len({client.language for client in many}) >= 10


def test_every_course_is_given(sessions: list[NeedlingSession]) -> None:
    assert Counter(one.indication for one in sessions).keys() == {one.indication for one in COURSES}


def test_now_and_then_somebody_feels_faint() -> None:
    many = People(Size(20, 400), END).sessions(house(LAST_DAY))
    stopped = [session for session in many if session.stop]
    assert 1 <= len(stopped) <= 20
    assert {session.status for session in stopped} == {Status.STOPPED_EARLY}
    assert all(len(session.done_layers) < len(session.layers) for session in stopped)


def test_500_sessions_of_one_client_have_room_in_a_life() -> None:
    people = People(Size(1, 500), END)
    born_on = people.clients[0].born_on
    assert born_on is not None
    assert born_on + timedelta(days=18 * 365) < people.opened_on


def test_whoever_stops_it_finds_nothing_left_behind(tmp_path: Path) -> None:
    def stop(_done: int) -> NoReturn:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make(tmp_path / "demo.db", SIZE, END, stop)
    assert not list(tmp_path.iterdir())


def test_a_file_that_is_there_stays_as_it_is(demo_file: Path) -> None:
    before = demo_file.read_bytes()
    with pytest.raises(CannotWriteFile, match="There is a file"):
        make(demo_file, SIZE, END, nobody)
    assert demo_file.read_bytes() == before


def test_a_full_disk_is_told_and_leaves_nothing(small_disk: Path) -> None:
    with pytest.raises(CannotWriteFile, match="could not be made"):
        make(small_disk / "demo.db", Size(100, 1000), END, nobody)
    assert not list(small_disk.iterdir())


NOON_IN_TOKYO = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)  # a Sunday


def test_a_diary_that_ends_now_has_nothing_of_later_and_a_full_last_day() -> None:
    end = evening(NOON_IN_TOKYO, "Asia/Tokyo")
    assert (end.day, end.minute) == (date(2026, 11, 22), 12 * 60)
    people = People(SIZE, end)
    own = list(people.sessions(house(people.opened_on, end.time_zone)))
    zone = ZoneInfo("Asia/Tokyo")
    last = [one for one in own if one.happened_at.astimezone(zone).date() == end.day]

    assert all(max(_moments(one)) <= NOON_IN_TOKYO for one in own)
    assert sorted(one.is_signed for one in last) == [False, False, True, True, True]
    earlier = [one for one in own if one not in last]
    assert all(one.happened_at.astimezone(zone).weekday() != 6 for one in earlier)


def test_before_dawn_the_diary_ends_with_the_day_before() -> None:
    assert evening(datetime(2026, 11, 23, 2, 0, tzinfo=UTC), "UTC") == Evening(
        date(2026, 11, 22), time_zone="UTC"
    )


def _moments(session: NeedlingSession) -> list[datetime]:
    moments = [session.happened_at, session.saved_at, session.signed_at, session.needling_ended_at]
    return [moment for moment in moments if moment is not None]


def test_on_the_last_day_somebody_is_in_the_chair_waits_and_is_signed(
    sessions: list[NeedlingSession],
) -> None:
    waiting = [one for one in sessions if not one.is_signed]
    assert {one.step for one in waiting} == {ChairStep.TREAT, ChairStep.AFTERCARE}
    signed = [one for one in sessions if one.signed_at and one.signed_at.date() == LAST_DAY]
    assert len(signed) >= 3


def test_the_file_says_that_it_is_a_demo(demo_file: Path) -> None:
    assert files_found.is_demo(demo_file)


def test_the_clinic_has_what_its_settings_and_the_chair_show(
    demo_file: Path, sessions: list[NeedlingSession]
) -> None:
    store = Store.open(demo_file)
    with store.reading() as db:
        shelf = shelves.read(db)
    store.close()

    counts = (len(shelf.devices), len(shelf.products), len(shelf.protocols))
    assert counts == (1, 3, 2)
    assert default_of(shelf.devices) == shelf.devices[0]
    assert {one.device_id for one in sessions} == {shelf.devices[0].id}
    assert all(price.currency == "GBP" and price.amount_minor for price in shelf.prices)
    for protocol in shelf.protocols:
        assert protocol.zones
        assert not unknown_zones(protocol, catalogue.zones())
        assert all(shelf.reach(sessions[0]).holds(row.depth_um) for row in protocol.zones)
