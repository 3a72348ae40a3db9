"""Clinic, practitioners, rules, papers and what was used last."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date

import pytest

from needlelog.db import clients, clinic, favourites, handouts, practitioners, rules, sessions
from needlelog.db.favourites import UsedDevice
from needlelog.db.store import Store
from needlelog.domain.handout import Handout, HandoutEvent, HandoutEventKind
from needlelog.domain.identity import new_id
from needlelog.domain.session import Numbing
from needlelog.errors import RecordChanged
from tests.builders import (
    NOON,
    a_client,
    a_clinic,
    a_practitioner,
    a_serum,
    a_session,
    a_tip,
    at,
)


def test_new_records_have_no_clinic_until_it_is_named(store: Store) -> None:
    with store.transaction() as db:
        assert clinic.get(db) is None
        added = clinic.add(db, a_clinic())

    with store.transaction() as db:
        saved = clinic.save(db, replace(added, phone="+44 20 7946 0777"))
    with store.reading() as db:
        assert clinic.get(db) == saved
    with pytest.raises(RecordChanged), store.transaction() as db:
        clinic.save(db, replace(added, phone="0"))


def test_practitioners_come_in_the_order_they_were_entered(store: Store) -> None:
    with store.transaction() as db:
        first = practitioners.add(
            db, a_practitioner(policy_expires_on=date(2027, 1, 31), ceiling_um=2000)
        )
        second = practitioners.add(db, a_practitioner(name="Bo Lind"))
        renamed = practitioners.save(db, replace(second, name="Bo Lindqvist"))

    with store.reading() as db:
        assert practitioners.everyone(db) == (first, renamed)
        assert practitioners.get(db, first.id) == first
    with pytest.raises(RecordChanged), store.transaction() as db:
        practitioners.save(db, second)
    with pytest.raises(RecordChanged, match="no record"), store.reading() as db:
        practitioners.get(db, new_id())


def test_a_rule_keeps_every_value_it_ever_had(store: Store) -> None:
    with store.transaction() as db:
        first = rules.put(db, "minimum_interval", "28", "AV", NOON)
        second = rules.put(db, "minimum_interval", "35", "AV", at(5))
        other = rules.put(db, "face_ceiling", "1500", "AV", at(6))

    with store.reading() as db:
        assert rules.current(db) == {"minimum_interval": second, "face_ceiling": other}
        assert rules.history(db, "minimum_interval") == (first, second)
    assert (first.version, second.version, other.version) == (1, 2, 1)


def test_the_exact_paper_is_kept_with_what_happened_to_it(store: Store) -> None:
    pdf = bytes(range(256)) * 40
    with store.transaction() as db:
        session = sessions.start(db, a_session(clients.add(db, a_client())))
        kept = [
            Handout(
                session_id=session.id,
                kind="aftercare",
                pdf=pdf,
                sha256=hashlib.sha256(pdf).hexdigest(),
                language="pl",
                rule_versions='{"make_up": 2}',
                needling_ended_at=at(22),
                made_at=at(minute),
            )
            for minute in (50, 40)
        ]
        for paper in kept:
            handouts.add(db, paper)
        printed = HandoutEvent(kept[1].id, HandoutEventKind.PRINTED, at(41), note="front desk")
        given = HandoutEvent(kept[1].id, HandoutEventKind.GIVEN_ON_PAPER, at(42))
        for event in (given, printed):
            handouts.note(db, event)

    with store.reading() as db:
        assert handouts.get(db, kept[0].id) == kept[0]
        assert handouts.for_session(db, session.id) == (kept[1], kept[0])
        assert handouts.newest(db, [session.id, new_id()]) == {session.id: kept[0].id}
        assert handouts.events(db, session.id) == (printed, given)
    with pytest.raises(RecordChanged, match="no record"), store.reading() as db:
        handouts.get(db, new_id())


def test_what_was_used_last_comes_first_and_each_lot_once(store: Store) -> None:
    with store.transaction() as db:
        client = clients.add(db, a_client())
        for lot in ("A", "B", "A"):
            session = a_session(
                client,
                device="Pen 3",
                device_serial=f"SN-{lot}",
                serums=(a_serum(lot=lot, amount_ul=1500, applied_at=NOON),),
                tips=(a_tip(lot=lot, reason="blunt"), a_tip(name="", lot="")),
                numbings=(Numbing("lidocaine", lot=lot, amount_mg=900, on_at=NOON),),
            )
            sessions.start(db, session)

    with store.reading() as db:
        serums = favourites.serums(db)
        tips = favourites.tips(db)
        numbings = favourites.numbings(db)
        devices = favourites.devices(db)
        one = favourites.serums(db, limit=1)

    assert [replace(use, id=serums[0].id) for use in serums] == [
        a_serum(lot=lot, id=serums[0].id) for lot in ("A", "B")
    ]
    assert [tip.lot for tip in tips] == ["A", "B"]
    assert all(tip.reason == "" and tip.opened_at is None for tip in tips)
    assert [numbing.lot for numbing in numbings] == ["A", "B"]
    assert all(numbing.amount_mg is None and numbing.on_at is None for numbing in numbings)
    assert devices == (UsedDevice("Pen 3", "SN-A"), UsedDevice("Pen 3", "SN-B"))
    assert [use.lot for use in one] == ["A"]
