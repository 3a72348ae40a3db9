"""Many records at once, into a file that is being made; the seals and the search index hold."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, bindparam, event, insert, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from needlelog.db import schema, search, sqlite, visits
from needlelog.db.rows import TABLES
from needlelog.db.values import columns_of
from needlelog.domain.change import CHILDREN, own_fields
from needlelog.domain.client import Client
from needlelog.domain.session import NeedlingSession
from needlelog.errors import CannotWriteFile
from needlelog.i18n import _

Fill = Callable[[Session], None]

_SESSIONS = TABLES["session"]
_COUNTERS = TABLES["counter"]
# A layer that comes before its serum and tip would be searched for, row by row, at each of them.
_LAYERS_LAST = sorted(CHILDREN, key="layer".__eq__)
_SEAL = (
    update(_SESSIONS)
    .where(_SESSIONS.c.id == bindparam("the_id"))
    .values(signed_at=bindparam("the_moment"))
)
_HURRY = (
    "journal_mode = MEMORY",
    "synchronous = OFF",
    "cache_size = -200000",  # KiB; keys of many years no longer lie together
)


def make_file(path: Path, fill: Fill) -> None:
    """Make a records file and fill it in one transaction; it gets its name once it is whole.

    Raises CannotWriteFile when there is a file of that name, or no room for one.
    """
    if path.exists():
        raise CannotWriteFile(
            _("There is a file {path} already. It was left as it is. Choose another name.").format(
                path=path
            )
        )
    unfinished = path.with_name(path.name + ".part")
    schema.remove(unfinished)
    try:
        schema.create_file(unfinished)
        fill_file(unfinished, fill)
        sqlite.put_in_place(unfinished, path)
    except (OSError, DBAPIError, sqlite.DriverError) as error:
        raise CannotWriteFile(
            _(
                "The file {path} could not be made: {reason}. Nothing of it was left. "
                "Choose a place with more room."
            ).format(path=path, reason=getattr(error, "orig", error))
        ) from error
    finally:
        schema.remove(unfinished)


def fill_file(path: Path, fill: Fill) -> None:
    """Add to a file that could be made anew: a power cut would leave it broken."""
    engine = sqlite.engine(path)
    event.listen(engine, "connect", _hurry)
    try:
        with Session(engine.execution_options(writing=True)) as db:
            fill(db)
            visits.count_everybody(db.connection())
            db.commit()
    finally:
        engine.dispose()


def add_clients(db: Session, clients: Sequence[Client]) -> None:
    """Keep clients under the numbers they have; those added later count on from there."""
    if not clients:
        return
    rows = [{**columns_of(client), **search.folded(client)} for client in clients]
    db.connection().execute(insert(TABLES["client"]), rows)
    highest = max(client.number for client in clients)
    behind = (_COUNTERS.c.id == "client") & (_COUNTERS.c.value < highest)
    db.execute(update(_COUNTERS).where(behind).values(value=highest))


def add_sessions(db: Session, sessions: Sequence[NeedlingSession]) -> None:
    """Keep whole sessions as they are, signed ones too; those they repeat come first."""
    connection = db.connection()
    _insert(connection, "session", [_own(session) for session in sessions])
    _insert(connection, "session_client", [_owner(session) for session in sessions])
    for kind in _LAYERS_LAST:
        attribute, _class = CHILDREN[kind]
        parts = [
            columns_of(part) | {"session_id": session.id}
            for session in sessions
            for part in getattr(session, attribute)
        ]
        _insert(connection, kind, parts)
    # Last of all: nothing can be added to what is signed.
    seals = [
        {"the_id": session.id, "the_moment": session.signed_at}
        for session in sessions
        if session.signed_at is not None
    ]
    if seals:
        connection.execute(_SEAL, seals)


def _own(session: NeedlingSession) -> dict[str, Any]:
    own = own_fields(session)
    del own["client_id"]
    return own | {"version": session.version, "saved_at": session.saved_at, "signed_at": None}


def _owner(session: NeedlingSession) -> dict[str, Any]:
    # The session's own key serves here too, so that the same records give the same file.
    since = session.entered_at
    return {
        "id": session.id,
        "session_id": session.id,
        "client_id": session.client_id,
        "nth": 1,
        "since": since,
    }


def _insert(connection: Connection, kind: str, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(TABLES[kind]), rows)


def _hurry(raw: sqlite.Raw, _record: object) -> None:
    # What is lost when the power goes is a file that can be made again.
    for pragma in _HURRY:
        raw.execute(f"PRAGMA {pragma}")
