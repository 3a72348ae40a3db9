"""Same as last time: carried over means planned, not done."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from needlelog.domain.painting import needled
from needlelog.domain.session import (
    Confirmation,
    Layer,
    NeedlingSession,
    SerumUse,
    Status,
    StopRecord,
)


def carried_over(session: NeedlingSession, last: NeedlingSession) -> NeedlingSession:
    """The session with last time's done layers planned on every zone not worked yet.

    Depth, passes, techniques and the kind of serum come along. Endpoint, lot, reaction, consent,
    answers, photos, notes and the reasons for a depth are never copied.
    """
    serums, new_id_of = _serums_again(session, last)
    start = 1 + max((row.position for row in session.layers), default=-1)
    worked = set(session.treated_zones)
    wanted = [row for row in last.done_layers if row.zone not in worked]
    planned = tuple(
        Layer(
            zone=row.zone,
            part=row.part,
            depth_um=row.depth_um,
            passes=row.passes,
            position=start + index,
            techniques=row.techniques,
            serum_id=new_id_of.get(row.serum_id) if row.serum_id else None,
        )
        for index, row in enumerate(wanted)
    )
    kept = tuple(row for row in session.layers if row.is_done)
    return replace(
        session,
        copied_from_id=last.id,
        protocol="",
        protocol_id=None,
        indication=session.indication or last.indication,
        layers=(*kept, *planned),
        serums=serums,
    )


def confirmed(
    session: NeedlingSession, zones: tuple[str, ...], tip_id: UUID | None, at: datetime
) -> NeedlingSession:
    """These planned zones were done as planned, said one by one."""
    return _confirmed(session, set(zones), Confirmation.AS_PLANNED, tip_id, at)


def confirmed_together(
    session: NeedlingSession, tip_id: UUID | None, at: datetime
) -> NeedlingSession:
    """'All 9 done as planned.' The record keeps that they were confirmed in one tap."""
    every = {row.zone for row in session.planned_layers}
    return _confirmed(session, every, Confirmation.TOGETHER, tip_id, at)


def worked_otherwise(
    before: NeedlingSession, after: NeedlingSession, zones: Collection[str]
) -> tuple[Layer, ...]:
    """The plans of these zones that a tap took up and worked in another way than planned."""
    worked = {row.id: row for row in after.done_layers}
    plans = (row for row in before.planned_layers if row.zone in zones and row.id in worked)
    return tuple(plan for plan in plans if _way(plan) != _way(worked[plan.id]))


def as_planned(session: NeedlingSession, plans: Iterable[Layer]) -> NeedlingSession:
    """These plans were kept to after all, when and with the tip the tap recorded."""
    meant = {plan.id: plan for plan in plans}
    layers = tuple(
        replace(
            meant[row.id],
            confirmation=Confirmation.AS_PLANNED,
            done_at=row.done_at,
            tip_id=row.tip_id,
            endpoint=row.endpoint,
        )
        if row.is_done and row.id in meant
        else row
        for row in session.layers
    )
    return replace(session, layers=layers)


def left_out(session: NeedlingSession) -> NeedlingSession:
    """What was only planned was not treated, and says so."""
    layers = tuple(
        replace(row, confirmation=Confirmation.NOT_TREATED) if row.is_planned else row
        for row in session.layers
    )
    return replace(session, layers=layers)


def stopped(session: NeedlingSession, stop: StopRecord) -> NeedlingSession:
    """The session ended early, with what was only planned left out."""
    return replace(left_out(session), stops=(stop,), status=Status.STOPPED_EARLY)


def went_on(session: NeedlingSession) -> NeedlingSession:
    """The stop taken back: what it turned into 'not treated' is planned again."""
    layers = tuple(
        replace(row, confirmation=Confirmation.PLANNED)
        if row.confirmation is Confirmation.NOT_TREATED
        else row
        for row in session.layers
    )
    return replace(session, stops=(), layers=layers, status=Status.OPEN)


def _way(layer: Layer) -> tuple[object, ...]:
    return layer.depth_um, layer.passes, layer.techniques, layer.serum_id


def _confirmed(
    session: NeedlingSession,
    zones: set[str],
    how: Confirmation,
    tip_id: UUID | None,
    at: datetime,
) -> NeedlingSession:
    wanted = {row.id for row in session.planned_layers if row.zone in zones}
    if not wanted:  # a second tap on the button must not move the end of needling
        return session
    layers = tuple(
        replace(row, confirmation=how, done_at=at, tip_id=tip_id) if row.id in wanted else row
        for row in session.layers
    )
    return needled(replace(session, layers=layers), at)


def _serums_again(
    session: NeedlingSession, last: NeedlingSession
) -> tuple[tuple[SerumUse, ...], dict[UUID, UUID]]:
    """Last time's serums without lot and expiry, joined to those this session has already."""
    serums = list(session.serums)
    new_id_of: dict[UUID, UUID] = {}
    used = {row.serum_id for row in last.done_layers}
    for use in last.serums:
        if use.id not in used:
            continue
        same = next((s for s in serums if (s.product, s.name) == (use.product, use.name)), None)
        if same is None:
            same = SerumUse(product=use.product, name=use.name, maker=use.maker)
            serums.append(same)
        new_id_of[use.id] = same.id
    return tuple(serums), new_id_of
