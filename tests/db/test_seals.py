"""What is signed or given can't be changed, not even by a line of SQL typed into the database."""

from __future__ import annotations

import contextlib
import hashlib
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
from sqlalchemy import Executable, Update, insert, text

from needlelog.db import clients, handouts, practitioners, rules, sessions
from needlelog.db.rows import TABLES
from needlelog.db.store import Store
from needlelog.db.values import columns_of
from needlelog.domain.change import CHILDREN
from needlelog.domain.handout import Handout, HandoutEvent, HandoutEventKind
from needlelog.domain.identity import new_id
from needlelog.domain.session import NeedlingSession, Status
from needlelog.errors import RecordSigned
from tests.builders import NOON, a_client, a_practitioner, at
from tests.db.test_sessions import everything

INSERT_ONLY = ("handout", "handout_event", "session_client", "rule_value")


@pytest.fixture
def session(store: Store) -> NeedlingSession:
    """An open session with a row of every kind, and a paper that was given."""
    with store.transaction() as db:
        client = clients.add(db, a_client())
        practitioner = practitioners.add(db, a_practitioner())
        session = sessions.start(db, everything(client, practitioner))
        pdf = b"%PDF-1.7 sheet"
        digest = hashlib.sha256(pdf).hexdigest()
        paper = Handout(session.id, "aftercare", pdf, digest, "vi", "{}", at(22), at(40))
        handouts.add(db, paper)
        handouts.note(db, HandoutEvent(paper.id, HandoutEventKind.PRINTED, at(41)))
        rules.put(db, "minimum_interval", "28", "AV", NOON)
    return session


@pytest.fixture
def signed(store: Store, session: NeedlingSession) -> NeedlingSession:
    by_id = session.treated_by_id
    assert by_id is not None
    with store.transaction() as db:
        sessions.sign(db, session.id, 1, Status.COMPLETED, by_id, at(45))
        return sessions.load(db, session.id)


def refuses(store: Store, statement: str | Executable) -> None:
    with pytest.raises(RecordSigned), store.transaction() as db:
        db.execute(text(statement) if isinstance(statement, str) else statement)


def touch(table: str) -> Update:
    """A change of every row of a table that leaves it as it is."""
    return TABLES[table].update().values(id=TABLES[table].c.id)


def test_before_signing_every_part_can_be_changed(store: Store, session: NeedlingSession) -> None:
    # Otherwise the refusals below would prove nothing.
    with store.transaction() as db:
        db.execute(text("UPDATE session SET notes = 'x'"))
        for kind, (attribute, _) in CHILDREN.items():
            touched = db.connection().execute(touch(kind))
            assert touched.rowcount == len(getattr(session, attribute)) > 0
        for kind in CHILDREN:
            db.execute(TABLES[kind].delete())


@pytest.mark.parametrize("kind", CHILDREN)
def test_no_part_of_a_signed_session_is_changed_added_or_removed(
    store: Store, signed: NeedlingSession, kind: str
) -> None:
    attribute, _ = CHILDREN[kind]
    part = getattr(signed, attribute)[0]
    more = columns_of(part) | {"id": new_id(), "session_id": signed.id}

    refuses(store, touch(kind))
    refuses(store, TABLES[kind].delete())
    with pytest.raises(RecordSigned), store.transaction() as db:
        db.execute(insert(TABLES[kind]), more)

    with store.reading() as db:
        assert sessions.load(db, signed.id) == signed


def test_a_part_is_not_moved_into_a_signed_session(store: Store, signed: NeedlingSession) -> None:
    with store.transaction() as db:
        fresh = sessions.start(db, NeedlingSession(signed.client_id, NOON, NOON))
        tip = columns_of(signed.tips[0]) | {"id": new_id(), "session_id": fresh.id}
        db.execute(insert(TABLES["tip"]), tip)

    move = TABLES["tip"].update().where(TABLES["tip"].c.id == tip["id"])
    refuses(store, move.values(session_id=signed.id))


def test_a_signed_session_itself_is_neither_changed_nor_removed(
    store: Store, signed: NeedlingSession
) -> None:
    refuses(store, "UPDATE session SET notes = 'something else'")
    refuses(store, "UPDATE session SET signed_at = NULL")
    refuses(store, "DELETE FROM session")


@pytest.mark.parametrize("table", INSERT_ONLY)
def test_what_is_only_ever_added_is_neither_changed_nor_removed(
    store: Store, session: NeedlingSession, table: str
) -> None:
    refuses(store, touch(table))
    refuses(store, TABLES[table].delete())


def test_replacing_a_row_does_not_get_around_the_seal(
    file_store: Store, records_file: Path
) -> None:
    with file_store.transaction() as db:
        client = clients.add(db, a_client())
        practitioner = practitioners.add(db, a_practitioner())
        signed = sessions.start(db, everything(client, practitioner))
        other = sessions.start(db, NeedlingSession(client.id, NOON, NOON))
        sessions.sign(db, signed.id, 1, Status.COMPLETED, practitioner.id, at(45))
    take_a_tip = f"UPDATE OR REPLACE tip SET session_id = x'{other.id.hex}'"
    columns = "name, lot, reason, expires_on, pins, opened_at, product"
    copy_a_tip = f"INSERT OR REPLACE INTO tip SELECT id, x'{other.id.hex}', {columns} FROM tip"

    # A connection without any of our settings, as another tool would have.
    with contextlib.closing(driver.connect(records_file)) as raw:
        for statement in (
            "INSERT OR REPLACE INTO session SELECT * FROM session WHERE signed_at IS NOT NULL",
            "INSERT OR REPLACE INTO session_client SELECT * FROM session_client",
            copy_a_tip,
            take_a_tip,
        ):
            with pytest.raises(driver.IntegrityError, match="needlelog: signed"):
                raw.execute(statement)

    with file_store.reading() as db:
        assert sessions.load(db, signed.id).tips == signed.tips


@pytest.mark.postgresql
def test_a_server_does_not_empty_sealed_tables(server_address: str) -> None:
    store = Store.open(server_address)
    for table in ("session", "layer", *INSERT_ONLY):
        refuses(store, f"TRUNCATE {table} CASCADE")
    store.close()


def test_papers_and_a_move_still_hang_beside_the_seal(
    store: Store, signed: NeedlingSession
) -> None:
    with store.transaction() as db:
        paper = handouts.for_session(db, signed.id)[0]
        handouts.note(db, HandoutEvent(paper.id, HandoutEventKind.GIVEN_ON_PAPER, at(50)))
        other = clients.add(db, a_client(given_name="Asha"))
        db.execute(
            insert(TABLES["session_client"]),
            {
                "id": new_id(),
                "session_id": signed.id,
                "client_id": other.id,
                "nth": 2,
                "since": at(60),
            },
        )

    with store.reading() as db:
        assert sessions.load(db, signed.id).client_id == other.id
        kinds = [event.kind for event in handouts.events(db, signed.id)]
    assert kinds == [HandoutEventKind.PRINTED, HandoutEventKind.GIVEN_ON_PAPER]
