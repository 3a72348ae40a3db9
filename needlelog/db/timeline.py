"""What earlier sessions say: of one client, in a few statements however many sessions there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import tzinfo
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from needlelog.db.rows import TABLES
from needlelog.db.values import values_of
from needlelog.domain.change import CHILDREN
from needlelog.domain.guard import LastDepth
from needlelog.domain.session import Confirmation, NeedlingSession, Spot

_SESSIONS = TABLES["session"]
_OWNERS = TABLES["session_client"]
_LAYERS = TABLES["layer"]
_SPOTS = TABLES["spot"]
_WHOLE = [column for column in _SESSIONS.columns if column.name != "last_move_id"]
_DONE = (Confirmation.PAINTED, Confirmation.AS_PLANNED, Confirmation.TOGETHER)


def whole(
    db: Session, wanted: ColumnElement[bool], limit: int | None = None
) -> tuple[NeedlingSession, ...]:
    """Whole sessions, the newest first."""
    owned = (
        select(*_WHOLE, _OWNERS.c.client_id).join_from(*_owners()).where(wanted, is_newest_owner())
    )
    rows = db.execute(owned.order_by(*_newest_first()).limit(limit)).all()
    parts = _parts(db, [row.id for row in rows]) if rows else {}
    return tuple(_session(row, parts) for row in rows)


def for_client(db: Session, client_id: UUID) -> tuple[NeedlingSession, ...]:
    """All sessions of a client, the newest first."""
    return whole(db, _OWNERS.c.client_id == client_id)


def newest(
    db: Session, client_id: UUID, limit: int, before: NeedlingSession | None = None
) -> tuple[NeedlingSession, ...]:
    """The newest sessions of a client, or the newest of those before this one."""
    wanted = _OWNERS.c.client_id == client_id
    return whole(db, wanted if before is None else wanted & _earlier(before), limit)


def counts(db: Session, client_id: UUID) -> tuple[int, int]:
    """How many sessions a client has, and how many of them are signed."""
    signed = func.count(_SESSIONS.c.signed_at)
    counted = select(func.count(), signed).join_from(*_owners())
    row = db.execute(counted.where(_OWNERS.c.client_id == client_id, is_newest_owner())).one()
    return row[0], row[1]


def last_signed(db: Session, client_id: UUID) -> NeedlingSession | None:
    signed = (_OWNERS.c.client_id == client_id) & _SESSIONS.c.signed_at.is_not(None)
    return next(iter(whole(db, signed, limit=1)), None)


def open_for(db: Session, client_id: UUID) -> NeedlingSession | None:
    """The session of a client that is not signed yet."""
    unsigned = (_OWNERS.c.client_id == client_id) & _SESSIONS.c.signed_at.is_(None)
    return next(iter(whole(db, unsigned, limit=1)), None)


def last_worked(
    db: Session, client_id: UUID, before: NeedlingSession | None = None
) -> NeedlingSession | None:
    """The newest signed session that worked a zone: what 'Same as last time' takes."""
    done = (_LAYERS.c.session_id == _SESSIONS.c.id) & _LAYERS.c.confirmation.in_(_DONE)
    wanted = (
        (_OWNERS.c.client_id == client_id)
        & _SESSIONS.c.signed_at.is_not(None)
        & select(_LAYERS.c.id).where(done).exists()
    )
    if before is not None:
        wanted &= _earlier(before)
    return next(iter(whole(db, wanted, limit=1)), None)


def unfinished(db: Session) -> tuple[NeedlingSession, ...]:
    """Every session that waits for its signature, the newest first."""
    return whole(db, _SESSIONS.c.signed_at.is_(None))


def latest_depths(db: Session, before: NeedlingSession, zone: tzinfo) -> dict[str, LastDepth]:
    """Zone to its deepest done layer in the last session that worked it, before this one.

    Days are those of the clinic's time zone.
    """
    depths: dict[str, LastDepth] = {}
    for row in db.execute(_worked(before)):
        known = depths.get(row.zone)
        day = row.happened_at.astimezone(zone).date()
        if known is None or (known.on == day and row.depth_um > known.depth_um):
            depths[row.zone] = LastDepth(row.depth_um, day)
    return depths


def last_depths(db: Session, before: NeedlingSession, count: int = 3) -> tuple[int, ...]:
    """The depths this client had last before this session, each once, in micrometres."""
    rows = db.execute(_worked(before))
    return tuple(dict.fromkeys(row.depth_um for row in rows))[:count]


def number_of(db: Session, session: NeedlingSession) -> int:
    """This is the client's n-th session, counted by when it happened."""
    earlier = (
        select(func.count())
        .select_from(_SESSIONS)
        .join(_OWNERS, _OWNERS.c.session_id == _SESSIONS.c.id)
        .where(_OWNERS.c.client_id == session.client_id, is_newest_owner(), _earlier(session))
    )
    return (db.scalar(earlier) or 0) + 1


