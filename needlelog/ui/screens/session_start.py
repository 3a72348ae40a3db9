"""A client takes the chair: a new session, or last time's zones planned once more."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from needlelog.domain.carry_over import carried_over
from needlelog.domain.device import default_of, with_device
from needlelog.domain.session import NeedlingSession
from needlelog.ui import who_works_here
from needlelog.ui.clock import now

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


FROM_PAPER = "paper_twin"
"""Why a session is entered later that was written on a card first."""


def started(
    db: Session, client_id: UUID, repeats_last: bool = False, later_reason: str = ""
) -> NeedlingSession:
    """The client's open session, or a new one if there is none.

    A second tap on 'Start session' therefore never makes a second session, nor does another chair.
    """
    from needlelog.db import sessions, timeline

    fresh = replace(_fresh(db, client_id), entered_later_reason=later_reason)
    last = timeline.last_worked(db, client_id) if repeats_last else None
    return sessions.open_or_start(db, carried_over(fresh, last) if last else fresh)


def _fresh(db: Session, client_id: UUID) -> NeedlingSession:
    from needlelog.db import clients, devices

    moment = now()
    you = who_works_here.you(db)
    session = NeedlingSession(
        client_id=client_id,
        happened_at=moment,
        entered_at=moment,
        treated_by_id=you.id,
        entered_by_id=you.id,
        language=clients.get(db, client_id).language,
    )
    device = default_of(devices.everything(db))
    return with_device(session, device) if device else session
