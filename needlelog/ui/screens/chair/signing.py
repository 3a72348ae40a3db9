"""Sealing a session, so that nothing changes it any more."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from needlelog.domain.close_out import finished_status
from needlelog.domain.session import NeedlingSession
from needlelog.errors import NeedleLogError
from needlelog.ui import who_works_here
from needlelog.ui.autosave import Autosave
from needlelog.ui.clock import now
from needlelog.ui.tasks import Tasks, Topic

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class Signing(QObject):
    """Signs once everything is saved. Whatever is tapped before that takes the wish back:
    what is signed is what stood on the screen when somebody signed it.
    """

    signed = Signal(object)
    """NeedlingSession as it stays."""
    failed = Signal(object)

    def __init__(self, tasks: Tasks, autosave: Autosave, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._autosave = autosave
        self._asked = 0
        self.is_waiting = False
        autosave.changed.connect(self._take_back)

    def ask(self) -> None:
        """Sign as soon as the last change is on the disk."""
        if not self.is_waiting:
            self.is_waiting = True
            self._asked += 1
            self._autosave.when_saved(partial(self._write, self._asked))

    def _take_back(self) -> None:
        self.is_waiting = False

    def _write(self, asked: int) -> None:
        if self.is_waiting and asked == self._asked:
            session = self._autosave.hold_still()
            work = partial(sign, session=session, at=now())
            self._tasks.write(self, work, Topic.SESSIONS, self._on_signed, self._on_failed)

    def _on_signed(self, session: NeedlingSession) -> None:
        self.is_waiting = False
        self._autosave.sealed(session)
        self.signed.emit(session)

    def _on_failed(self, error: NeedleLogError) -> None:
        self.is_waiting = False
        self._autosave.not_sealed()
        self.failed.emit(error)


def sign(db: Session, session: NeedlingSession, at: datetime) -> NeedlingSession:
    """The session signed by who works at this computer, whoever began it.

    Raises RecordChanged when another chair was faster.
    """
    from needlelog.db import sessions

    status = finished_status(session)
    by_id = who_works_here.you(db).id
    kept = sessions.sign(db, session.id, session.version, status, by_id, at)
    return replace(
        session,
        status=status,
        signed_by_id=by_id,
        signed_at=at,
        version=kept.version,
        saved_at=kept.saved_at,
    )
