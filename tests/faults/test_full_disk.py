"""A full disk is told in a sentence, and what was saved before stays whole."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from pathlib import Path

import pytest

from needlelog.db import clients, sessions, sqlite
from needlelog.db.store import Store
from needlelog.domain.change import difference
from needlelog.domain.history import Move, MoveKind, Step
from needlelog.domain.session import NeedlingSession
from needlelog.errors import CannotOpen, CannotWriteFile, NotSaved
from tests.builders import a_client, a_session

PLENTY = 10_000


def note(store: Store, session: NeedlingSession, notes: str) -> NeedlingSession:
    """Save one more tap."""
    new = replace(session, notes=notes)
    move = Move(MoveKind.DO, Step("note", difference(session, new)))
    with store.transaction() as db:
        saved = sessions.save(db, session.id, session.version, [move])
    return replace(new, version=saved.version)


def fill_up(store: Store, session: NeedlingSession) -> NeedlingSession:
    """Save until the disk is full; the session as it was last saved."""
    for _ in range(PLENTY):
        try:
            session = note(store, session, f"{session.version} " * 500)
        except NotSaved as error:
            told = str(error)
            break
    else:
        pytest.fail("the disk never filled up")
    assert told.startswith("NOT SAVED: disk full")
    return session


def test_a_full_disk_keeps_what_was_saved_and_goes_on_when_there_is_room(
    small_disk: Path,
) -> None:
    path = small_disk / "records.db"
    ballast = small_disk / "ballast"
    store = Store.open(path, create=True)
    with store.transaction() as db:
        session = sessions.start(db, a_session(clients.add(db, a_client())))
    ballast.write_bytes(bytes(400_000))

    saved = fill_up(store, session)

    assert saved.version > 1
    with store.reading() as db:
        assert sessions.load(db, session.id) == saved
    with contextlib.closing(sqlite.connect(path)) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)

    ballast.unlink()
    saved = note(store, saved, "room again")
    with store.reading() as db:
        assert sessions.load(db, session.id) == saved
    store.close()


def test_closing_on_a_full_disk_loses_nothing(small_disk: Path) -> None:
    path = small_disk / "records.db"
    store = Store.open(path, create=True)
    with store.transaction() as db:
        session = sessions.start(db, a_session(clients.add(db, a_client())))
    saved = fill_up(store, session)

    with pytest.raises(CannotWriteFile, match="Your records are saved"):
        store.close()

    assert not list(small_disk.glob("*.part"))
    again = Store.open(path)
    with again.reading() as db:
        assert sessions.load(db, session.id) == saved
    with pytest.raises(CannotWriteFile):
        again.close()


def test_new_records_are_not_half_made_on_a_full_disk(small_disk: Path) -> None:
    (small_disk / "ballast").write_bytes(bytes(1_900_000))

    with pytest.raises(CannotOpen, match="New records could not be made"):
        Store.open(small_disk / "records.db", create=True)

    assert [path.name for path in small_disk.iterdir()] == ["ballast"]
