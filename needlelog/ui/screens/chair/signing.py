"""Sealing a session, so that nothing changes it any more."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from needlelog.domain.close_out import finished_status
from needlelog.domain.session import NeedlingSession

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def sign(db: Session, session: NeedlingSession, by_id: UUID, at: datetime) -> NeedlingSession:
    """The session with its signature. Raises RecordChanged when another chair was faster."""
    from needlelog.db import sessions

    status = finished_status(session)
    kept = sessions.sign(db, session.id, session.version, status, by_id, at)
    return replace(
        session,
        status=status,
        signed_by_id=by_id,
        signed_at=at,
        version=kept.version,
        saved_at=kept.saved_at,
    )
