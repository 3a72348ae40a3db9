"""Keeps every tap of an open session: a save starts at once, and taps never wait for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from needlelog.domain.change import difference, fits
from needlelog.domain.history import History, Move, MoveKind, Step, moved
from needlelog.domain.session import ChairStep, NeedlingSession
from needlelog.errors import NeedleLogError, RecordChanged, RecordSigned
from needlelog.ui.tasks import Tasks, Topic

if TYPE_CHECKING:
    from needlelog.db.sessions import Saved

TYPING_PAUSE_MS = 300
TYPING_AT_MOST_MS = 2000


class Autosave(QObject):
    """Holds the session as it stands on the screen and the moves that are on their way.

    Never two saves in flight. Moves made meanwhile go together in the next transaction, each as
    its own step. The answer to a save brings only the version and the moment: what was tapped
    since then stays.
    """

    changed = Signal(object)
    """NeedlingSession as it stands now."""
    saved = Signal(object)
    """datetime of the commit, once nothing is waiting any more."""
    failed = Signal(object)
    """NeedleLogError; the moves are kept and go with the next try."""
    refused = Signal()
    """A change came when the session is signed, or just being signed."""

    def __init__(
        self,
        tasks: Tasks,
        session: NeedlingSession,
        history: History,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.session = session
        self.history = history
        self._waiting: tuple[Move, ...] = ()
        self._in_flight: tuple[Move, ...] = ()
        self._typed_from: NeedlingSession | None = None
        self._typed_what = ""
        self._tries_again = False
        self._then: list[Callable[[], None]] = []
        self._is_sealing = False
        self._is_catching_up = False
        self._theirs: NeedlingSession | None = None
        self._pause = self._timer(TYPING_PAUSE_MS)
        self._at_most = self._timer(TYPING_AT_MOST_MS)

    @property
    def is_saved(self) -> bool:
        return not (self._waiting or self._in_flight or self._typed_from)

    @property
    def takes_changes(self) -> bool:
        """What is signed stays; so does what is on its way to be signed."""
        return not (self._is_sealing or self.session.is_signed)

    def did(self, what: str, session: NeedlingSession) -> None:
        """Keep a tap. A tap that changed nothing leaves no step."""
        if self._refuses():
            return
        self.keep_typing()
        self._add_step(what, self.session, session)
        self._show(self._as_saved_last(session))

    def typed(self, what: str, session: NeedlingSession) -> None:
        """Keep typing: one step for what is typed into a field without a pause."""
        if self._refuses():
            return
        if self._typed_what != what:
            self.keep_typing()
        if self._typed_from is None:
            self._typed_from, self._typed_what = self.session, what
            self._at_most.start()
        self._pause.start()
        self._show(self._as_saved_last(session))

    def keep_typing(self) -> None:
        """Save what is typed so far without waiting for the pause."""
        self._pause.stop()
        self._at_most.stop()
        if self._typed_from is not None:
            before, self._typed_from = self._typed_from, None
            what, self._typed_what = self._typed_what, ""
            self._add_step(what, before, self.session)

    def went_to(self, step: ChairStep) -> None:
        """Remember the step the session reopens on. Looking elsewhere is nothing to undo."""
        if self._refuses():
            return
        self.keep_typing()
        change = difference(self.session, replace(self.session, step=step))
        if change:
            self._enqueue(Move(MoveKind.GO, Step("step", change)))
            self._show(replace(self.session, step=step))

    def hold_still(self) -> NeedlingSession:
        """From here until the answer nothing changes: this is what is being signed."""
        self._is_sealing = True
        return self.session

    def sealed(self, session: NeedlingSession) -> None:
        """The session is signed: this is how it stays."""
        self._is_sealing = False
        self.history = History()
        self._show(session)

    def not_sealed(self) -> None:
        """The signature was not written; the session can be changed again."""
        self._is_sealing = False

    def undo(self) -> Step | None:
        """Take the last step back; None when there is none."""
        if self._refuses():
            return None
        self.keep_typing()
        return self._move(self.history.undo())

    def redo(self) -> Step | None:
        """Do the step that was taken back last once more."""
        if self._refuses():
            return None
        self.keep_typing()
        return self._move(self.history.redo())

    def retry(self) -> None:
        """Try again what could not be saved."""
        # A save that is under way began before there was room: it gets one more try.
        self._tries_again = bool(self._in_flight)
        self._send()

    def take_theirs(self) -> None:
        """Go on from what another chair saved; what could not be joined with it is let go."""
        if self._theirs is not None:
            theirs, self._theirs = self._theirs, None
            self._waiting = ()
            self.history = History()
            self._show(theirs)
            self._all_saved(theirs.saved_at or theirs.entered_at)

    def when_saved(self, then: Callable[[], None]) -> None:
        """Call back once everything up to now is committed; at once if it is."""
        self.keep_typing()
        if self.is_saved:
            then()
        else:
            self._then.append(then)

    def _timer(self, ms: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(ms)
        timer.timeout.connect(self.keep_typing)
        return timer

    def _refuses(self) -> bool:
        if self.takes_changes:
            return False
        self.changed.emit(self.session)  # the screen goes back to what the record holds
        self.refused.emit()
        return True

    def _add_step(self, what: str, before: NeedlingSession, after: NeedlingSession) -> None:
        change = difference(before, after)
        if change:
            step = Step(what, change)
            self.history = self.history.did(step)
            self._enqueue(Move(MoveKind.DO, step))

    def _move(self, moved_to: tuple[History, Move] | None) -> Step | None:
        if moved_to is None:
            return None
        self.history, move = moved_to
        self._enqueue(move)
        self._show(moved(self.session, move))
        return move.step

    def _as_saved_last(self, session: NeedlingSession) -> NeedlingSession:
        """With our version: who changed it may not have heard of the last save."""
        ours = self.session
        return replace(session, version=ours.version, saved_at=ours.saved_at)

    def _show(self, session: NeedlingSession) -> None:
        self.session = session
        self.changed.emit(session)

    def _enqueue(self, move: Move) -> None:
        self._waiting = (*self._waiting, move)
        self._send()

    def _send(self) -> None:
        if self._in_flight or self._is_catching_up or not self._waiting:
            return
        from needlelog.db import sessions

        self._in_flight, self._waiting = self._waiting, ()
        work = partial(
            sessions.save,
            session_id=self.session.id,
            version=self.session.version,
            moves=self._in_flight,
        )
        self._tasks.write(self, work, Topic.SESSIONS, self._on_saved, self._on_failed)

    def _on_saved(self, kept: Saved) -> None:
        self._in_flight = ()
        self.session = replace(self.session, version=kept.version, saved_at=kept.saved_at)
        if self._waiting:
            self._send()
        else:
            self._all_saved(kept.saved_at)

    def _all_saved(self, at: datetime) -> None:
        self.saved.emit(at)
        waiting_for_it, self._then = self._then, []
        for then in waiting_for_it:
            then()

    def _on_failed(self, error: NeedleLogError) -> None:
        self._waiting = (*self._in_flight, *self._waiting)
        self._in_flight = ()
        if isinstance(error, RecordChanged | RecordSigned):
            self._catch_up(error)
        elif self._tries_again:
            self._tries_again = False
            self._send()
        else:
            self.failed.emit(error)

    # ------------------------------------------------------------------- another chair was faster

    def _catch_up(self, error: NeedleLogError) -> None:
        from needlelog.db import sessions

        self._is_catching_up = True
        work = partial(sessions.load, session_id=self.session.id)
        self._tasks.read(self, work, partial(self._on_newest, error), self._on_not_read)

    def _on_newest(self, error: NeedleLogError, newest: NeedlingSession) -> None:
        """Join our moves to what the other chair saved, where they do not touch the same."""
        self.keep_typing()
        self._is_catching_up = False
        if newest.is_signed:
            self._waiting = ()
            self.sealed(newest)
            self.failed.emit(error)
            return
        joined = _joined(newest, self._waiting)
        if joined is None:
            self._theirs = newest
            self.failed.emit(error)
        else:
            self._show(joined)
            self._send()

    def _on_not_read(self, error: NeedleLogError) -> None:
        self._is_catching_up = False
        self.failed.emit(error)


def _joined(session: NeedlingSession, moves: Iterable[Move]) -> NeedlingSession | None:
    """The session after these moves; None when one of them would overwrite something newer."""
    for move in moves:
        if not fits(session, move.change):
            return None
        session = moved(session, move)
    return session
