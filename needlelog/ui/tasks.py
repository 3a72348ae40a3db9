"""The one door to the database and to slow work: asked here, answered on the GUI thread."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot

from needlelog.errors import CannotWriteFile, NeedleLogError, ProgramFailed
from needlelog.i18n import _

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from needlelog.db.place import Place
    from needlelog.db.store import Store

_log = logging.getLogger(__name__)

T = TypeVar("T")
Work = Callable[["Session"], T]
Then = Callable[[T], None]
Otherwise = Callable[[NeedleLogError], None]


class Topic(Enum):
    """What a write touched; screens that show it read it again."""

    CLINIC = auto()
    CLIENTS = auto()
    SESSIONS = auto()
    HANDOUTS = auto()
    DRAFTS = auto()
    """What was typed and is not part of any record yet."""


@dataclass(frozen=True, slots=True)
class _Question:
    """Who asked, and what to do with the answer; it never leaves the GUI thread."""

    owner: QObject
    then: Callable[[Any], None] | None
    otherwise: Otherwise | None
    touches: Topic | None
    """What a write touches; None for work that keeps nothing."""


class Tasks(QObject):
    """Runs reads and writes one after the other on the database thread, other work beside it.

    An answer whose owner is gone is dropped, but a write is announced and a write that failed is
    told all the same. A failure of the world goes to `otherwise`, or is announced as `failed`; a
    bug goes there too, and is raised on the GUI thread, where the crash dialog waits.
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
        self._unanswered: dict[Future[Any], _Question] = {}
        self._database = ThreadPoolExecutor(1, thread_name_prefix="database")
        self._beside = ThreadPoolExecutor(1, thread_name_prefix="beside")
        self._answered.connect(self._on_answered, Qt.ConnectionType.QueuedConnection)

    def read(
        self, owner: QObject, work: Work[T], then: Then[T], otherwise: Otherwise | None = None
    ) -> None:
        """Ask the database; `then` gets the answer on the GUI thread."""
        question = _Question(owner, then, otherwise, None)
        self._submit(self._database, partial(self._reading, work), question)

    def write(
        self,
        owner: QObject,
        work: Work[T],
        touches: Topic,
        then: Then[T] | None = None,
        otherwise: Otherwise | None = None,
    ) -> None:
        """Change the database in one transaction; announce the topic once it is committed."""
        question = _Question(owner, then, otherwise, touches)
        self._submit(self._database, partial(self._writing, work), question)

    def run(
        self,
        owner: QObject,
        work: Callable[[], T],
        then: Then[T],
        otherwise: Otherwise | None = None,
    ) -> None:
        """Do slow work that needs no database, such as drawing a page."""
        self._submit(self._beside, work, _Question(owner, then, otherwise, None))

    def opened(self, owner: QObject, then: Then[bool], otherwise: Otherwise) -> None:
        """Open the records now; `then` is told whether they are new."""
        self._submit(self._database, self._is_new, _Question(owner, then, otherwise, None))

    def move(self, owner: QObject, place: Place, then: Then[bool], otherwise: Otherwise) -> None:
        """Go on with the records of another place; `then` is told whether they are new.

        What was asked before is still done in the records of now. They stay open when the others
        can't be opened. New ones are made with the first thing that is kept in them.
        """
        question = _Question(owner, then, otherwise, None)
        self._submit(self._database, partial(self._moving, place), question)

    def was_cut_off(self, owner: QObject, then: Then[bool]) -> None:
        """Tell whether the copy beside the records was behind them when they were opened."""
        self._submit(self._database, self._copy_was_stale, _Question(owner, then, None, None))

    def finish(self) -> None:
        """Wait for what was asked and what its answers ask, then close the records.

        Nothing can be asked after it. A second call does nothing.
        """
        while self._unanswered:
            # A page that the printer took a moment ago is still to be noted.
            wait(self._unanswered)
            QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)
        if self._is_finished:
            return  # one of the answers closed the window, which came here too
        self._is_finished = True
        self._beside.shutdown()
        self._database.submit(self._close)
        self._database.shutdown()

    def _submit(
        self, thread: ThreadPoolExecutor, work: Callable[[], Any], question: _Question
    ) -> None:
        future = thread.submit(work)
        # What belongs to the screen stays on this thread: a widget whose last reference is let
        # go on another one is torn down there, and Qt does not survive that.
        self._unanswered[future] = question
        future.add_done_callback(self._announce)

    def _announce(self, future: Future[Any]) -> None:
        if shiboken6.isValid(self):
            self._answered.emit(future)

    @Slot(object)
    def _on_answered(self, future: Future[Any]) -> None:
        question = self._unanswered.pop(future)
        failure = future.exception()
        if failure is None:
            self._tell(question, future.result())
        elif isinstance(failure, NeedleLogError):
            self._tell_failure(question, failure)
        else:
            self._tell_failure(question, _as_sentence())
            raise failure

    def _tell(self, question: _Question, result: Any) -> None:
        try:
            if question.then is not None and shiboken6.isValid(question.owner):
                question.then(result)
        finally:
            if question.touches is not None:
                self.touched.emit(question.touches)

    def _tell_failure(self, question: _Question, failure: NeedleLogError) -> None:
        is_there = shiboken6.isValid(question.owner)
        if is_there and question.otherwise is not None:
            question.otherwise(failure)
        elif question.touches is not None or (is_there and not isinstance(failure, ProgramFailed)):
            self.failed.emit(failure)

    def _opened_store(self) -> Store:
        if self._store is None:
            self._store = self._open_store()
        return self._store

    def _is_new(self) -> bool:
        return _nobody_named(self._opened_store())

    def _moving(self, place: Place) -> bool:
        place.claim()
        store = None
        try:
            if not place.is_vacant():
                store = place.open()
            is_new = store is None or _nobody_named(store)
        except BaseException:
            if store is not None:
                store.close()
            place.release()
            raise
        left, self._store = self._store, store
        self._open_store = place.open
        if left is not None:
            _close_behind(left)
        return is_new

    def _copy_was_stale(self) -> bool:
        return self._opened_store().copy_was_stale

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


def _nobody_named(store: Store) -> bool:
    from needlelog.db import clinic

    with store.reading() as db:
        return clinic.get(db) is None


def _close_behind(store: Store) -> None:
    try:
        store.close()
    except CannotWriteFile:
        _log.info("The copy beside the records that were left is made when they close next")


def _as_sentence() -> ProgramFailed:
    return ProgramFailed(
        _(
            "NOT SAVED: the program made a mistake. What you entered is still on the screen. "
            "Try again; if it fails again, start the program anew."
        )
    )