def earlier_spots(db: Session, before: NeedlingSession) -> tuple[Spot, ...]:
    """The client's spots of the sessions before this one, each as it was worked last."""
    wanted = (
        select(_SPOTS)
        .join_from(*_owners())
        .join(_SPOTS, _SPOTS.c.session_id == _SESSIONS.c.id)
        .where(_OWNERS.c.client_id == before.client_id, is_newest_owner(), _earlier(before))
        .order_by(*_newest_first())
    )
    newest: dict[int, Spot] = {}
    for spot in values_of(db.execute(wanted), Spot):
        newest.setdefault(spot.number, spot)
    return tuple(newest[number] for number in sorted(newest))


def next_spot_number(db: Session, client_id: UUID) -> int:
    """One more than any spot has that the client's records keep."""
    numbers = (
        select(func.max(_SPOTS.c.number))
        .join_from(_SPOTS, _OWNERS, _OWNERS.c.session_id == _SPOTS.c.session_id)
        .where(_OWNERS.c.client_id == client_id, is_newest_owner())
    )
    return (db.scalar(numbers) or 0) + 1


def is_newest_owner() -> ColumnElement[bool]:
    """A session belongs to the client it was given to last."""
    later = _OWNERS.alias()
    given_on = select(later.c.id).where(
        later.c.session_id == _OWNERS.c.session_id, later.c.nth > _OWNERS.c.nth
    )
    return ~given_on.exists()


def _worked(before: NeedlingSession) -> Select[Any]:
    return (
        select(_LAYERS.c.zone, _LAYERS.c.depth_um, _SESSIONS.c.happened_at)
        .join_from(*_owners())
        .join(_LAYERS, _LAYERS.c.session_id == _SESSIONS.c.id)
        .where(_OWNERS.c.client_id == before.client_id, is_newest_owner(), _earlier(before))
        .where(_LAYERS.c.confirmation.in_(_DONE))
        .order_by(*_newest_first(), _LAYERS.c.position.desc())
    )


def _earlier(than: NeedlingSession) -> ColumnElement[bool]:
    """Sessions that happened before this one; of two at the same moment, the one made first."""
    at, its_id = _SESSIONS.c.happened_at, _SESSIONS.c.id
    return (at < than.happened_at) | (at == than.happened_at) & (its_id < than.id)


def _owners() -> tuple[Any, Any, ColumnElement[bool]]:
    return _SESSIONS, _OWNERS, _OWNERS.c.session_id == _SESSIONS.c.id


def _newest_first() -> tuple[ColumnElement[Any], ...]:
    return _SESSIONS.c.happened_at.desc(), _SESSIONS.c.id.desc()


def _parts(db: Session, session_ids: Sequence[UUID]) -> dict[str, dict[UUID, tuple[Any, ...]]]:
    return {
        attribute: _parts_of_kind(db, kind, row_class, session_ids)
        for kind, (attribute, row_class) in CHILDREN.items()
    }


def _parts_of_kind(
    db: Session, kind: str, row_class: type, session_ids: Sequence[UUID]
) -> dict[UUID, tuple[Any, ...]]:
    table = TABLES[kind]
    order = [table.c.id] if kind != "layer" else [table.c.position, table.c.id]
    wanted = select(table).where(table.c.session_id.in_(session_ids)).order_by(*order)
    rows: defaultdict[UUID, list[Any]] = defaultdict(list)
    for row in db.execute(wanted):
        rows[row.session_id].append(row)
    return {session_id: values_of(mine, row_class) for session_id, mine in rows.items()}


def _session(row: Any, parts: dict[str, dict[UUID, tuple[Any, ...]]]) -> NeedlingSession:
    fields = dict(row._mapping)
    fields |= {attribute: found.get(row.id, ()) for attribute, found in parts.items()}
    return NeedlingSession(**fields)
