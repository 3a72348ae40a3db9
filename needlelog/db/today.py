"""What the first page asks, of any number of sessions: by index, newest first, and no further."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, func, select, tuple_
from sqlalchemy.orm import Session

from needlelog.db import timeline
from needlelog.db.rows import TABLES
from needlelog.db.values import values_of
from needlelog.domain.client import Client
from needlelog.domain.session import NeedlingSession

_SESSIONS = TABLES["session"]
_OWNERS = TABLES["session_client"]
_CLIENTS = TABLES["client"]
_BACK = (_SESSIONS.c.happened_at.desc(), _SESSIONS.c.id.desc())
_AT_ONCE = 50
"""Sessions looked at together on the way back in time."""


def waiting(db: Session, limit: int) -> tuple[NeedlingSession, ...]:
    """Sessions without a signature, the newest first."""
    unsigned = select(_SESSIONS.c.id).where(_SESSIONS.c.signed_at.is_(None))
    ids = db.scalars(unsigned.order_by(*_BACK).limit(limit)).all()
    return timeline.whole(db, _SESSIONS.c.id.in_(ids))


def waiting_count(db: Session) -> int:
    """How many sessions have no signature yet."""
    unsigned = select(func.count()).where(_SESSIONS.c.signed_at.is_(None))
    return db.scalar(unsigned) or 0


def signed_since(db: Session, moment: datetime, limit: int) -> tuple[NeedlingSession, ...]:
    """Sessions signed at this moment or later, the one signed last first."""
    at = _SESSIONS.c.signed_at
    ids = db.scalars(select(_SESSIONS.c.id).where(at >= moment).order_by(at.desc()).limit(limit))
    signed = timeline.whole(db, _SESSIONS.c.id.in_(ids.all()))
    return tuple(sorted(signed, key=_signed_at, reverse=True))


def clients_of(db: Session, sessions: Iterable[NeedlingSession]) -> dict[UUID, Client]:
    """Whose sessions these are, by the id of the client."""
    return _by_id(db, {session.client_id for session in sessions})


def lately(db: Session, limit: int) -> tuple[tuple[Client, datetime | None], ...]:
    """Clients who were here or were added last, each with the moment of their newest session."""
    seen = _seen_last(db, limit)
    added = select(_CLIENTS).order_by(_CLIENTS.c.number.desc()).limit(limit)
    people = _by_id(db, seen) | {one.id: one for one in values_of(db.execute(added), Client)}
    last = seen | _last_of(db, people.keys() - seen.keys())
    found = [(client, last.get(client.id)) for client in people.values()]
    found.sort(key=_newest_first, reverse=True)
    return tuple(found[:limit])


def _seen_last(db: Session, limit: int) -> dict[UUID, datetime]:
    """Back through the sessions, a few at a time, until enough different clients are met."""
    met: dict[UUID, datetime] = {}
    rows = db.execute(_going_back()).all()
    while rows:
        for row in rows:
            met.setdefault(row.client_id, row.happened_at)
            if len(met) == limit:
                return met
        rows = db.execute(_going_back(rows[-1])).all()
    return met


def _going_back(after: Row[Any] | None = None) -> Select[Any]:
    at, its_id = _SESSIONS.c.happened_at, _SESSIONS.c.id
    some = select(at, its_id).order_by(*_BACK).limit(_AT_ONCE)
    if after is not None:
        some = some.where(tuple_(at, its_id) < (after.happened_at, after.id))
    # By themselves first: joined at once, SQLite would begin with every owner there ever was.
    few = some.subquery()
    return (
        select(few.c.happened_at, few.c.id, _OWNERS.c.client_id)
        .join(_OWNERS, _OWNERS.c.session_id == few.c.id)
        .where(timeline.is_newest_owner())
        .order_by(few.c.happened_at.desc(), few.c.id.desc())
    )


def _last_of(db: Session, ids: Iterable[UUID]) -> dict[UUID, datetime]:
    """When these clients were here last; nothing for those who were not."""
    last = (
        select(_OWNERS.c.client_id, func.max(_SESSIONS.c.happened_at))
        .join(_SESSIONS, _SESSIONS.c.id == _OWNERS.c.session_id)
        .where(_OWNERS.c.client_id.in_(list(ids)), timeline.is_newest_owner())
        .group_by(_OWNERS.c.client_id)
    )
    return {row[0]: row[1] for row in db.execute(last)}


def _by_id(db: Session, ids: Iterable[UUID]) -> dict[UUID, Client]:
    rows = db.execute(select(_CLIENTS).where(_CLIENTS.c.id.in_(list(ids))))
    return {client.id: client for client in values_of(rows, Client)}


def _newest_first(found: tuple[Client, datetime | None]) -> tuple[bool, datetime | int, int]:
    """By the last that happened: being here, or being added."""
    client, seen_at = found
    moments = [moment for moment in (seen_at, client.created_at) if moment is not None]
    return bool(moments), max(moments, default=0), client.number


def _signed_at(session: NeedlingSession) -> datetime:
    return session.signed_at or session.happened_at
