"""A paper that was given before, printed once more and marked as a copy."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from needlelog.domain.handout import Handout, HandoutEvent, HandoutEventKind
from needlelog.ui import who_works_here
from needlelog.ui.clock import now
from needlelog.ui.paper_out import PaperOut
from needlelog.ui.tasks import Tasks, Topic

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

COPY = "copy"
"""The note of the event, so that the record tells a copy from the first print."""


class PrintAgain(QObject):
    """The sheet as it was given, never drawn anew: only the mark is added."""

    toast_asked = Signal(object)

    def __init__(self, tasks: Tasks, screen: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._out = PaperOut(tasks, screen, self)
        self._out.toast_asked.connect(self.toast_asked)

    def print_copy(self, handout_id: UUID) -> None:
        """Print it, or offer the file where there is no printer."""
        self._tasks.read(self, partial(_given, handout_id=handout_id), self._on_read)

    def _on_read(self, given: tuple[Handout, date]) -> None:
        handout, day = given
        # The file name tells no name: it is read by everything a file passes through.
        name = f"{day.isoformat()}-aftercare-copy.pdf"
        self._out.print(partial(_copy, handout), self._on_out, name)

    def _on_out(self, handout: Handout, kind: HandoutEventKind) -> None:
        work = partial(_noted, handout_id=handout.id, kind=kind, at=now())
        self._tasks.write(self, work, Topic.HANDOUTS)


def _copy(handout: Handout) -> tuple[bytes, Handout]:
    from needlelog.documents.copy_mark import mark_copy

    return mark_copy(handout.pdf), handout


def _given(db: Session, handout_id: UUID) -> tuple[Handout, date]:
    """The paper, and the clinic's day it was made on."""
    from needlelog.db import clinic, handouts

    here, handout = clinic.get(db), handouts.get(db, handout_id)
    if here is None:
        raise LookupError("a paper is given in a named clinic")
    return handout, handout.made_at.astimezone(ZoneInfo(here.time_zone)).date()


def _noted(db: Session, handout_id: UUID, kind: HandoutEventKind, at: datetime) -> None:
    from needlelog.db import handouts

    you = who_works_here.you(db)
    handouts.note(db, HandoutEvent(handout_id, kind, at, you.id, COPY))
