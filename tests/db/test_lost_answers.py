"""A commit whose answer is lost counts as what it was: a commit."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy.orm import Session

from needlelog.db import clients, practitioners, sessions, undo
from needlelog.db.store import Store
from needlelog.domain.change import difference
from needlelog.domain.clinic import Practitioner
from needlelog.domain.history import History, Move, MoveKind, Step
from needlelog.domain.session import ChairStep, NeedlingSession, Status
from needlelog.errors import RecordChanged, RecordSigned
from tests.builders import a_client, a_layer, a_practitioner, a_session, at


@pytest.fixture
def session(store: Store) -> NeedlingSession:
    with store.transaction() as db:
        return sessions.start(db, a_session(clients.add(db, a_client())))


@pytest.fixture
def you(store: Store) -> Practitioner:
    with store.transaction() as db:
        return practitioners.add(db, a_practitioner())


@contextlib.contextmanager
def answer_lost(store: Store) -> Iterator[Session]:
    """A transaction that reaches the records, and of which nothing is heard any more."""
    with contextlib.suppress(ConnectionError), store.transaction() as db:
        yield db
        db.commit()
        raise ConnectionError


def did(old: NeedlingSession, new: NeedlingSession) -> Move:
    return Move(MoveKind.DO, Step("note", difference(old, new)))


def standing(store: Store, session: NeedlingSession) -> tuple[NeedlingSession, int, History]:
    with store.reading() as db:
        found = sessions.load(db, session.id)
        return found, found.version, undo.history(db, session.id)


def test_the_save_repeated_is_the_one_that_was_kept(store: Store, session: NeedlingSession) -> None:
    painted = replace(session, layers=(a_layer(),), notes="kept")
    moves = [did(session, painted)]
    with answer_lost(store) as db:
        sessions.save(db, session.id, 1, moves)

    with store.transaction() as db:
        again = sessions.save(db, session.id, 1, moves)

    assert again.version == 2
    assert standing(store, session) == (painted, 2, History((moves[0].step,)))


def test_taps_made_meanwhile_are_added_to_what_was_kept(
    store: Store, session: NeedlingSession
) -> None:
    once = replace(session, layers=(a_layer(),))
    twice = replace(once, notes="meanwhile")
    first, second = did(session, once), did(once, twice)
    with answer_lost(store) as db:
        sessions.save(db, session.id, 1, [first])

    with store.transaction() as db:
        again = sessions.save(db, session.id, 1, [first, second])

    assert again.version == 3
    assert standing(store, session) == (twice, 3, History((first.step, second.step)))


def test_a_step_gone_to_taken_back_or_done_again_is_known_again_too(
    store: Store, session: NeedlingSession
) -> None:
    gone = replace(session, step=ChairStep.REACTIONS)
    painted = replace(gone, layers=(a_layer(),))
    step = did(gone, painted).step
    go = Move(MoveKind.GO, Step("step", difference(session, gone)))
    kinds = (MoveKind.DO, MoveKind.UNDO, MoveKind.REDO, MoveKind.UNDO)
    for version, move in enumerate((go, *(Move(kind, step) for kind in kinds)), start=1):
        with answer_lost(store) as db:
            sessions.save(db, session.id, version, [move])
        with store.transaction() as db:
            assert sessions.save(db, session.id, version, [move]).version == version + 1

    assert standing(store, session) == (gone, 6, History((), (step,)))


def test_a_save_of_somebody_else_is_still_told(store: Store, session: NeedlingSession) -> None:
    theirs = replace(session, notes="theirs")
    with store.transaction() as db:
        sessions.save(db, session.id, 1, [did(session, theirs)])

    with pytest.raises(RecordChanged), store.transaction() as db:
        sessions.save(db, session.id, 1, [did(session, theirs)])


def test_a_save_kept_and_then_gone_over_by_somebody_else_is_told(
    store: Store, session: NeedlingSession
) -> None:
    ours, theirs = replace(session, notes="ours"), replace(session, notes="theirs")
    moves = [did(session, ours)]
    with answer_lost(store) as db:
        sessions.save(db, session.id, 1, moves)
    with store.transaction() as db:
        sessions.save(db, session.id, 2, [did(ours, theirs)])

    with pytest.raises(RecordChanged), store.transaction() as db:
        sessions.save(db, session.id, 1, moves)

    assert standing(store, session)[0] == theirs


def test_the_same_signature_once_more_is_the_one_that_stands(
    store: Store, session: NeedlingSession, you: Practitioner
) -> None:
    with answer_lost(store) as db:
        sessions.sign(db, session.id, 1, Status.COMPLETED, you.id, at(40))

    with store.transaction() as db:
        assert sessions.sign(db, session.id, 1, Status.COMPLETED, you.id, at(40)).version == 2
    with pytest.raises(RecordSigned), store.transaction() as db:
        sessions.sign(db, session.id, 1, Status.COMPLETED, you.id, at(41))
