"""Numbered spots of a session: placed, treated again, changed and taken off."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from needlelog.domain.painting import needled
from needlelog.domain.session import NeedlingSession, Spot


def spot_of(session: NeedlingSession, spot_id: UUID) -> Spot | None:
    return next((spot for spot in session.spots if spot.id == spot_id), None)


def numbered(session: NeedlingSession, number: int) -> Spot | None:
    """The client's spot of this number, if this session worked it too."""
    return next((spot for spot in session.spots if spot.number == number), None)


def next_number(session: NeedlingSession, next_of_client: int) -> int:
    """The number of a new spot: one more than any spot of the client's records has.

    A number stays with its spot for as long as any session keeps that spot. A spot that was undone
    or taken off before the signature is in no record, and leaves its number to the next one.
    """
    known = [spot.number for spot in session.spots]
    return max([*known, next_of_client - 1]) + 1


def added(session: NeedlingSession, spot: Spot) -> NeedlingSession:
    """The session with one more spot, which needling goes on to."""
    more = replace(session, spots=(*session.spots, spot))
    return needled(more, spot.done_at) if spot.done_at else more


def again(earlier: Spot, now: Spot) -> Spot:
    """A spot of an earlier session as it is worked now: number, place, name and kind stay.

    Its size is measured anew.
    """
    return replace(
        now,
        number=earlier.number,
        map=earlier.map,
        x=earlier.x,
        y=earlier.y,
        name=earlier.name,
        kind=earlier.kind,
    )


def edited(spot: Spot, **values: object) -> Spot:
    """The spot with other values, such as `depth_um=750`.

    Another depth takes the reason for the old one away: it was not given for this number.
    """
    if values.get("depth_um", spot.depth_um) != spot.depth_um:
        values = {"reason": "", **values}
    return replace(spot, **values)  # type: ignore[arg-type]  # checked by replace


def with_spot(session: NeedlingSession, spot: Spot) -> NeedlingSession:
    """The session where this spot stands in place of the one with its id."""
    spots = tuple(spot if row.id == spot.id else row for row in session.spots)
    return replace(session, spots=spots)
