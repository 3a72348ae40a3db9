"""Watches the practitioners' papers, so that an end is seen without going to look for it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from needlelog.ui import ending_words
from needlelog.ui.clock import now
from needlelog.ui.tasks import Tasks, Topic

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class EndingPapers(QObject):
    changed = Signal(str)
    """What ends soon or is over, in words; '' while there is nothing to renew."""

    def __init__(self, tasks: Tasks, screens: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._screens = screens
        tasks.touched.connect(self._on_touched)

    def look(self) -> None:
        self._tasks.read(self, _told, self.changed.emit)

    def _on_touched(self, topic: Topic) -> None:
        # The last save of a window that closes is told after its records were closed.
        if topic is Topic.CLINIC and self._screens.isVisible():
            self.look()


def _told(db: Session) -> str:
    from needlelog.db import clinic, practitioners

    here = clinic.get(db)
    if here is None:
        return ""
    today = now().astimezone(ZoneInfo(here.time_zone)).date()
    return "; ".join(ending_words.of_everyone(practitioners.everyone(db), today))
