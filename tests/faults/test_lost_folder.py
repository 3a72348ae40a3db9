"""The folder goes away or is locked while the program runs: told, and nothing is lost."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from needlelog.db import clients, sessions
from needlelog.db.store import Store
from needlelog.domain.session import NeedlingSession
from needlelog.errors import CannotOpen, NotSaved
from tests.builders import a_client, a_session
from tests.disks import locked, taken_away
from tests.faults.test_full_disk import note

MOVED = "was moved, removed or replaced while it was open"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "stick" / "records.db"


@pytest.fixture
def store(path: Path) -> Store:
    return Store.open(path, create=True)


@pytest.fixture
def session(store: Store) -> NeedlingSession:
    with store.transaction() as db:
        return sessions.start(db, a_session(clients.add(db, a_client())))


def notes(store: Store, session: NeedlingSession) -> str:
    with store.reading() as db:
        return sessions.load(db, session.id).notes


def test_records_that_were_locked_are_saved_to_again_at_the_first_try(
    store: Store, session: NeedlingSession, path: Path
) -> None:
    with locked(path):
        for _try in range(2):
            with pytest.raises(NotSaved, match=r"NOT SAVED: .* Your change is still on the screen"):
                note(store, session, "while locked")
        assert notes(store, session) == ""

    session = note(store, session, "unlocked")
    assert notes(store, session) == "unlocked"
    store.close()


def test_locked_records_are_not_opened_and_say_why(
    store: Store, session: NeedlingSession, path: Path
) -> None:
    store.close()
    before = path.read_bytes()
    with locked(path), pytest.raises(CannotOpen) as refusal:
        Store.open(path)

    assert "can't be written: look who may write to it" in str(refusal.value)
    assert "It was left as it is." in str(refusal.value)
    assert path.read_bytes() == before


def test_a_stick_that_was_pulled_out_is_told_and_goes_on_when_it_is_back(
    store: Store, session: NeedlingSession, path: Path
) -> None:
    session = note(store, session, "before")
    with taken_away(path.parent):
        with pytest.raises(NotSaved, match=MOVED):
            note(store, session, "while away")
        with pytest.raises(CannotOpen, match=MOVED):
            notes(store, session)
        assert not path.parent.exists()  # no empty folder takes its place

    assert notes(store, session) == "before"
    session = note(store, session, "back again")
    assert notes(store, session) == "back again"
    store.close()


def test_a_folder_that_is_gone_for_good_is_told_each_time_and_closing_makes_no_other(
    store: Store, session: NeedlingSession, path: Path
) -> None:
    shutil.rmtree(path.parent)
    with pytest.raises(NotSaved, match=MOVED):
        note(store, session, "gone")
    path.parent.mkdir()
    with pytest.raises(NotSaved, match=MOVED):
        note(store, session, "gone")

    store.close()
    assert not list(path.parent.iterdir())
