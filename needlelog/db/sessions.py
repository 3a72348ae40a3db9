"""A session at the chair: started, saved tap by tap, signed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, bindparam, delete, insert, select, update
from sqlalchemy.orm import Session

from needlelog.db import clients, timeline, undo, visits
from needlelog.db.failures import signed_already
from needlelog.db.rows import TABLES
from needlelog.db.values import columns_of
from needlelog.db.versions import changed_meanwhile, missing
from needlelog.domain.change import CHILDREN, RowChange, own_fields
from needlelog.domain.history import Move
from needlelog.domain.identity import new_id
from needlelog.domain.session import NeedlingSession, Status
from needlelog.errors import NeedleLogError

_SESSIONS = TABLES["session"]

# Statements are built once: building one takes longer than running it.
_CLAIM = update(_SESSIONS).where(
    _SESSIONS.c.id == bindparam("the_id"), _SESSIONS.c.version == bindparam("the_version")
)
_ADD = {kind: insert(TABLES[kind]) for kind in CHILDREN}
_THE_ROW = {
    kind: (
        TABLES[kind].c.id == bindparam("the_id"),
        TABLES[kind].c.session_id == bindparam("the_session"),
    )
    for kind in CHILDREN
}
_CHANGE = {kind: update(TABLES[kind]).where(*row) for kind, row in _THE_ROW.items()}
_REMOVE = {kind: delete(TABLES[kind]).where(*row) for kind, row in _THE_ROW.items()}


@dataclass(frozen=True, slots=True)
class Saved:
    """What the record says after a save."""

    version: int
    saved_at: datetime


def start(db: Session, session: NeedlingSession) -> NeedlingSession:
    """Keep a new session with all that is in it already."""
    started = replace(session, version=1, saved_at=_now())
    own = own_fields(started)
    client_id = own.pop("client_id")
    connection = db.connection()
    connection.execute(
        insert(_SESSIONS), {**own, "version": started.version, "saved_at": started.saved_at}
    )
    owner = {"session_id": started.id, "client_id": client_id, "nth": 1, "since": started.saved_at}
    connection.execute(insert(TABLES["session_client"]), {"id": new_id(), **owner})
    for kind, (attribute, _class) in CHILDREN.items():
        parts = getattr(started, attribute)
        _insert(connection, kind, [columns_of(p) | {"session_id": started.id} for p in parts])
    visits.count(connection, started.id)
    return started


def open_or_start(db: Session, fresh: NeedlingSession) -> NeedlingSession:
    """The session of this client that waits for its signature; `fresh` where none does.

    Two chairs that start at the same moment get the same session. Whoever was archived is back;
    raises NotNow for a client in the trash.
    """
    clients.welcome(db, fresh.client_id)
    return timeline.open_for(db, fresh.client_id) or start(db, fresh)


def load(db: Session, session_id: UUID) -> NeedlingSession:
    """A whole session as it now stands."""
    found = timeline.whole(db, _SESSIONS.c.id == session_id)
    if not found:
        raise missing(session_id)
    return found[0]


def save(db: Session, session_id: UUID, version: int, moves: Sequence[Move]) -> Saved:
    """Write the rows these moves changed, and remember each for undo.

    A save that is repeated because its answer was lost writes only what came since then.
    Raises RecordChanged when `version` is no longer the newest, RecordSigned after signing.
    """
    rows = [row for move in moves for row in move.change]
    connection = db.connection()
    own = _own(rows) | {"last_move_id": moves[-1].id}
    saved = _claim(connection, session_id, version, own)
    if saved is None:
        return _save_again(db, session_id, version, moves)
    for kind, changed in _by_kind(rows).items():
        _write(connection, kind, session_id, changed)
    if not visits.SHOWN.isdisjoint(own):
        visits.count(connection, session_id)
    undo.remember(connection, session_id, moves)
    return saved


def sign(
    db: Session, session_id: UUID, version: int, status: Status, by_id: UUID, at: datetime
) -> Saved:
    """Seal a session for good; its undo steps end here.

    The very same signature once more is the one that stands: its answer had been lost.
    Raises RecordSigned when it was signed otherwise before.
    """
    connection = db.connection()
    undo.forget(connection, session_id)
    signature = {"status": status, "signed_by_id": by_id, "signed_at": at}
    saved = _claim(connection, session_id, version, signature)
    if saved is not None:
        return saved
    stands = _as_it_stands(connection, session_id)
    if stands.version == version + 1 and signature.items() <= dict(stands._mapping).items():
        return Saved(stands.version, stands.saved_at)
    raise _why_not(stands)


def _save_again(db: Session, session_id: UUID, version: int, moves: Sequence[Move]) -> Saved:
    # The first try may have been committed without a word coming back. Then the record stands
    # one version on and names the move that try ended with; taps made since stand behind it.
    stands = _as_it_stands(db.connection(), session_id)
    ids = [move.id for move in moves]
    if stands.version != version + 1 or stands.last_move_id not in ids:
        raise _why_not(stands)
    later = moves[ids.index(stands.last_move_id) + 1 :]
    if later:
        return save(db, session_id, stands.version, later)
    return Saved(stands.version, stands.saved_at)


def _claim(
    connection: Connection, session_id: UUID, version: int, own: dict[str, Any]
) -> Saved | None:
    # The session's own row is written even when only its parts changed: the version that
    # another chair holds must not stay the newest.
    saved = Saved(version + 1, _now())
    written = {**own, "version": saved.version, "saved_at": saved.saved_at}
    asked = {"the_id": session_id, "the_version": version}
    return saved if connection.execute(_CLAIM, written | asked).rowcount else None


def _as_it_stands(connection: Connection, session_id: UUID) -> Row[Any]:
    row = connection.execute(select(_SESSIONS).where(_SESSIONS.c.id == session_id)).first()
    if row is None:
        raise missing(session_id)
    return row


def _why_not(stands: Row[Any]) -> NeedleLogError:
    return changed_meanwhile() if stands.signed_at is None else signed_already()


def _own(rows: Iterable[RowChange]) -> dict[str, Any]:
    own: dict[str, Any] = {}
    for row in rows:
        if row.kind == "session":
            own |= row.after or {}
    return own


def _by_kind(rows: Iterable[RowChange]) -> dict[str, list[RowChange]]:
    kinds: defaultdict[str, list[RowChange]] = defaultdict(list)
    for row in rows:
        if row.kind != "session":
            kinds[row.kind].append(row)
    return kinds


def _write(connection: Connection, kind: str, session_id: UUID, rows: list[RowChange]) -> None:
    """Write the changes of one table in their order, new rows that follow each other together."""
    new: list[dict[str, Any]] = []
    for row in rows:
        if row.before is None:
            new.append(dict(row.after or {}) | {"session_id": session_id})
            continue
        _insert(connection, kind, new)
        new = []
        the_row = {"the_id": row.id, "the_session": session_id}
        if row.after is None:
            connection.execute(_REMOVE[kind], the_row)
        else:
            connection.execute(_CHANGE[kind], dict(row.after) | the_row)
    _insert(connection, kind, new)


def _insert(connection: Connection, kind: str, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(_ADD[kind], rows)


def _now() -> datetime:
    return datetime.now(UTC)
