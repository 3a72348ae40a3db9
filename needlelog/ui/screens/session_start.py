"""A client takes the chair: a new session, or last time's zones planned once more."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from needlelog.domain.carry_over import carried_over
from needlelog.domain.session import NeedlingSession
from needlelog.ui import at_this_computer
from needlelog.ui.clock import now

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def started(db: Session, client_id: UUID, repeats_last: bool = False) -> NeedlingSession:
    """The client's open session, or a new one if there is none.

    A second tap on 'Start session' therefore never makes a second session.
    """
    from needlelog.db import sessions, timeline

    waiting = timeline.open_for(db, client_id)
    if waiting is not None:
        return waiting
    fresh = _fresh(db, client_id)
    last = timeline.last_signed(db, client_id) if repeats_last else None
    return sessions.start(db, carried_over(fresh, last) if last else fresh)


def _fresh(db: Session, client_id: UUID) -> NeedlingSession:
    from needlelog.db import clients

    moment = now()
    you = at_this_computer.practitioner(db)
    return NeedlingSession(
        client_id=client_id,
        happened_at=moment,
        entered_at=moment,
        treated_by_id=you.id,
        entered_by_id=you.id,
        language=clients.get(db, client_id).language,
    )
