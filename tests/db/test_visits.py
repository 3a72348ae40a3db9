"""What is kept of a client's sessions agrees with the sessions, whatever happened to them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert
from sqlalchemy.orm import Session

from needlelog.db import bulk, client_list, clients, sessions, timeline, visits
from needlelog.db.rows import TABLES
from needlelog.db.store import Store
from needlelog.demo import writing
from needlelog.demo.diary import Evening, Size
from needlelog.domain.change import difference
from needlelog.domain.client import Client
from needlelog.domain.client_list import Listing
from needlelog.domain.history import Move, MoveKind, Step
from needlelog.domain.identity import new_id
from needlelog.domain.session import NeedlingSession
from tests.builders import NOON, a_client, a_session

Visits = dict[str, tuple[int, datetime | None, date | None]]


def kept(db: Session) -> Visits:
    rows = client_list.first(db, Listing(), NOON, 1_000)
    return {row.client.code: (row.sessions, row.last_session_at, row.next_on) for row in rows}


def counted(db: Session) -> Visits:
    """From the sessions themselves."""
    found: Visits = {}
    for row in client_list.first(db, Listing(), NOON, 1_000):
        all_of_them = timeline.for_client(db, row.client.id)
        newest = all_of_them[0] if all_of_them else None
        found[row.client.code] = (
            len(all_of_them),
            newest.happened_at if newest else None,
            newest.next_on if newest else None,
        )
    return found


def agree(store: Store) -> Visits:
    with store.reading() as db:
        found = kept(db)
        assert found == counted(db)
    return found


def added(store: Store, **values: object) -> Client:
    with store.transaction() as db:
        return clients.add(db, a_client(**values))


def started(store: Store, session: NeedlingSession) -> NeedlingSession:
    with store.transaction() as db:
        return sessions.start(db, session)


def changed(store: Store, old: NeedlingSession, new: NeedlingSession, kind: MoveKind) -> None:
    move = Move(kind, Step("details", difference(old, new)))
    with store.transaction() as db:
        stands = sessions.load(db, old.id)
        sessions.save(db, old.id, stands.version, [move])


def test_a_session_that_begins_counts(store: Store) -> None:
    client = added(store)
    assert agree(store) == {"C-0001": (0, None, None)}

    started(store, a_session(client, happened_at=NOON - timedelta(days=30)))
    started(store, a_session(client))
    assert agree(store) == {"C-0001": (2, NOON, None)}


def test_another_day_and_another_next_date_count_and_so_does_their_undo(store: Store) -> None:
    client = added(store)
    started(store, a_session(client, happened_at=NOON - timedelta(days=9)))
    session = started(store, a_session(client))
    due = replace(session, next_on=date(2026, 12, 24))
    earlier = replace(due, happened_at=NOON - timedelta(days=10))

    changed(store, session, due, MoveKind.DO)
    assert agree(store) == {"C-0001": (2, NOON, date(2026, 12, 24))}
    changed(store, due, earlier, MoveKind.DO)
    assert agree(store) == {"C-0001": (2, NOON - timedelta(days=9), None)}
    changed(store, due, earlier, MoveKind.UNDO)
    assert agree(store) == {"C-0001": (2, NOON, date(2026, 12, 24))}


def test_a_session_given_to_another_client_counts_there_alone(store: Store) -> None:
    client, other = added(store), added(store, given_name="Asha")
    session = started(store, a_session(client, next_on=date(2026, 12, 24)))

    with store.transaction() as db:
        moved = {"session_id": session.id, "client_id": other.id, "nth": 2, "since": NOON}
        db.execute(insert(TABLES["session_client"]), {"id": new_id(), **moved})
        visits.count_everybody(db.connection())
        visits.count(db.connection(), session.id)

    with store.reading() as db:
        assert kept(db)["C-0002"] == (1, NOON, date(2026, 12, 24))


def test_counting_everybody_at_once_comes_to_the_same(store: Store) -> None:
    client, other = added(store), added(store, given_name="Asha")
    added(store, given_name="Nobody yet")
    for days, whose in enumerate((client, other, client)):
        session = a_session(whose, happened_at=NOON + timedelta(days=days))
        started(store, replace(session, next_on=date(2026, 12, 1 + days)))
    one_by_one = agree(store)

    with store.transaction() as db:
        visits.count_everybody(db.connection())

    assert agree(store) == one_by_one


def test_a_file_made_in_bulk_is_counted(tmp_path: Path) -> None:
    path = tmp_path / "bulk.db"

    def fill(db: Session) -> None:
        writing.fill(db, Size(5, 40), Evening(NOON.date()), lambda _count: None)

    bulk.make_file(path, fill)

    store = Store.open(path)
    found = agree(store)
    store.close()
    assert sum(sessions for sessions, _last, _next in found.values()) == 40


def test_a_start_that_fails_leaves_the_count_alone(store: Store) -> None:
    client = added(store)

    def start_and_fail() -> None:
        with store.transaction() as db:
            sessions.start(db, a_session(client))
            raise LookupError

    with pytest.raises(LookupError):
        start_and_fail()
    assert agree(store) == {"C-0001": (0, None, None)}
