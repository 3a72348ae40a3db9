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
from needlelog.domain.session import Confirmation, NeedlingSession

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
    owned = select(*_WHOLE, _OWNERS.c.client_id).join_from(*_owners()).where(wanted, _newest())
    rows = db.execute(owned.order_by(*_newest_first()).limit(limit)).all()
    parts = _parts(db, [row.id for row in rows]) if rows else {}
    return tuple(_session(row, parts) for row in rows)


def for_client(db: Session, client_id: UUID) -> tuple[NeedlingSession, ...]:
    """All sessions of a client, the newest first."""
    return whole(db, _OWNERS.c.client_id == client_id)


def open_for(db: Session, client_id: UUID) -> NeedlingSession | None:
    """The session of a client that is not signed yet."""
    unsigned = (_OWNERS.c.client_id == client_id) & _SESSIONS.c.signed_at.is_(None)
    return next(iter(whole(db, unsigned, limit=1)), None)


def last_signed(db: Session, client_id: UUID) -> NeedlingSession | None:
    """The newest signed session of a client: what 'Same as last time' takes."""
    signed = (_OWNERS.c.client_id == client_id) & _SESSIONS.c.signed_at.is_not(None)
    return next(iter(whole(db, signed, limit=1)), None)


def unfinished(db: Session) -> tuple[NeedlingSession, ...]:
    """Every session that waits for its signature, the newest first."""
    return whole(db, _SESSIONS.c.signed_at.is_(None))


def latest_depths(
    db: Session, client_id: UUID, zone: tzinfo, apart_from: UUID | None = None
) -> dict[str, LastDepth]:
    """Zone to its deepest done layer in the last session that worked it.

    Days are those of the clinic's time zone; `apart_from` is the session in the chair.
    """
    depths: dict[str, LastDepth] = {}
    for row in db.execute(_worked(client_id, apart_from)):
        known = depths.get(row.zone)
        day = row.happened_at.astimezone(zone).date()
        if known is None or (known.on == day and row.depth_um > known.depth_um):
            depths[row.zone] = LastDepth(row.depth_um, day)
    return depths


def last_depths(
    db: Session, client_id: UUID, count: int = 3, apart_from: UUID | None = None
) -> tuple[int, ...]:
    """The depths this client had last, each once, in micrometres."""
    rows = db.execute(_worked(client_id, apart_from))
    return tuple(dict.fromkeys(row.depth_um for row in rows))[:count]


def number_of(db: Session, session: NeedlingSession) -> int:
    """This is the client's n-th session, counted by when it happened."""
    at, its_id = _SESSIONS.c.happened_at, _SESSIONS.c.id
    earlier = (at < session.happened_at) | (at == session.happened_at) & (its_id <= session.id)
    up_to_this = (
        select(func.count())
        .select_from(_SESSIONS)
        .join(_OWNERS, _OWNERS.c.session_id == _SESSIONS.c.id)
        .where(_OWNERS.c.client_id == session.client_id, _newest())
        .where(earlier)
    )
    return db.scalar(up_to_this) or 0


def next_spot_number(db: Session, client_id: UUID) -> int:
    """The number of the client's next spot; a number is never given twice."""
    numbers = (
        select(func.max(_SPOTS.c.number))
        .join_from(_SPOTS, _OWNERS, _OWNERS.c.session_id == _SPOTS.c.session_id)
        .where(_OWNERS.c.client_id == client_id, _newest())
    )
    return (db.scalar(numbers) or 0) + 1


def _worked(client_id: UUID, apart_from: UUID | None) -> Select[Any]:
    layers = (
        select(_LAYERS.c.zone, _LAYERS.c.depth_um, _SESSIONS.c.happened_at)
        .join_from(*_owners())
        .join(_LAYERS, _LAYERS.c.session_id == _SESSIONS.c.id)
        .where(_OWNERS.c.client_id == client_id, _newest(), _LAYERS.c.confirmation.in_(_DONE))
        .order_by(*_newest_first(), _LAYERS.c.position.desc())
    )
    return layers if apart_from is None else layers.where(_SESSIONS.c.id != apart_from)


def _owners() -> tuple[Any, Any, ColumnElement[bool]]:
    return _SESSIONS, _OWNERS, _OWNERS.c.session_id == _SESSIONS.c.id


def _newest() -> ColumnElement[bool]:
    """A session belongs to the client it was given to last."""
    later = _OWNERS.alias()
    given_on = select(later.c.id).where(
        later.c.session_id == _OWNERS.c.session_id, later.c.nth > _OWNERS.c.nth
    )
    return ~given_on.exists()


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
