"""The undo steps of a session, kept until it is signed."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, bindparam, delete, insert, select, update
from sqlalchemy.orm import Session

from needlelog.db.rows import TABLES
from needlelog.domain.change import from_json, to_json
from needlelog.domain.history import KEPT_STEPS, History, Move, MoveKind, Step

_STEPS = TABLES["undo_step"]
_OF_SESSION = _STEPS.c.session_id == bindparam("session_id")

_MARK = update(_STEPS).where(_STEPS.c.id == bindparam("the_id"))
_ADD = insert(_STEPS)
_FORGET = delete(_STEPS).where(_OF_SESSION)
# A new step ends what could be redone, and takes the place of the oldest one kept.
_MAKE_ROOM = _FORGET.where(
    _STEPS.c.undone
    | (
        _STEPS.c.nth
        <= select(_STEPS.c.nth)
        .where(_OF_SESSION, ~_STEPS.c.undone)
        .order_by(_STEPS.c.nth.desc())
        .limit(1)
        .offset(KEPT_STEPS - 1)
        .scalar_subquery()
    )
)


def remember(connection: Connection, session_id: UUID, moves: Sequence[Move]) -> None:
    """Keep each new step; mark those taken back or done again."""
    for move in moves:
        if move.kind is MoveKind.DO:
            connection.execute(_MAKE_ROOM, {"session_id": session_id})
            connection.execute(_ADD, _columns(session_id, move.step))
        elif move.kind is not MoveKind.GO:
            undone = move.kind is MoveKind.UNDO
            connection.execute(_MARK, {"the_id": move.step.id, "undone": undone})


def history(db: Session, session_id: UUID) -> History:
    """What can be undone and redone in a session, also after the program was closed."""
    steps = select(_STEPS).where(_STEPS.c.session_id == session_id).order_by(_STEPS.c.nth)
    rows = db.execute(steps).all()
    done = tuple(_step(row) for row in rows if not row.undone)
    undone = tuple(_step(row) for row in reversed(rows) if row.undone)
    return History(done, undone)


def forget(connection: Connection, session_id: UUID) -> None:
    """After signing nothing can be undone."""
    connection.execute(_FORGET, {"session_id": session_id})


def _columns(session_id: UUID, step: Step) -> dict[str, object]:
    return {
        "id": step.id,
        "session_id": session_id,
        "what": step.what,
        "change": to_json(step.change),
        "undone": False,
    }


def _step(row: Row[Any]) -> Step:
    return Step(what=row.what, change=from_json(row.change), id=row.id)
