"""What the first page asks, of any number of sessions: by index, newest first, and no further."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from needlelog.db import timeline
from needlelog.db.rows import TABLES
from needlelog.db.values import values_of
from needlelog.domain.client import Client
from needlelog.domain.session import NeedlingSession

_SESSIONS = TABLES["session"]
_CLIENTS = TABLES["client"]
_BACK = (_SESSIONS.c.happened_at.desc(), _SESSIONS.c.id.desc())


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
    """Clients who were here or were added last, each with the moment of their newest session.

    Who lies in the archive or in the trash is not among them.
    """
    seen = _CLIENTS.c.last_session_at.desc().nulls_last()
    wanted = _first_by(limit, seen, _CLIENTS.c.number.desc()).union(
        _first_by(limit, _CLIENTS.c.number.desc())
    )
    rows = db.execute(select(_CLIENTS).where(_CLIENTS.c.number.in_(wanted))).all()
    last = (row.last_session_at for row in rows)
    found = sorted(zip(values_of(rows, Client), last, strict=True), key=_newest_first, reverse=True)
    return tuple(found[:limit])


def _first_by(limit: int, *order: ColumnElement[Any]) -> Select[tuple[int]]:
    is_listed = _CLIENTS.c.archived_at.is_(None) & _CLIENTS.c.trashed_at.is_(None)
    first = select(_CLIENTS.c.number).where(is_listed).order_by(*order).limit(limit).subquery()
    return select(first.c.number)  # SQLite takes no limit in a part of a union


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
