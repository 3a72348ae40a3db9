"""One invented sitting in the chair, from the first question to the signature."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from random import Random
from uuid import UUID
from zoneinfo import ZoneInfo

from needlelog.demo.courses import Course, depth_um
from needlelog.demo.diary import Visit
from needlelog.demo.identity import Ids
from needlelog.domain.client import Client
from needlelog.domain.device import Device
from needlelog.domain.session import (
    ChairStep,
    Confirmation,
    GradedReaction,
    Layer,
    NeedlingSession,
    Numbing,
    SerumUse,
    Status,
    StopRecord,
    Tip,
)

_NUMBING_MINUTES = 25
_ZONE_MINUTES = 4
_REDDENS_UM = 1000
_BLEEDS_UM = 1250
_NEXT_WEEKS = 4
_EYES = ("face.periorbital_l", "face.periorbital_r")


@dataclass(frozen=True, slots=True)
class Sitting:
    """What is known before a client sits down."""

    client: Client
    course: Course
    visit: Visit
    treated_by_id: UUID
    device: Device
    before_id: UUID | None
    """The session that is repeated."""
    time_zone: ZoneInfo


def treated(sitting: Sitting, rng: Random, ids: Ids) -> NeedlingSession:
    """The session once the last zone is worked; nothing is looked at or signed yet."""
    at = _moment(sitting)
    begun = at + timedelta(minutes=_NUMBING_MINUTES + 5)
    session_id = ids.at(at)
    numbing, serum, tip = _supplies(sitting, at, begun, rng, ids)
    layers = _layers(sitting, serum.id, tip.id, begun, ids)
    return NeedlingSession(
        client_id=sitting.client.id,
        happened_at=at,
        entered_at=at,
        copied_from_id=sitting.before_id,
        treated_by_id=sitting.treated_by_id,
        entered_by_id=sitting.treated_by_id,
        numbing_by_id=sitting.treated_by_id,
        identity_confirmed_at=at + timedelta(minutes=1),
        indication=sitting.course.indication,
        device=sitting.device.name,
        device_serial=sitting.device.serial,
        device_id=sitting.device.id,
        skin_prep="hypochlorous",
        product_after="hyaluronic_acid",
        started_at=layers[0].done_at,
        needling_ended_at=layers[-1].done_at,
        price_minor=sitting.course.price_minor,
        currency="GBP",
        layers=layers,
        serums=(serum,),
        tips=(tip,),
        numbings=(numbing,),
        id=session_id,
        version=1,
        saved_at=layers[-1].done_at,
    )


def half_done(session: NeedlingSession) -> NeedlingSession:
    """The session in the middle of it: the second half is still only planned."""
    done = (len(session.layers) + 1) // 2
    waiting = tuple(
        replace(layer, confirmation=Confirmation.PLANNED, done_at=None, endpoint="not_noted")
        for layer in session.layers[done:]
    )
    layers = (*session.layers[:done], *waiting)
    ended = layers[done - 1].done_at
    return replace(session, layers=layers, needling_ended_at=ended, saved_at=ended)


def looked_at(session: NeedlingSession, rng: Random, ids: Ids) -> NeedlingSession:
    """The session with what was seen afterwards; it waits for its signature."""
    noted_at = _ended(session) + timedelta(minutes=5)
    seen = _reactions(session, noted_at, rng, ids)
    next_on = session.happened_at.date() + timedelta(weeks=_NEXT_WEEKS)
    return replace(
        session,
        step=ChairStep.AFTERCARE,
        pain=rng.randint(1, 5),
        reactions=seen,
        as_expected_at=None if seen else noted_at,
        rest_not_seen_at=noted_at if seen else None,
        next_on=next_on,
        sharps_disposed_at=noted_at,
        saved_at=noted_at,
    )


def stopped(session: NeedlingSession, ids: Ids) -> NeedlingSession:
    """The session of a client who felt faint halfway: the rest was not treated."""
    half = half_done(session)
    layers = tuple(
        replace(layer, confirmation=Confirmation.NOT_TREATED) if layer.is_planned else layer
        for layer in half.layers
    )
    at = _ended(half) + timedelta(minutes=1)
    stop = StopRecord(
        at,
        reasons=("faint",),
        measures=("lay_flat", "pulse", "blood_pressure"),
        pulse=58,
        systolic=98,
        diastolic=61,
        recovered_at=at + timedelta(minutes=8),
        left_at=at + timedelta(minutes=35),
        left_with="a friend",
        id=ids.at(at),
    )
    faint = GradedReaction("faint", "severity", 1, noted_at=at, id=ids.at(at))
    return replace(half, layers=layers, stops=(stop,), reactions=(faint,))


def signed(session: NeedlingSession) -> NeedlingSession:
    at = _ended(session) + timedelta(minutes=12 if session.stop is None else 40)
    status = Status.COMPLETED if session.stop is None else Status.STOPPED_EARLY
    return replace(
        session, status=status, signed_by_id=session.treated_by_id, signed_at=at, saved_at=at
    )


def _moment(sitting: Sitting) -> datetime:
    hour, minute = divmod(sitting.visit.minute, 60)
    at = datetime.combine(sitting.visit.day, time(hour, minute), sitting.time_zone)
    return at.astimezone(UTC)


def _supplies(
    sitting: Sitting, at: datetime, begun: datetime, rng: Random, ids: Ids
) -> tuple[Numbing, SerumUse, Tip]:
    """One box of each a month, all in date."""
    day = sitting.visit.day
    box = f"{day:%y%m}"
    expires_on = day.replace(year=day.year + 2, day=1)
    put_on, wiped_off = at + timedelta(minutes=3), begun - timedelta(minutes=2)
    numbing = Numbing(
        "lidocaine4",
        lot=f"L-{box}",
        expires_on=expires_on,
        amount_mg=rng.choice((1000, 1500, 2000)),
        on_at=put_on,
        off_at=wiped_off,
        by_id=sitting.treated_by_id,
        id=ids.at(put_on),
    )
    serum = SerumUse(
        sitting.course.serum,
        lot=f"{sitting.course.serum[:2].upper()}-{box}",
        expires_on=expires_on,
        amount_ul=2000,
        applied_at=begun,
        id=ids.at(begun),
    )
    tip = Tip(
        "12-pin tip", 12, lot=f"C-{box}", expires_on=expires_on, opened_at=begun, id=ids.at(begun)
    )
    return numbing, serum, tip


def _layers(
    sitting: Sitting, serum_id: UUID, tip_id: UUID, begun: datetime, ids: Ids
) -> tuple[Layer, ...]:
    nth = sitting.visit.nth
    as_before = Confirmation.TOGETHER if nth % 3 else Confirmation.AS_PLANNED
    zones: Sequence[str] = sitting.course.zones
    moments = [begun + timedelta(minutes=_ZONE_MINUTES * place) for place in range(len(zones))]
    depths = [depth_um(zone, nth, bool(sitting.client.has_melasma)) for zone in zones]
    return tuple(
        Layer(
            zone,
            depth,
            3 if depth < _BLEEDS_UM else 4,
            place,
            techniques=("horizontal", "vertical"),
            serum_id=serum_id,
            tip_id=tip_id,
            endpoint="pinpoint_bleeding" if depth >= _BLEEDS_UM else "even_redness",
            confirmation=Confirmation.PAINTED if sitting.before_id is None else as_before,
            done_at=done_at,
            id=ids.at(done_at),
        )
        for place, (zone, depth, done_at) in enumerate(zip(zones, depths, moments, strict=True))
    )


def _reactions(
    session: NeedlingSession, at: datetime, rng: Random, ids: Ids
) -> tuple[GradedReaction, ...]:
    """Stronger redness after deep work, a bruise where the skin is thin, a faint kept as it is."""
    seen = list(session.reactions)
    if (session.deepest_um() or 0) >= _REDDENS_UM and rng.random() < 0.3:
        seen.append(GradedReaction("redness", "redness", 3, noted_at=at, id=ids.at(at)))
    eyes = [zone for zone in session.treated_zones if zone in _EYES]
    if eyes and rng.random() < 0.25:
        where = rng.choice(eyes)
        seen.append(GradedReaction("bruising", "severity", 1, where, at, ids.at(at)))
    return tuple(seen)


def _ended(session: NeedlingSession) -> datetime:
    return session.needling_ended_at or session.happened_at
