"""What the first page asks is right, and is found by index however many sessions there are."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event, insert
from sqlalchemy.orm import Session

from needlelog.db import clients, sessions, today
from needlelog.db.rows import TABLES
from needlelog.db.store import Store
from needlelog.domain.client import Client
from needlelog.domain.identity import new_id
from needlelog.domain.session import NeedlingSession, Status
from tests.builders import NOON, a_client, a_session, at


def added(db: Session, name: str, days_ago: int = 0) -> Client:
    created_at = NOON - timedelta(days=days_ago)
    return clients.add(db, a_client(family_name=name, created_at=created_at))


def begun(db: Session, client: Client, days_ago: int = 0, minute: int = 0) -> NeedlingSession:
    happened_at = at(minute) - timedelta(days=days_ago)
    session = a_session(client, {"face.chin": 500})
    return sessions.start(db, replace(session, happened_at=happened_at))


def signed(db: Session, client: Client, minute: int = 0, days_ago: int = 0) -> NeedlingSession:
    session = begun(db, client, days_ago, minute)
    you = new_id()
    db.execute(
        insert(TABLES["practitioner"]),
        {
            **dict.fromkeys(
                ("name", "initials", "profession", "registration", "insurer", "policy"), ""
            ),
            "id": you,
            "version": 1,
        },
    )
    moment = session.happened_at + timedelta(hours=1)
    sessions.sign(db, session.id, session.version, Status.COMPLETED, you, moment)
    return session


def names(found: tuple[tuple[Client, Any], ...]) -> list[str]:
    return [client.family_name for client, _seen_at in found]


def test_what_waits_is_found_newest_first_and_counted_beyond_the_limit(store: Store) -> None:
    with store.transaction() as db:
        client = added(db, "Adeyemi")
        waits = [begun(db, client, days_ago) for days_ago in (2, 0, 1)]
        signed(db, client)
        found = today.waiting(db, limit=2)
        assert [session.id for session in found] == [waits[1].id, waits[2].id]
        assert today.waiting_count(db) == 3


def test_what_was_signed_since_midnight_is_found_the_last_signature_first(store: Store) -> None:
    with store.transaction() as db:
        client = added(db, "Adeyemi")
        late, early = signed(db, client, minute=90), signed(db, client, minute=5)
        signed(db, client, days_ago=1)
        begun(db, client)
        found = today.signed_since(db, NOON, limit=9)
    assert [session.id for session in found] == [late.id, early.id]


def test_clients_come_by_the_last_that_happened_with_the_moment_of_their_session(
    store: Store,
) -> None:
    with store.transaction() as db:
        people = {name: added(db, name, days_ago=30) for name in ("A", "B", "C", "D")}
        begun(db, people["A"], days_ago=9)
        begun(db, people["B"], days_ago=2)
        begun(db, people["B"], days_ago=20)
        begun(db, people["D"], days_ago=5)
        added(db, "New", days_ago=1)
        found = today.lately(db, limit=4)
    assert names(found) == ["New", "B", "D", "A"]
    assert [seen_at for _client, seen_at in found] == [
        None,
        *(NOON - timedelta(days=days) for days in (2, 5, 9)),
    ]


def test_somebody_who_came_very_often_hides_nobody(store: Store) -> None:
    with store.transaction() as db:
        often, seldom = added(db, "Often", days_ago=900), added(db, "Seldom", days_ago=800)
        for days_ago in range(120):
            begun(db, often, days_ago)
        begun(db, seldom, days_ago=300)
        assert names(today.lately(db, limit=2)) == ["Often", "Seldom"]


def test_somebody_added_late_who_was_here_long_ago_says_when(store: Store) -> None:
    """Entered from paper: the newest number, but an old session."""
    with store.transaction() as db:
        first = added(db, "First", days_ago=3)
        for minute in range(60):
            begun(db, first, days_ago=3, minute=minute)
        begun(db, added(db, "Entered", days_ago=0), days_ago=400)
        ((client, seen_at),) = today.lately(db, limit=1)
    assert client.family_name == "Entered"
    assert seen_at == NOON - timedelta(days=400)


def test_whoever_lies_in_the_trash_or_the_archive_is_not_shown(store: Store) -> None:
    with store.transaction() as db:
        seen, binned, kept_away = (added(db, name, days_ago=9) for name in ("A", "B", "C"))
        for client in (seen, binned, kept_away):
            signed(db, client)
        new_and_binned = added(db, "D")
        clients.put_aside(db, kept_away.id, archived_at=NOON, trashed_at=None)
        for client in (binned, new_and_binned):
            clients.put_aside(db, client.id, archived_at=None, trashed_at=NOON)
        assert names(today.lately(db, limit=5)) == ["A"]


def test_nobody_is_no_failure(store: Store) -> None:
    with store.reading() as db:
        assert today.lately(db, limit=5) == ()
        assert today.waiting(db, limit=5) == ()
        assert today.waiting_count(db) == 0


@contextmanager
def asked(db: Session) -> Any:
    """The statements that are sent meanwhile, with what they are given."""
    heard: list[tuple[str, Any]] = []

    def hear(_conn: Any, _cur: Any, sql: str, given: Any, *_more: Any) -> None:
        heard.append((sql, given))

    engine = db.get_bind()
    event.listen(engine, "before_cursor_execute", hear)
    yield heard
    event.remove(engine, "before_cursor_execute", hear)


ASKED: dict[str, tuple[Callable[[Session], object], str]] = {
    "waiting": (lambda db: today.waiting(db, 9), "ix_session_unsigned"),
    "count": (today.waiting_count, "ix_session_unsigned"),
    "signed": (lambda db: today.signed_since(db, NOON, 9), "ix_session_signed"),
    "lately": (lambda db: today.lately(db, 9), "ix_client_seen"),
}


@pytest.mark.parametrize("question", ASKED)
def test_sessions_are_reached_by_index_and_never_all_looked_at(
    file_store: Store, question: str
) -> None:
    ask, index = ASKED[question]
    with file_store.transaction() as db:
        for days_ago in range(60):
            begun(db, added(db, f"N{days_ago}", days_ago=90), days_ago)
    with file_store.reading() as db:
        with asked(db) as heard:
            ask(db)
        plans = [_plan(db, sql, given) for sql, given in heard]
    assert any(index in step for plan in plans for step in plan), plans
    walked = [step for plan in plans for step in plan if _walks_a_table(step)]
    assert all("INDEX" in step for step in walked), walked


def _plan(db: Session, sql: str, given: Any) -> list[str]:
    rows = db.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", given)
    return [row[-1] for row in rows]


def _walks_a_table(step: str) -> bool:
    verb, _space, rest = step.partition(" ")
    return verb == "SCAN" and rest.split()[0] in TABLES
