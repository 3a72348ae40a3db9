"""Archive and trash: out of sight, never lost, and the way back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from needlelog.db import clients, practitioners, sessions, timeline
from needlelog.db.store import Store
from needlelog.domain.client import Client
from needlelog.domain.session import NeedlingSession, Status
from needlelog.errors import NotNow
from tests.builders import NOON, a_client, a_practitioner, a_session, at


@pytest.fixture
def client(store: Store) -> Client:
    with store.transaction() as db:
        return clients.add(db, a_client())


def put(store: Store, client: Client, archived: bool = False, trashed: bool = False) -> Client:
    """The client as the records have them afterwards."""
    with store.transaction() as db:
        clients.put_aside(
            db,
            client.id,
            archived_at=NOON if archived else None,
            trashed_at=at(1) if trashed else None,
        )
    return kept(store, client)


def kept(store: Store, client: Client) -> Client:
    with store.reading() as db:
        return clients.get(db, client.id)


def in_the_chair(store: Store, client: Client) -> NeedlingSession:
    with store.transaction() as db:
        return sessions.open_or_start(db, a_session(client, {"chin": 500}))


def signed(store: Store, session: NeedlingSession) -> None:
    with store.transaction() as db:
        by = practitioners.add(db, a_practitioner())
        sessions.sign(db, session.id, session.version, Status.COMPLETED, by.id, NOON)


def found(store: Store) -> tuple[Client, ...]:
    with store.reading() as db:
        return clients.find(db, "venkat")


def test_an_archived_client_is_still_found_and_says_so(store: Store, client: Client) -> None:
    put(store, client, archived=True)

    (one,) = found(store)
    assert one == replace(client, archived_at=NOON)


@pytest.mark.parametrize("text", ["ve", "venkat", "+44 20 79", "c-0001", "priya", "p"])
def test_who_lies_in_the_trash_is_not_found(store: Store, client: Client, text: str) -> None:
    put(store, client, trashed=True)

    with store.reading() as db:
        assert clients.find(db, text) == ()


def test_putting_aside_says_how_the_client_was_before(store: Store, client: Client) -> None:
    put(store, client, archived=True)

    with store.transaction() as db:
        before = clients.put_aside(db, client.id, archived_at=NOON, trashed_at=at(1))

    assert (before.archived_at, before.trashed_at) == (NOON, None)


def test_a_client_with_sessions_can_be_put_aside_and_loses_none(
    store: Store, client: Client
) -> None:
    session = in_the_chair(store, client)
    signed(store, session)

    put(store, client, trashed=True)

    with store.reading() as db:
        (one,) = timeline.for_client(db, client.id)
    assert one.id == session.id
    assert put(store, client) == client


@pytest.mark.parametrize("where", ["archived", "trashed"])
def test_somebody_in_the_chair_is_not_put_aside_before_signing(
    store: Store, client: Client, where: str
) -> None:
    session = in_the_chair(store, client)

    with pytest.raises(NotNow, match=r"Priya Venkataraman has a session in the chair\. Sign it"):
        put(store, client, **{where: True})
    assert kept(store, client) == client

    signed(store, session)
    assert put(store, client, **{where: True}) != client


def test_nobody_in_the_trash_is_given_a_session(store: Store, client: Client) -> None:
    put(store, client, trashed=True)

    with pytest.raises(NotNow, match=r"in the trash\. Restore"):
        in_the_chair(store, client)

    with store.reading() as db:
        assert timeline.for_client(db, client.id) == ()


def test_who_takes_the_chair_is_back_from_the_archive(store: Store, client: Client) -> None:
    put(store, client, archived=True)
    in_the_chair(store, client)
    assert kept(store, client) == client


def test_a_form_that_was_open_meanwhile_brings_nobody_back(store: Store, client: Client) -> None:
    put(store, client, trashed=True)

    with store.transaction() as db:
        clients.save(db, replace(client, phone="+44 20 7946 0099"))

    saved = kept(store, client)
    assert (saved.phone, saved.trashed_at) == ("+44 20 7946 0099", at(1))
