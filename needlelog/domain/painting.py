"""The depth brush: set once, then every tap on a zone is a layer or one more pass."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from needlelog.domain.session import (
    Confirmation,
    Layer,
    NeedlingSession,
    SerumUse,
    Tip,
)

MOST_PASSES = 12


@dataclass(frozen=True, slots=True)
class Brush:
    """What the next tap on a zone will record.

    It never holds an endpoint, which is looked for, nor a tip, which is the session's: undo takes
    a tip off the device again.
    """

    depth_um: int = 500
    passes: int = 3
    techniques: tuple[str, ...] = ()
    serum: SerumUse | None = None

    @property
    def serum_id(self) -> UUID | None:
        return self.serum.id if self.serum else None

    def matches(self, layer: Layer, tip: Tip | None) -> bool:
        """Whether a tap adds a pass to this layer. Another depth, serum or tip is a new layer."""
        mine = (self.depth_um, self.serum_id, tip.id if tip else None)
        return mine == (layer.depth_um, layer.serum_id, layer.tip_id)


def painted(
    session: NeedlingSession, zones: Iterable[str], brush: Brush, at: datetime
) -> NeedlingSession:
    """The session after a tap on these zones, both sides of a mirrored tap being one tap.

    A zone whose last done layer the brush matches gets one more pass. Else the first layer still
    planned there takes the brush's values and counts as done; a zone without one gets a new layer.
    Nothing else on the zone is lost, done or planned.
    """
    wanted = tuple(zones)
    if not wanted:
        return session
    session = with_serum(session, brush.serum)
    for zone in wanted:
        session = _painted_one(session, zone, brush, at)
    return needled(session, at)


def needled(session: NeedlingSession, at: datetime) -> NeedlingSession:
    """The session with its needling running until this moment."""
    return replace(session, started_at=session.started_at or at, needling_ended_at=at)


def replaced_instead(session: NeedlingSession, zones: Iterable[str]) -> NeedlingSession:
    """The session where only the layer worked last stays on each of these zones."""
    gone: set[UUID] = set()
    for zone in zones:
        layers = session.layers_of(zone)
        done = [row for row in layers if row.is_done]
        gone |= {row.id for row in layers} - {row.id for row in done[-1:]} if done else set()
    return without(session, gone)


def erased(session: NeedlingSession, zones: Iterable[str]) -> NeedlingSession:
    """The session without any layer on these zones."""
    taken = set(zones)
    return without(session, {row.id for row in session.layers if row.zone in taken})


def without(session: NeedlingSession, gone: set[UUID]) -> NeedlingSession:
    """The session without these layers and spots; its needling ended with the last that is left.

    An end that was put right by hand stays, as long as anything was needled at all.
    """
    layers = tuple(row for row in session.layers if row.id not in gone)
    spots = tuple(spot for spot in session.spots if spot.id not in gone)
    kept = replace(session, layers=layers, spots=spots)
    left = _moments(kept)
    if not left:
        return replace(kept, started_at=None, needling_ended_at=None)
    if session.needling_ended_at in _moments(session) - left:
        kept = replace(kept, needling_ended_at=max(left))
    return kept


def edited(session: NeedlingSession, layer_ids: Iterable[UUID], **values: Any) -> NeedlingSession:
    """The session where these layers have other values, such as `depth_um=750`.

    Another depth takes the reason for the old one away: it was not given for this number.
    """
    wanted = set(layer_ids)
    layers = tuple(_edited_one(row, values) if row.id in wanted else row for row in session.layers)
    return replace(session, layers=layers)


def _edited_one(layer: Layer, values: dict[str, Any]) -> Layer:
    if values.get("depth_um", layer.depth_um) != layer.depth_um:
        values = {"reason": "", **values}
    return replace(layer, **values)


def not_painted(session: NeedlingSession, zones: Sequence[str]) -> tuple[str, ...]:
    """Those of these zones that have no layer that was done."""
    done = set(session.treated_zones)
    return tuple(zone for zone in zones if zone not in done)


def with_serum(session: NeedlingSession, serum: SerumUse | None) -> NeedlingSession:
    """The session that knows this serum, which enters it with its first use."""
    if serum is None or session.serum(serum.id) is not None:
        return session
    serums = sorted((*session.serums, serum), key=lambda use: use.id)
    return replace(session, serums=tuple(serums))


def grown(before: NeedlingSession, after: NeedlingSession, zones: Iterable[str]) -> tuple[str, ...]:
    """Those of these zones that got a further layer over one they had."""
    had = {zone: before.layers_of(zone) for zone in zones}
    return tuple(
        zone
        for zone, layers in had.items()
        if any(row.is_done for row in layers) and len(after.layers_of(zone)) > len(layers)
    )


def _moments(session: NeedlingSession) -> set[datetime]:
    """When its layers and spots were worked."""
    moments = [row.done_at for row in session.done_layers]
    moments += [spot.done_at for spot in session.spots]
    return {moment for moment in moments if moment is not None}


def _painted_one(
    session: NeedlingSession, zone: str, brush: Brush, at: datetime
) -> NeedlingSession:
    layers = session.layers_of(zone)
    done = [row for row in layers if row.is_done]
    tip = session.tip
    if done and brush.matches(done[-1], tip):
        return session.with_layer(_one_more_pass(done[-1], brush, at))
    end = 1 + max((row.position for row in session.layers), default=-1)
    new = Layer(zone=zone, depth_um=brush.depth_um, passes=brush.passes, position=end)
    waiting = next((row for row in layers if not row.is_done), new)
    return session.with_layer(
        replace(
            waiting,
            depth_um=brush.depth_um,
            passes=brush.passes,
            techniques=brush.techniques,
            serum_id=brush.serum_id,
            tip_id=tip.id if tip else None,
            confirmation=Confirmation.PAINTED,
            done_at=at,
        )
    )


def _one_more_pass(layer: Layer, brush: Brush, at: datetime) -> Layer:
    techniques = tuple(dict.fromkeys((*layer.techniques, *brush.techniques)))
    passes = min(MOST_PASSES, layer.passes + 1)
    return replace(layer, passes=passes, techniques=techniques, done_at=at)
