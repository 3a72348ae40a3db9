"""The list of clients: counted, sorted and filtered by the database, alike on both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from needlelog.db import client_list, clients, practitioners, sessions
from needlelog.db.store import Store
from needlelog.domain.client import Allergies, Client
from needlelog.domain.client_list import Column, ListedClient, Listing, Shown
from needlelog.domain.session import Status
from tests.builders import NOON, a_client, a_practitioner, a_session

ANNA = a_client(
    family_name="Östberg", given_name="anna", born_on=date(1990, 5, 1), phone="+46 8 1", phototype=2
)
BEA = a_client(
    family_name="ostberg", given_name="Bea", born_on=None, phone="", allergies=Allergies.KNOWN
)
CLEO = a_client(
    family_name="Zamora", given_name="Cleo", born_on=date(1970, 5, 1), phone="+34 9", phototype=5
)
DAY = timedelta(days=1)


@pytest.fixture
def three(store: Store) -> dict[str, Client]:
    """Anna came 30 days ago and is due; Cleo came twice, long ago; Bea never."""
    with store.transaction() as db:
        kept = [clients.add(db, one) for one in (CLEO, ANNA, BEA)]
        cleo, anna, _bea = kept
        you = practitioners.add(db, a_practitioner())
        for session in (
            a_session(cleo, happened_at=NOON - 800 * DAY),
            a_session(cleo, happened_at=NOON - 500 * DAY),
            a_session(anna, happened_at=NOON - 30 * DAY, next_on=date(2026, 12, 1)),
        ):
            sessions.start(db, session)
            sessions.sign(db, session.id, 1, Status.COMPLETED, you.id, NOON)
    return {one.given_name: one for one in kept}


def listed(store: Store, listing: Listing, limit: int = 10) -> list[str]:
    """Given names as the list begins, which are also what its numbers stand for."""
    with store.reading() as db:
        rows = client_list.first(db, listing, NOON, limit)
        numbers = client_list.numbers(db, listing, NOON)
        assert client_list.numbered(db, numbers[:limit]) == rows
    return [row.client.given_name for row in rows]


@pytest.mark.parametrize(
    ("column", "upwards", "downwards"),
    [
        (Column.NAME, "anna Bea Cleo", "Cleo Bea anna"),
        (Column.BORN, "Cleo anna Bea", "anna Cleo Bea"),
        (Column.NUMBER, "Cleo anna Bea", "Bea anna Cleo"),
        (Column.PHONE, "Cleo anna Bea", "anna Cleo Bea"),
        (Column.LAST_SESSION, "Cleo anna Bea", "anna Cleo Bea"),
        (Column.SESSIONS, "Bea anna Cleo", "Cleo anna Bea"),
        (Column.NEXT, "anna Bea Cleo", "anna Bea Cleo"),
        (Column.PHOTOTYPE, "anna Cleo Bea", "Cleo anna Bea"),
        (Column.ALLERGIES, "Bea anna Cleo", "anna Cleo Bea"),
    ],
)
@pytest.mark.usefixtures("three")
def test_every_column_sorts_both_ways_and_what_nobody_noted_comes_last(
    store: Store, column: Column, upwards: str, downwards: str
) -> None:
    assert listed(store, Listing(column=column)) == upwards.split()
    assert listed(store, Listing(column=column, descending=True)) == downwards.split()


@pytest.mark.parametrize(
    ("shown", "names"),
    [(Shown.ALL, "anna Bea Cleo"), (Shown.SEEN_LATELY, "anna"), (Shown.NOT_SEEN, "Cleo")],
)
@pytest.mark.usefixtures("three")
def test_clients_are_chosen_by_when_they_were_seen(store: Store, shown: Shown, names: str) -> None:
    assert listed(store, Listing(shown)) == names.split()


@pytest.mark.parametrize(
    ("text", "names"),
    [("ost", "anna Bea"), ("ost ea", "Bea"), ("+34 9", "Cleo"), ("c-0002", "anna"), ("xyz", "")],
)
@pytest.mark.usefixtures("three")
def test_the_filter_looks_at_name_phone_and_number(store: Store, text: str, names: str) -> None:
    assert listed(store, Listing(text=text)) == names.split()


def test_a_row_says_how_often_and_when_somebody_came(
    store: Store, three: dict[str, Client]
) -> None:
    with store.reading() as db:
        anna, bea, cleo = client_list.first(db, Listing(), NOON, 3)

    assert anna == ListedClient(three["anna"], 1, NOON - 30 * DAY, date(2026, 12, 1))
    assert bea == ListedClient(three["Bea"], 0, None, None)
    assert cleo == ListedClient(three["Cleo"], 2, NOON - 500 * DAY, None)


def test_who_was_put_aside_is_listed_there_alone(store: Store, three: dict[str, Client]) -> None:
    with store.transaction() as db:
        clients.put_aside(db, three["anna"].id, archived_at=NOON, trashed_at=None)
        clients.put_aside(db, three["Bea"].id, archived_at=NOON, trashed_at=NOON)

    assert listed(store, Listing()) == ["Cleo"]
    assert listed(store, Listing(Shown.ARCHIVED)) == ["anna"]
    assert listed(store, Listing(Shown.TRASH)) == ["Bea"]


def test_a_row_that_is_gone_leaves_the_others_in_their_order(
    store: Store, three: dict[str, Client]
) -> None:
    numbers = [three["Cleo"].number, 9_999, three["anna"].number]

    with store.reading() as db:
        rows = client_list.numbered(db, numbers)

    assert [row.client for row in rows] == [three["Cleo"], three["anna"]]


@pytest.mark.parametrize("column", Column)
def test_the_list_begins_without_a_look_at_every_client(file_store: Store, column: Column) -> None:
    """Where each row had to be looked up to be sorted, a hundred thousand would be."""
    with file_store.reading() as db:
        with statements(db) as asked:
            client_list.first(db, Listing(column=column, descending=True), NOON, 60)
        sql, values = next(one for one in asked if one[0].startswith("SELECT"))
        plan = [
            row[3] for row in db.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", values)
        ]

    indexes = r"COVERING INDEX ix_client_(listed|seen)|USING INDEX sqlite_autoindex_client"
    assert re.search(indexes, plan[0]), plan


@contextmanager
def statements(db: Session) -> Iterator[list[tuple[str, Any]]]:
    """What is asked meanwhile, and with which values."""
    asked: list[tuple[str, Any]] = []

    def note(_c: object, _cursor: object, sql: str, values: Any, *_more: object) -> None:
        asked.append((sql, values))

    engine = db.get_bind()
    event.listen(engine, "before_cursor_execute", note)
    yield asked
    event.remove(engine, "before_cursor_execute", note)
