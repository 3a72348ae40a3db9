"""The chair somebody sits in, and those left before everything in them was on the disk."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from needlelog.domain.session import NeedlingSession
from needlelog.ui.screens import session_start
from needlelog.ui.tasks import Tasks, Topic

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from needlelog.ui.screens.chair.chair import Chair
    from needlelog.ui.screens.chair.facts import ChairFacts


class Chairs(QObject):
    """One at a time is sat in; one that was left goes once its last change is kept."""

    opened = Signal(object)
    """A Chair that is to be looked at now."""
    left = Signal(object)
    """UUID of the client who sat in it."""
    gone = Signal(object)
    """A Chair that nobody needs any more."""
    toast_asked = Signal(object)
    toast_closed = Signal(str)
    saved = Signal(object)
    not_saved = Signal(object)

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.current: Chair | None = None
        self._left: list[Chair] = []
        self._asks_when: UUID | None = None
        """The session whose moment is asked for once its chair stands there."""
        tasks.touched.connect(self._on_touched)

    def start(self, client_id: UUID, repeats_last: bool = False) -> None:
        """Put a client into the chair; a session that is open already goes on."""
        work = partial(session_start.started, client_id=client_id, repeats_last=repeats_last)
        self._tasks.write(self, work, Topic.SESSIONS, self._on_started)

    def enter_from_paper(self, client_id: UUID) -> None:
        """A session that was written on a card: the chair asks first when it was."""
        work = partial(
            session_start.started, client_id=client_id, later_reason=session_start.FROM_PAPER
        )
        self._tasks.write(self, work, Topic.SESSIONS, self._on_started_from_paper)

    def resume(self, session_id: UUID) -> None:
        """Back into the chair, on the step it was left at."""
        if self.current is not None and self.current.session.id == session_id:
            self.opened.emit(self.current)
            return
        for chair in self._left:
            if chair.session.id == session_id:
                self._take_back(chair)
                return
        work = partial(_chair_facts, session_id=session_id)
        self._tasks.read(self, work, self._on_facts)

    def keep_typing(self) -> None:
        for chair in self._all():
            chair.keep_typing()

    def is_saved(self) -> bool:
        return all(chair.autosave.is_saved for chair in self._all())

    def save_and(self, then: Callable[[], None]) -> None:
        """Try again what is not saved, and call back as often as one of them is."""
        unsaved = [chair for chair in self._all() if not chair.autosave.is_saved]
        for chair in unsaved:
            chair.autosave.retry()
            chair.autosave.when_saved(then)
        if not unsaved:
            then()

    def _all(self) -> list[Chair]:
        return [*self._left, *([self.current] if self.current is not None else [])]

    def _on_started(self, session: NeedlingSession) -> None:
        self.resume(session.id)

    def _on_started_from_paper(self, session: NeedlingSession) -> None:
        self._asks_when = session.id
        self.resume(session.id)

    def _on_facts(self, facts: ChairFacts) -> None:
        from needlelog.ui.screens.chair.chair import Chair

        self._leave()
        chair = self.current = Chair(self._tasks, facts)
        chair.left.connect(self._on_left)
        chair.toast_asked.connect(self.toast_asked)
        chair.toast_closed.connect(self.toast_closed)
        chair.saved.connect(self.saved.emit)
        chair.not_saved.connect(self.not_saved.emit)
        self.opened.emit(chair)
        if self._asks_when == facts.session.id:
            self._asks_when = None
            chair.sheets.open("entered_later")

    def _on_left(self) -> None:
        if self.current is not None:
            client_id = self.current.session.client_id
            self._leave()
            self.left.emit(client_id)

    def _leave(self) -> None:
        """The session in it is kept to the last letter; its screen goes once that is done."""
        if self.current is not None:
            chair, self.current = self.current, None
            for topic in ("undo", "layers"):
                self.toast_closed.emit(topic)
            self._left.append(chair)
            chair.autosave.when_saved(partial(self._let_go, chair))

    def _take_back(self, chair: Chair) -> None:
        """Sit down again where something is still on its way to the disk."""
        self._left.remove(chair)
        self._leave()
        self.current = chair
        self.opened.emit(chair)

    def _let_go(self, chair: Chair) -> None:
        if chair in self._left:
            self._left.remove(chair)
            self.gone.emit(chair)

    def _on_touched(self) -> None:
        """Something reached the disk, so there may be room for what chairs left behind."""
        for chair in self._left:
            chair.autosave.retry()


def _chair_facts(db: Session, session_id: UUID) -> ChairFacts:
    """What the chair shows; its modules and first map are read here too, beside the screen."""
    from needlelog import catalogue
    from needlelog.ui.screens.chair import facts
    from needlelog.ui.widgets import map_paths

    chair = import_module("needlelog.ui.screens.chair.chair")
    map_paths.for_map(chair.FIRST_MAP)
    catalogue.choices("endpoint")
    catalogue.reactions()
    return facts.load(db, session_id)
