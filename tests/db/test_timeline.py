"""What earlier sessions of a client say."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Engine, event

from needlelog.db import clients, practitioners, sessions, timeline
from needlelog.db.store import Store
from needlelog.domain.client import Client
from needlelog.domain.clinic import Practitioner
from needlelog.domain.guard import LastDepth
from needlelog.domain.identity import new_id
from needlelog.domain.session import Confirmation, NeedlingSession, Spot, Status
from tests.builders import NOON, a_client, a_layer, a_planned_layer, a_practitioner, a_session

AUCKLAND = ZoneInfo("Pacific/Auckland")  # half a day ahead: noon in UTC is tomorrow there


@pytest.fixture
def client(store: Store) -> Client:
    with store.transaction() as db:
        return clients.add(db, a_client())


@pytest.fixture
def practitioner(store: Store) -> Practitioner:
    with store.transaction() as db:
        return practitioners.add(db, a_practitioner())


def add(store: Store, session: NeedlingSession) -> NeedlingSession:
    with store.transaction() as db:
        return sessions.start(db, session)


@contextmanager
def counted_statements() -> Iterator[list[str]]:
    seen: list[str] = []

    def note(*args: object) -> None:
        seen.append(str(args[2]))

    event.listen(Engine, "before_cursor_execute", note)
    yield seen
    event.remove(Engine, "before_cursor_execute", note)


def test_the_timeline_is_whole_newest_first_and_of_this_client_only(
    store: Store, client: Client
) -> None:
    with store.transaction() as db:
        other = clients.add(db, a_client(given_name="Asha"))
    old = add(store, a_session(client, {"chin": 500}, happened_at=NOON - timedelta(days=30)))
    new = add(store, a_session(client, {"nose": 750, "chin": 1000}))
    add(store, a_session(other, {"chin": 250}))

    with store.reading() as db:
        assert timeline.for_client(db, client.id) == (new, old)


def test_a_long_timeline_takes_no_more_statements_than_a_short_one(
    store: Store, client: Client
) -> None:
    counts = []
    for days in range(1, 13):
        add(store, a_session(client, {"chin": 500}, happened_at=NOON - timedelta(days=days)))
        with counted_statements() as seen, store.reading() as db:
            assert len(timeline.for_client(db, client.id)) == days
        counts.append(len([statement for statement in seen if "SELECT" in statement]))

    assert counts[-1] == counts[0] <= 10


def test_latest_depths_are_the_deepest_done_of_the_last_time_each_zone_was_worked(
    store: Store, client: Client
) -> None:
    add(
        store,
        a_session(client, {"chin": 1500, "nose": 250}, happened_at=NOON - timedelta(days=60)),
    )
    last = a_session(client, happened_at=NOON - timedelta(days=30))
    layers = (
        a_layer("chin", 1250, position=0),
        a_layer("chin", 500, position=1),
        a_planned_layer("nose", 2000, position=2),
    )
    add(store, replace(last, layers=layers))
    now = add(store, a_session(client, {"chin": 100}))

    with store.reading() as db:
        depths = timeline.latest_depths(db, now, AUCKLAND)
        values = timeline.last_depths(db, now)

    assert depths == {
        "chin": LastDepth(1250, date(2026, 10, 25)),
        "nose": LastDepth(250, date(2026, 9, 25)),
    }
    assert values == (500, 1250, 250)


def test_a_first_session_has_nothing_behind_it(store: Store, client: Client) -> None:
    with store.reading() as db:
        assert timeline.for_client(db, client.id) == ()
        assert timeline.latest_depths(db, a_session(client), AUCKLAND) == {}
        assert timeline.last_depths(db, a_session(client)) == ()
        assert timeline.last_worked(db, client.id) is None
        assert timeline.earlier_spots(db, a_session(client)) == ()
        assert timeline.open_for(db, client.id) is None
        assert timeline.next_spot_number(db, client.id) == 1


def test_sessions_are_counted_by_when_they_happened(store: Store, client: Client) -> None:
    with store.transaction() as db:
        other = clients.add(db, a_client(given_name="Asha"))
    second = add(store, a_session(client))
    third = add(store, a_session(client))
    first = add(store, a_session(client, happened_at=NOON - timedelta(days=30)))
    add(store, a_session(other, happened_at=NOON - timedelta(days=60)))

    with store.reading() as db:
        assert [timeline.number_of(db, s) for s in (first, second, third)] == [1, 2, 3]


def test_a_spot_number_is_never_given_twice_to_a_client(store: Store, client: Client) -> None:
    add(store, a_session(client, spots=(Spot(4, "face_front", 1.0, 2.0),)))
    add(store, a_session(client, spots=(Spot(2, "face_front", 1.0, 2.0),)))

    with store.reading() as db:
        assert timeline.next_spot_number(db, client.id) == 5


def test_only_sessions_that_happened_before_count_as_last_time(
    store: Store, client: Client
) -> None:
    then = add(store, a_session(client, {"chin": 500}, happened_at=NOON - timedelta(days=60)))
    entered_later = a_session(client, happened_at=NOON - timedelta(days=30))
    add(store, a_session(client, {"chin": 1500, "nose": 250}))

    with store.reading() as db:
        depths = timeline.latest_depths(db, entered_later, AUCKLAND)
        assert {zone: last.depth_um for zone, last in depths.items()} == {"chin": 500}
        assert timeline.last_depths(db, entered_later) == (500,)
        assert timeline.last_depths(db, then) == ()


def test_what_is_repeated_is_the_newest_signed_session_that_worked_a_zone(
    store: Store, client: Client, practitioner: Practitioner
) -> None:
    worked = add(store, a_session(client, {"chin": 500}, happened_at=NOON - timedelta(days=60)))
    left_out = a_planned_layer("nose", confirmation=Confirmation.NOT_TREATED)
    called_off = add(store, a_session(client, layers=(left_out,)))
    with store.transaction() as db:
        for session in (worked, called_off):
            sessions.sign(db, session.id, 1, Status.COMPLETED, practitioner.id, NOON)

    with store.reading() as db:
        last = timeline.last_worked(db, client.id)
        assert last is not None
        assert last.id == worked.id
        assert timeline.last_worked(db, client.id, before=worked) is None


def test_earlier_spots_are_those_of_the_sessions_before_as_they_were_worked_last(
    store: Store, client: Client
) -> None:
    with store.transaction() as db:
        other = clients.add(db, a_client(given_name="Asha"))
    month = timedelta(days=30)
    first = Spot(3, "face_front", 1.0, 2.0, name="Mole", depth_um=500)
    second = Spot(1, "face_left", 5.0, 6.0)
    again = replace(first, depth_um=1000, reason="scar", id=new_id())
    add(store, a_session(client, spots=(first, second), happened_at=NOON - 2 * month))
    add(store, a_session(client, spots=(again,), happened_at=NOON - month))
    add(store, a_session(client, spots=(Spot(4, "face_front", 9.0, 9.0),)))
    add(store, a_session(other, spots=(Spot(9, "face_front", 9.0, 9.0),), happened_at=NOON - month))
    here = a_session(client, happened_at=NOON - timedelta(days=1))

    with store.reading() as db:
        assert timeline.earlier_spots(db, here) == (second, again)
