"""The one door to the database and to slow work: asked here, answered on the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot

from needlelog.errors import NeedleLogError

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from needlelog.db.store import Store

T = TypeVar("T")
Work = Callable[["Session"], T]
Then = Callable[[T], None]
Otherwise = Callable[[NeedleLogError], None]
Asker = tuple[QObject, Callable[[Any], None], Otherwise | None]


class Topic(Enum):
    """What a write touched; screens that show it read it again."""

    CLINIC = auto()
    CLIENTS = auto()
    SESSIONS = auto()
    HANDOUTS = auto()


class Tasks(QObject):
    """Runs reads and writes one after the other on the database thread, other work beside it.

    An answer whose owner is gone is dropped. A failure of the world goes to `otherwise`, or is
    announced as `failed`; a bug is raised on the GUI thread, where the crash dialog waits.
    """

    touched = Signal(object)
    """Topic, after its write was committed."""
    failed = Signal(object)
    """NeedleLogError that nobody else answers for."""
    _answered = Signal(object)

    def __init__(self, open_store: Callable[[], Store]) -> None:
        super().__init__()
        self._open_store = open_store
        self._store: Store | None = None
        self._is_finished = False
        self._unanswered: dict[Future[Any], Asker] = {}
        self._database = ThreadPoolExecutor(1, thread_name_prefix="database")
        self._beside = ThreadPoolExecutor(1, thread_name_prefix="beside")
        self._answered.connect(self._on_answered, Qt.ConnectionType.QueuedConnection)

    def read(
        self, owner: QObject, work: Work[T], then: Then[T], otherwise: Otherwise | None = None
    ) -> None:
        """Ask the database; `then` gets the answer on the GUI thread."""
        self._submit(self._database, partial(self._reading, work), owner, then, otherwise)

    def write(
        self,
        owner: QObject,
        work: Work[T],
        touches: Topic,
        then: Then[T] | None = None,
        otherwise: Otherwise | None = None,
    ) -> None:
        """Change the database in one transaction; announce the topic once it is committed."""
        answer = partial(self._written, touches, then)
        self._submit(self._database, partial(self._writing, work), owner, answer, otherwise)

    def run(
        self,
        owner: QObject,
        work: Callable[[], T],
        then: Then[T],
        otherwise: Otherwise | None = None,
    ) -> None:
        """Do slow work that needs no database, such as drawing a page."""
        self._submit(self._beside, work, owner, then, otherwise)

    def opened(self, owner: QObject, then: Then[bool], otherwise: Otherwise) -> None:
        """Open the records now; `then` is told whether they are new."""
        self._submit(self._database, self._is_new, owner, then, otherwise)

    def finish(self) -> None:
        """Wait for what was asked and what its answers ask, then close the records.

        Nothing can be asked after it. A second call does nothing.
        """
        if self._is_finished:
            return
        while self._unanswered:
            # A page that the printer took a moment ago is still to be noted.
            wait(self._unanswered)
            QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)
        self._is_finished = True
        self._beside.shutdown()
        self._database.submit(self._close)
        self._database.shutdown()

    def _submit(
        self,
        thread: ThreadPoolExecutor,
        work: Callable[[], T],
        owner: QObject,
        then: Then[T],
        otherwise: Otherwise | None,
    ) -> None:
        future = thread.submit(work)
        # What belongs to the screen stays on this thread: a widget whose last reference is let
        # go on another one is torn down there, and Qt does not survive that.
        self._unanswered[future] = (owner, then, otherwise)
        future.add_done_callback(self._announce)

    def _announce(self, future: Future[Any]) -> None:
        if shiboken6.isValid(self):
            self._answered.emit(future)

    @Slot(object)
    def _on_answered(self, future: Future[Any]) -> None:
        owner, then, otherwise = self._unanswered.pop(future)
        if not shiboken6.isValid(owner):
            return
        failure = future.exception()
        if isinstance(failure, NeedleLogError):
            (otherwise or self.failed.emit)(failure)
        elif failure is not None:
            raise failure
        else:
            then(future.result())

    def _written(self, touches: Topic, then: Then[T] | None, result: T) -> None:
        if then is not None:
            then(result)
        self.touched.emit(touches)

    def _opened_store(self) -> Store:
        if self._store is None:
            self._store = self._open_store()
        return self._store

    def _is_new(self) -> bool:
        from needlelog.db import clinic

        with self._opened_store().reading() as db:
            return clinic.get(db) is None

    def _reading(self, work: Work[T]) -> T:
        with self._opened_store().reading() as db:
            return work(db)

    def _writing(self, work: Work[T]) -> T:
        with self._opened_store().transaction() as db:
            return work(db)

    def _close(self) -> None:
        if self._store is not None:
            self._store.close()
            self._store = None
