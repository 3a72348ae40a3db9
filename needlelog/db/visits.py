"""What a client's sessions come to, kept beside the client: the list is sorted by it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, Update, bindparam, func, select, update

from needlelog.db import timeline
from needlelog.db.rows import TABLES

_CLIENTS = TABLES["client"]
_SESSIONS = TABLES["session"]
_OWNERS = TABLES["session_client"]
_AT = _SESSIONS.c.happened_at
_NEWEST_FIRST = (_AT.desc(), _SESSIONS.c.id.desc())

SHOWN = frozenset({"happened_at", "next_on"})
"""Fields of a session that the list of clients shows."""


def count(connection: Connection, session_id: UUID) -> None:
    """Write anew what the sessions of this session's client come to."""
    connection.execute(_CLIENT_OF_SESSION, {"the_session": session_id})


def count_everybody(connection: Connection) -> None:
    """The same for all clients, in one walk through all sessions."""
    connection.execute(_EVERYBODY)


def _owned(*columns: Any) -> Select[Any]:
    joined = _OWNERS.c.session_id == _SESSIONS.c.id
    return select(*columns).join_from(_OWNERS, _SESSIONS, joined).where(timeline.is_newest_owner())


def _of_the_client(*columns: Any) -> Select[Any]:
    return _owned(*columns).where(_OWNERS.c.client_id == _CLIENTS.c.id).correlate(_CLIENTS)


def _client_of_session() -> Update:
    given_to = select(_OWNERS.c.client_id).where(_OWNERS.c.session_id == bindparam("the_session"))
    owner = given_to.order_by(_OWNERS.c.nth.desc()).limit(1)
    agreed = _of_the_client(_SESSIONS.c.next_on).order_by(*_NEWEST_FIRST).limit(1)
    return (
        update(_CLIENTS)
        .where(_CLIENTS.c.id == owner.scalar_subquery())
        .values(
            session_count=_of_the_client(func.count()).scalar_subquery(),
            last_session_at=_of_the_client(func.max(_AT)).scalar_subquery(),
            next_on=agreed.scalar_subquery(),
        )
    )


def _everybody() -> Update:
    whose = _OWNERS.c.client_id
    ranked = _owned(
        whose,
        _AT,
        _SESSIONS.c.next_on,
        func.count().over(partition_by=whose).label("sessions"),
        func.row_number().over(partition_by=whose, order_by=_NEWEST_FIRST).label("place"),
    ).subquery()
    return (
        update(_CLIENTS)
        .where(_CLIENTS.c.id == ranked.c.client_id, ranked.c.place == 1)
        .values(
            session_count=ranked.c.sessions,
            last_session_at=ranked.c.happened_at,
            next_on=ranked.c.next_on,
        )
    )


_CLIENT_OF_SESSION = _client_of_session()
_EVERYBODY = _everybody()
