"""What is still open before a session is signed: gaps in amber, and what holds the signature."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from needlelog.domain.session import NOT_NOTED, Layer, NeedlingSession, Spot, Status

Ceilings = Mapping[str, int]
"""Code of a zone, or of a map for its spots -> the depth above which a reason is asked."""


NOT_CONFIRMED = "not_confirmed"
ABOVE_CEILING = "above_ceiling"


class Item(StrEnum):
    """The close-out strip, always in this order."""

    LOTS = "lots"
    REACTIONS = "reactions"
    AFTERCARE = "aftercare"
    NEXT_DATE = "next_date"


def lots_noted(session: NeedlingSession) -> bool:
    """Whether the tip and every serum that was painted have a lot."""
    used = {layer.serum_id for layer in session.done_layers} - {None}
    lots = [use.lot for use in session.serums if use.id in used]
    lots += [tip.lot for tip in session.tips] or [""]
    return all(lots)


def reactions_noted(session: NeedlingSession) -> bool:
    return bool(session.as_expected_at or session.rest_not_seen_at or session.reactions)


def next_date_noted(session: NeedlingSession) -> bool:
    return session.next_on is not None or session.next_declined


def endpoint_missing(session: NeedlingSession) -> tuple[Layer, ...]:
    """Done layers whose endpoint nobody has noted."""
    return tuple(layer for layer in session.done_layers if layer.endpoint == NOT_NOTED)


@dataclass(frozen=True, slots=True)
class Hold:
    """One thing that holds the signature until it is answered."""

    kind: str
    """'not_confirmed' or 'above_ceiling'."""
    worked: Layer | Spot

    @property
    def is_above_ceiling(self) -> bool:
        return self.kind == ABOVE_CEILING


def holds(session: NeedlingSession, ceilings: Ceilings) -> tuple[Hold, ...]:
    """Planned zones nobody confirmed, and depths above a ceiling without a reason."""
    waiting = [Hold(NOT_CONFIRMED, layer) for layer in session.planned_layers]
    layers = [
        Hold(ABOVE_CEILING, layer)
        for layer in session.done_layers
        if needs_reason(layer, ceilings.get(layer.zone))
    ]
    spots = [
        Hold(ABOVE_CEILING, spot)
        for spot in session.spots
        if spot.done_at and needs_reason(spot, ceilings.get(spot.map))
    ]
    return (*waiting, *layers, *spots)


def needs_reason(worked: Layer | Spot, ceiling_um: int | None) -> bool:
    """Whether this depth is above its ceiling and nobody said why."""
    if ceiling_um is None or worked.depth_um is None or worked.reason:
        return False
    return worked.depth_um > ceiling_um


def finished_status(session: NeedlingSession) -> Status:
    """The status a session gets with its signature."""
    if session.stop:
        return Status.STOPPED_EARLY
    needled = session.done_layers or any(spot.done_at for spot in session.spots)
    return Status.COMPLETED if needled else Status.NOT_TREATED
