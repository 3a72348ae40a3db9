"""Keeps what is typed into a form and not saved yet, so that a power cut takes none of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from needlelog.domain import dates
from needlelog.domain.draft import Draft
from needlelog.errors import NeedleLogError
from needlelog.i18n import _
from needlelog.ui import who_works_here
from needlelog.ui.clock import now
from needlelog.ui.tasks import Tasks, Topic

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

PAUSE_MS = 300
LONGEST_MS = 2_000
NEW_CLIENT = "client"


@dataclass(frozen=True, slots=True)
class Found:
    """What was typed before, and when, in words."""

    typed: str
    told: str


class DraftKeeper(QObject):
    found = Signal(object)
    """Found: something waits from before. Nothing is told where nothing does."""

    def __init__(self, tasks: Tasks, form: str, screen: QWidget) -> None:
        super().__init__(screen)
        self._tasks = tasks
        self._screen = screen
        self._form = form
        self._typed = ""
        self._kept = ""
        self._has_failed = False
        self._since = QElapsedTimer()
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self.keep_now)
        tasks.touched.connect(self._on_touched)

    def look(self) -> None:
        """Look for what was typed before this form stood here."""
        self._tasks.read(self, partial(waiting, form=self._form), self._on_found)

    def keep(self, typed: str) -> None:
        """Keep it after a pause; '' is a form that says nothing new any more."""
        if typed == self._typed:
            return
        self._typed = typed
        if not self._pause.isActive():
            self._since.start()
        left = LONGEST_MS - self._since.elapsed()
        self._pause.start(max(0, min(PAUSE_MS, left)))

    def keep_now(self) -> None:
        """Keep what was typed so far without waiting for the pause."""
        self._pause.stop()
        if self._typed == self._kept:
            return
        self._kept = self._typed
        work = partial(_put, form=self._form, typed=self._typed)
        self._tasks.write(self, work, Topic.DRAFTS, self._on_kept, self._on_failed)

    def saved(self) -> None:
        """The form's own save takes the draft away; nothing of it is to be kept any more."""
        self._pause.stop()
        self._typed = self._kept = ""

    def _on_found(self, found: Found | None) -> None:
        if found is not None:
            self.found.emit(found)

    def _on_kept(self, _nothing: None) -> None:
        self._has_failed = False

    def _on_failed(self, error: NeedleLogError) -> None:
        self._kept = "?"  # whatever is typed is not kept
        if not self._has_failed:  # told once, not after each letter
            self._has_failed = True
            self._tasks.failed.emit(error)

    def _on_touched(self, _topic: Topic) -> None:
        """Something reached the disk, so there may be room for this too."""
        # The last save of a window that closes is told after its records were closed.
        if self._has_failed and self._screen.window().isVisible():
            self._has_failed = False
            self.keep_now()


def waiting(db: Session, form: str) -> Found | None:
    """What you typed into a form and did not save."""
    from needlelog.db import clinic, drafts

    draft = drafts.get(db, form, who_works_here.you(db).id)
    here = clinic.get(db)
    if draft is None or here is None:
        return None
    zone = ZoneInfo(here.time_zone)
    day = dates.short(draft.kept_at.astimezone(zone).date())
    moment = f"{day} {dates.clock(draft.kept_at, zone)}"
    return Found(draft.typed, _("What you typed on {moment} is still here.").format(moment=moment))


def drop(db: Session, form: str) -> None:
    """The form was saved, in the transaction that calls this."""
    from needlelog.db import drafts

    drafts.drop(db, form, who_works_here.you(db).id)


def _put(db: Session, form: str, typed: str) -> None:
    from needlelog.db import drafts

    you = who_works_here.you(db)
    if typed:
        drafts.put(db, Draft(form, you.id, typed, now()))
    else:
        drafts.drop(db, form, you.id)
