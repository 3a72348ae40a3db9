"""Paper as it was given, and what happened to it."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from needlelog.db import timeline
from needlelog.db.rows import TABLES
from needlelog.db.values import columns_of, value_of, values_of
from needlelog.db.versions import missing
from needlelog.domain.handout import Handout, HandoutEvent

_HANDOUTS = TABLES["handout"]
_EVENTS = TABLES["handout_event"]
_SESSIONS = TABLES["session"]
_OWNERS = TABLES["session_client"]


def add(db: Session, handout: Handout) -> None:
    """Keep the exact file, for good."""
    db.execute(insert(_HANDOUTS), columns_of(handout))


def get(db: Session, handout_id: UUID) -> Handout:
    row = db.execute(select(_HANDOUTS).where(_HANDOUTS.c.id == handout_id)).first()
    if row is None:
        raise missing(handout_id)
    return value_of(row, Handout)


def for_session(db: Session, session_id: UUID) -> tuple[Handout, ...]:
    """All papers of a session, the newest last."""
    wanted = select(_HANDOUTS).where(_HANDOUTS.c.session_id == session_id)
    return values_of(db.execute(wanted.order_by(_HANDOUTS.c.made_at, _HANDOUTS.c.id)), Handout)


def newest(db: Session, session_ids: Sequence[UUID]) -> dict[UUID, UUID]:
    """Session to its newest paper; the files themselves are left where they are."""
    wanted = (
        select(_HANDOUTS.c.session_id, _HANDOUTS.c.id)
        .where(_HANDOUTS.c.session_id.in_(session_ids))
        .order_by(_HANDOUTS.c.made_at, _HANDOUTS.c.id)
    )
    return {row.session_id: row.id for row in db.execute(wanted)}


def newest_of(db: Session, client_id: UUID) -> UUID | None:
    """The newest paper of the newest session of a client that has one."""
    wanted = (
        select(_HANDOUTS.c.id)
        .join(_SESSIONS, _SESSIONS.c.id == _HANDOUTS.c.session_id)
        .join(_OWNERS, _OWNERS.c.session_id == _SESSIONS.c.id)
        .where(_OWNERS.c.client_id == client_id, timeline.is_newest_owner())
        .order_by(_SESSIONS.c.happened_at.desc(), _SESSIONS.c.id.desc())
        .order_by(_HANDOUTS.c.made_at.desc(), _HANDOUTS.c.id.desc())
    )
    return db.scalars(wanted.limit(1)).first()


def note(db: Session, event: HandoutEvent) -> None:
    """Keep what happened to a paper; nothing of it is ever taken back."""
    db.execute(insert(_EVENTS), columns_of(event))


def events(db: Session, session_id: UUID) -> tuple[HandoutEvent, ...]:
    """What happened to the papers of a session, in order."""
    wanted = (
        select(_EVENTS)
        .join(_HANDOUTS, _HANDOUTS.c.id == _EVENTS.c.handout_id)
        .where(_HANDOUTS.c.session_id == session_id)
        .order_by(_EVENTS.c.at, _EVENTS.c.id)
    )
    return values_of(db.execute(wanted), HandoutEvent)
