"""Serums, tips and numbing products of a session: their lots, and when they were changed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Literal
from uuid import UUID

from needlelog.domain.session import NeedlingSession, Numbing, SerumUse, Tip

Supply = SerumUse | Tip | Numbing


@dataclass(frozen=True, slots=True)
class Lot:
    """What stands on a box: the lot as it is printed, and the last day it may be used."""

    number: str = ""
    expires_on: date | None = None

    def is_past(self, on: date) -> bool:
        return self.expires_on is not None and self.expires_on < on


def lot_of(supply: Supply) -> Lot:
    return Lot(supply.lot, supply.expires_on)


def with_supply(session: NeedlingSession, supply: Supply) -> NeedlingSession:
    """The session where this row stands in place of the one with its id; no other is touched."""
    if isinstance(supply, SerumUse):
        serums = tuple(supply if row.id == supply.id else row for row in session.serums)
        return replace(session, serums=serums)
    if isinstance(supply, Tip):
        return with_tip(session, supply)
    numbings = tuple(supply if row.id == supply.id else row for row in session.numbings)
    return replace(session, numbings=numbings)


def with_lot(session: NeedlingSession, supply: Supply, lot: Lot) -> NeedlingSession:
    """The session where this supply has another lot."""
    return with_supply(session, replace(supply, lot=lot.number, expires_on=lot.expires_on))


def known_serum(session: NeedlingSession, serum: SerumUse) -> SerumUse:
    """The use of the same product and lot that is in the session already, else this one."""
    wanted = (serum.product, serum.name, serum.lot)
    same = (use for use in session.serums if (use.product, use.name, use.lot) == wanted)
    return next(same, serum)


def with_tip(session: NeedlingSession, tip: Tip) -> NeedlingSession:
    """The session where this tip is described so, in its own place or as the first.

    The first tip that is named is the one everything was worked with so far: those layers link to
    it, so that the next tap on a zone is one more pass and no second layer.
    """
    if session.tips:
        return replace(
            session, tips=tuple(tip if row.id == tip.id else row for row in session.tips)
        )
    layers = tuple(
        replace(row, tip_id=tip.id) if row.is_done and row.tip_id is None else row
        for row in session.layers
    )
    return replace(session, tips=(tip,), layers=layers)


def new_tip(session: NeedlingSession, at: datetime) -> NeedlingSession:
    """Another tip of the same kind goes on the device. Its lot is another box until somebody says.

    Layers worked before keep the tip they were worked with, named or not.
    """
    before = session.tip or Tip()
    fresh = Tip(name=before.name, pins=before.pins, product=before.product, opened_at=at)
    return replace(session, tips=(*session.tips, fresh))


def numbed(session: NeedlingSession, use: Numbing, by_id: UUID) -> NeedlingSession:
    """The session with this numbing, changed in its place or put on after the others."""
    if any(row.id == use.id for row in session.numbings):
        rows = tuple(use if row.id == use.id else row for row in session.numbings)
    else:
        rows = (*session.numbings, replace(use, by_id=by_id))
    return replace(session, numbings=rows, numbing_by_id=session.numbing_by_id or by_id)


def without_numbing(session: NeedlingSession, numbing_id: UUID) -> NeedlingSession:
    """The session without it; with the last one nobody numbed any more."""
    rows = tuple(row for row in session.numbings if row.id != numbing_id)
    return replace(session, numbings=rows, numbing_by_id=session.numbing_by_id if rows else None)


def numbing_moved(use: Numbing, edge: Literal["on", "off"], minutes: int, now: datetime) -> Numbing:
    """The moment it went on or was wiped off put right; on never after off, nothing in the future.

    An edge that is not noted stays so.
    """
    span = timedelta(minutes=minutes)
    if edge == "on" and use.on_at is not None:
        return replace(use, on_at=min(use.on_at + span, use.off_at or now))
    if edge == "off" and use.off_at is not None:
        moved = min(use.off_at + span, now)
        return replace(use, off_at=max(moved, use.on_at or moved))
    return use


def minutes_on(use: Numbing, now: datetime) -> int | None:
    """Whole minutes on the skin until it was wiped off or now; None before it is on."""
    if use.on_at is None:
        return None
    return max(0, int(((use.off_at or now) - use.on_at).total_seconds() // 60))
