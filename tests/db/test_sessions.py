"""Sessions as they are kept, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy.exc import IntegrityError

from needlelog.db import clients, practitioners, sessions, timeline, undo
from needlelog.db.store import Store
from needlelog.domain.change import difference
from needlelog.domain.client import Client
from needlelog.domain.clinic import Practitioner
from needlelog.domain.history import KEPT_STEPS, History, Move, MoveKind, Step, moved
from needlelog.domain.identity import new_id
from needlelog.domain.session import (
    AlsoDone,
    ChairStep,
    GradedReaction,
    NeedlingSession,
    Numbing,
    Spot,
    Status,
    StopRecord,
)
from needlelog.errors import RecordChanged, RecordSigned
from tests.builders import (
    NOON,
    TODAY,
    a_client,
    a_layer,
    a_planned_layer,
    a_practitioner,
    a_serum,
    a_session,
    a_tip,
    at,
)


@pytest.fixture
def client(store: Store) -> Client:
    with store.transaction() as db:
        return clients.add(db, a_client())


@pytest.fixture
def practitioner(store: Store) -> Practitioner:
    with store.transaction() as db:
        return practitioners.add(db, a_practitioner())


def started(store: Store, session: NeedlingSession) -> NeedlingSession:
    with store.transaction() as db:
        return sessions.start(db, session)


def loaded(store: Store, session_id: UUID) -> NeedlingSession:
    with store.reading() as db:
        return sessions.load(db, session_id)


def history(store: Store, session_id: UUID) -> History:
    with store.reading() as db:
        return undo.history(db, session_id)


def did(old: NeedlingSession, new: NeedlingSession, what: str = "paint") -> Move:
    return Move(MoveKind.DO, Step(what, difference(old, new)))


def saved(store: Store, old: NeedlingSession, new: NeedlingSession) -> NeedlingSession:
    with store.transaction() as db:
        kept = sessions.save(db, old.id, old.version, [did(old, new)])
    return replace(new, version=kept.version, saved_at=kept.saved_at)


def everything(client: Client, practitioner: Practitioner) -> NeedlingSession:
    """A session with a row of every kind and no field at its default."""
    serum, tip = a_serum(name="Pure HA", maker="Linden", amount_ul=1500, applied_at=at(4)), a_tip()
    second_tip = a_tip(reason="blunt", opened_at=at(9), expires_on=TODAY)
    return a_session(
        client,
        step=ChairStep.REACTIONS,
        status=Status.STOPPED_EARLY,
        entered_later_reason="power cut",
        treated_by_id=practitioner.id,
        entered_by_id=practitioner.id,
        numbing_by_id=practitioner.id,
        supervised_by="Dr Ito",
        prescriber="Dr Ng",
        chaperone="present",
        chaperone_name="Mai",
        interpreter="Lê",
        identity_confirmed_at=at(-20),
        indication="acne_scars",
        language="vi",
        device="Pen 3",
        device_serial="SN-1",
        speed=95,
        speed_unit="Hz",
        skin_prep="chlorhexidine",
        product_after="HA mask",
        started_at=at(1),
        needling_ended_at=at(22),
        price_minor=19000,
        currency="GBP",
        sharps_disposed_at=at(30),
        pain=4,
        as_expected_at=at(25),
        rest_not_seen_at=at(26),
        notes="line one\nline two",
        why="asked for less",
        next_on=TODAY + timedelta(days=28),
        next_declined=True,
        layers=(
            a_layer("cheek_l", 1500, position=0, serum_id=serum.id, tip_id=tip.id),
            a_layer("cheek_l", 500, position=1, techniques=("stamp", "cross"), part="inner"),
            a_planned_layer("chin", 250, position=2, reason="scar"),
        ),
        spots=(Spot(3, "face_front", 310.25, 402.5, "by the nose", "ice_pick", 2.5, 3.0, 2000, 4),),
        serums=(serum,),
        tips=(tip, second_tip),
        numbings=(
            Numbing("lidocaine", "Cream", "L1", TODAY, 900, "face", NOON, at(30), practitioner.id),
        ),
        reactions=(GradedReaction("redness", "redness", 2, "cheek_l", at(24)),),
        also_done=(AlsoDone("led", "after", ("cheek_l", "chin"), "Lamp", "633 nm", "-", "AV"),),
        stops=(
            StopRecord(at(21), ("faint",), ("lay_flat",), 58, 95, 60, at(30), at(50), "Tom", "ok"),
        ),
    )


def test_a_whole_session_comes_back_as_it_was(
    store: Store, client: Client, practitioner: Practitioner
) -> None:
    session = started(store, everything(client, practitioner))

    again = loaded(store, session.id)

    assert again == session
    assert (again.version, again.saved_at) == (1, session.saved_at)


def test_only_changed_rows_are_written_and_the_session_moves_on(
    store: Store, client: Client
) -> None:
    session = started(store, a_session(client, zones={"chin": 500, "nose": 500}))
    chin, nose = session.layers
    deeper = replace(chin, depth_um=1250, endpoint="even_redness")
    serum = a_serum()
    new = replace(
        session,
        layers=(deeper, a_layer("forehead", 750, position=2, serum_id=serum.id)),
        serums=(serum,),
        notes="nose left out",
    )

    kept = saved(store, session, new)

    assert loaded(store, session.id) == kept
    assert kept.version == 2
    assert nose not in loaded(store, session.id).layers


def test_a_second_writer_is_told_and_nothing_is_overwritten(store: Store, client: Client) -> None:
    session = started(store, a_session(client))
    first = saved(store, session, replace(session, notes="first"))

    with pytest.raises(RecordChanged):
        saved(store, session, replace(session, notes="second"))

    assert loaded(store, session.id) == first


def test_a_change_of_parts_alone_moves_the_version_too(store: Store, client: Client) -> None:
    session = started(store, a_session(client))
    saved(store, session, replace(session, layers=(a_layer(),)))

    with pytest.raises(RecordChanged):
        saved(store, session, replace(session, layers=(a_layer("nose"),)))


def test_a_session_that_is_not_there_is_said_to_be_missing(store: Store) -> None:
    with pytest.raises(RecordChanged, match="no record"):
        loaded(store, new_id())


def test_queued_taps_are_written_together_and_undone_one_by_one(
    store: Store, client: Client
) -> None:
    session = started(store, a_session(client))
    once = replace(session, layers=(a_layer("chin"),))
    twice = replace(once, layers=(*once.layers, a_layer("nose", position=1)), notes="two")
    with store.transaction() as db:
        kept = sessions.save(db, session.id, 1, [did(session, once), did(once, twice)])

    back = history(store, session.id).undo()
    assert back is not None
    with store.transaction() as db:
        sessions.save(db, session.id, kept.version, [back[1]])

    assert loaded(store, session.id) == once


def test_undo_and_redo_go_on_after_reopening(address: str) -> None:
    with_chin = (a_layer("chin"),)
    before = Store.open(address)
    with before.transaction() as db:
        session = sessions.start(db, a_session(clients.add(db, a_client())))
        painted = replace(session, layers=with_chin)
        sessions.save(db, session.id, 1, [did(session, painted)])
    before.close()

    after = Store.open(address)
    with after.transaction() as db:
        undone = undo.history(db, session.id).undo()
        assert undone is not None
        sessions.save(db, session.id, 2, [undone[1]])
        assert sessions.load(db, session.id).layers == ()
    with after.transaction() as db:
        redone = undo.history(db, session.id).redo()
        assert redone is not None
        sessions.save(db, session.id, 3, [redone[1]])
    again = loaded(after, session.id)
    steps = history(after, session.id)
    after.close()

    assert again.layers == with_chin
    assert again == moved(session, redone[1])
    assert [step.what for step in steps.done] == ["paint"]


def test_a_new_step_ends_what_could_be_redone(store: Store, client: Client) -> None:
    session = started(store, a_session(client))
    noted = saved(store, session, replace(session, notes="a"))
    back = history(store, session.id).undo()
    assert back is not None
    with store.transaction() as db:
        sessions.save(db, session.id, noted.version, [back[1]])
    undone = loaded(store, session.id)
    saved(store, undone, replace(undone, notes="b"))

    steps = history(store, session.id)

    assert steps.undone == ()
    assert len(steps.done) == 1


def test_a_move_nobody_would_undo_is_kept_without_a_step(store: Store, client: Client) -> None:
    session = started(store, a_session(client))
    new = replace(session, step=ChairStep.AFTERCARE)
    with store.transaction() as db:
        move = Move(MoveKind.GO, Step("go", difference(session, new)))
        sessions.save(db, session.id, 1, [move])

    assert loaded(store, session.id) == new
    assert history(store, session.id) == History()


def test_the_newest_fifty_steps_are_kept(store: Store, client: Client) -> None:
    session = started(store, a_session(client))
    moves = []
    for number in range(KEPT_STEPS + 3):
        new = replace(session, notes=str(number))
        moves.append(did(session, new, what=f"note {number}"))
        session = new
    with store.transaction() as db:
        sessions.save(db, session.id, 1, moves)

    steps = history(store, session.id).done

    assert [step.what for step in steps] == [f"note {n}" for n in range(3, KEPT_STEPS + 3)]


def test_signing_seals_the_session_and_ends_undo(
    store: Store, client: Client, practitioner: Practitioner
) -> None:
    session = started(store, a_session(client))
    session = saved(store, session, replace(session, layers=(a_layer(),)))
    with store.transaction() as db:
        seal = sessions.sign(db, session.id, 2, Status.COMPLETED, practitioner.id, at(40))

    signed = loaded(store, session.id)

    assert signed == replace(
        session, status=Status.COMPLETED, signed_by_id=practitioner.id, signed_at=at(40)
    )
    assert signed.version == seal.version == 3
    assert history(store, session.id) == History()


def test_a_signed_session_is_neither_saved_nor_signed_again(
    store: Store, client: Client, practitioner: Practitioner
) -> None:
    session = started(store, a_session(client))
    with store.transaction() as db:
        sessions.sign(db, session.id, 1, Status.COMPLETED, practitioner.id, at(40))
    signed = loaded(store, session.id)

    for version in (1, 2):
        with pytest.raises(RecordSigned):
            saved(store, replace(session, version=version), replace(session, notes="late"))
        with pytest.raises(RecordSigned), store.transaction() as db:
            sessions.sign(db, session.id, version, Status.COMPLETED, practitioner.id, at(41))

    assert loaded(store, session.id) == signed


def test_a_failed_action_leaves_nothing_behind(store: Store, client: Client) -> None:
    session = started(store, a_session(client))

    def save_and_fail() -> None:
        with store.transaction() as db:
            sessions.save(db, session.id, 1, [did(session, replace(session, notes="half"))])
            raise LookupError

    with pytest.raises(LookupError):
        save_and_fail()

    assert loaded(store, session.id) == session


def test_a_client_has_one_session_open_at_a_time(
    store: Store, client: Client, practitioner: Practitioner
) -> None:
    first, second = a_session(client), a_session(client)
    with store.transaction() as db:
        assert sessions.open_or_start(db, first) == first
        assert sessions.open_or_start(db, second) == first
        sessions.sign(db, first.id, 1, Status.COMPLETED, practitioner.id, at(40))
        assert sessions.open_or_start(db, second) == second


def test_a_spot_has_a_number_of_its_own(store: Store, client: Client) -> None:
    with pytest.raises(IntegrityError):
        started(store, a_session(client, spots=(Spot(1, "m", 1.0, 2.0), Spot(1, "m", 3.0, 4.0))))


def test_open_sessions_are_found_again(
    store: Store, client: Client, practitioner: Practitioner
) -> None:
    signed = started(store, a_session(client, {"chin": 500}, happened_at=at(-99)))
    waiting = started(store, a_session(client, step=ChairStep.AFTERCARE))
    with store.transaction() as db:
        sessions.sign(db, signed.id, 1, Status.COMPLETED, practitioner.id, NOON)

    with store.reading() as db:
        assert timeline.open_for(db, client.id) == waiting
        assert timeline.unfinished(db) == (waiting,)
        last = timeline.last_worked(db, client.id)

    assert last is not None
    assert last.id == signed.id
