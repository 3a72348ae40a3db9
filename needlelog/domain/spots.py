"""Numbered spots of a session: changed and taken off, the number never."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from needlelog.domain.session import NeedlingSession, Spot


def spot_of(session: NeedlingSession, spot_id: UUID) -> Spot | None:
    return next((spot for spot in session.spots if spot.id == spot_id), None)


def with_spot(session: NeedlingSession, spot: Spot) -> NeedlingSession:
    """The session where this spot stands in place of the one with its id."""
    spots = tuple(spot if row.id == spot.id else row for row in session.spots)
    return replace(session, spots=spots)


def without_spot(session: NeedlingSession, spot_id: UUID) -> NeedlingSession:
    """The session without a spot; its needling ended with the last thing that is left.

    An end that was put right by hand stays, as long as anything was needled at all.
    """
    gone = spot_of(session, spot_id)
    if gone is None:
        return session
    kept = tuple(row for row in session.spots if row.id != spot_id)
    moments = [row.done_at for row in session.done_layers if row.done_at]
    moments += [spot.done_at for spot in kept if spot.done_at]
    if not moments:
        return replace(session, spots=kept, started_at=None, needling_ended_at=None)
    ended = session.needling_ended_at
    return replace(
        session, spots=kept, needling_ended_at=max(moments) if ended == gone.done_at else ended
    )
