"""Numbered spots of a session: looked up and changed, their numbers never."""

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
