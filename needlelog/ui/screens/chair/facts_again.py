"""The chair's facts, read again when the client or the clinic was changed beside it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from needlelog.ui.autosave import Autosave
from needlelog.ui.screens.chair import facts
from needlelog.ui.screens.chair.facts import ChairFacts
from needlelog.ui.tasks import Tasks, Topic

_OF_THE_CHAIR = (Topic.CLIENTS, Topic.CLINIC)


class FactsAgain(QObject):
    """A ceiling, a name or a letterhead that was changed counts from then on, not from the next
    time the chair is opened.
    """

    changed = Signal(object)
    """ChairFacts as they are now."""

    def __init__(self, tasks: Tasks, autosave: Autosave, known: ChairFacts) -> None:
        super().__init__(autosave)
        self._tasks = tasks
        self._autosave = autosave
        self._known = known
        self._day = known.session.happened_at
        tasks.touched.connect(self._on_touched)
        autosave.saved.connect(self._on_saved)

    def _on_touched(self, topic: Topic) -> None:
        if topic in _OF_THE_CHAIR and not self._autosave.session.is_signed:
            self._read()

    def _on_saved(self) -> None:
        """A session that was put on another day has other sessions before it."""
        if self._autosave.session.happened_at != self._day:
            self._read()

    def _read(self) -> None:
        work = partial(facts.load, session_id=self._autosave.session.id)
        self._tasks.read(self, work, self._on_read)

    def _on_read(self, read: ChairFacts) -> None:
        # The session and its undo steps are the autosave's: what was tapped since is not in these.
        self._day = read.session.happened_at
        now = replace(read, session=self._known.session, history=self._known.history)
        if now != self._known:
            self._known = now
            self.changed.emit(now)
