"""What the chair says of its record: saved, not saved and why, taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from needlelog.domain import dates
from needlelog.domain.history import Step
from needlelog.errors import NeedleLogError, RecordChanged
from needlelog.i18n import _
from needlelog.ui.autosave import Autosave
from needlelog.ui.screens.chair.bottom_bar import BottomBar
from needlelog.ui.screens.chair.facts import ChairFacts
from needlelog.ui.screens.chair.undo_words import step_words
from needlelog.ui.widgets.toast import Toast

_WayBack = tuple[str, Callable[[], None]]


class Telling(QObject):
    """No picture of its own: words for the bar at the foot, toasts for the window."""

    toast_asked = Signal(object)
    toast_closed = Signal(str)
    saved = Signal(str)
    not_saved = Signal(object)

    def __init__(
        self, autosave: Autosave, bar: BottomBar, facts: ChairFacts, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._autosave = autosave
        self._bar = bar
        self._zone = facts.zone
        # Each chair has its own: another one that is saved does not take this one's word back.
        self._topic = f"not_saved:{facts.session.id}"
        autosave.saved.connect(self.say_saved)
        autosave.failed.connect(self.say_failed)
        autosave.refused.connect(self._say_refused)

    def say_saved(self, at: datetime) -> None:
        signed_at = self._autosave.session.signed_at
        if signed_at is None:
            text = _("Saved {time}").format(time=dates.clock_seconds(at, self._zone))
        else:
            text = _("Signed {time}").format(time=dates.clock(signed_at, self._zone))
        self._bar.show_saved(text)
        self.toast_closed.emit(self._topic)
        self.saved.emit(text)

    def say_failed(self, error: NeedleLogError) -> None:
        if self._autosave.is_saved:  # nothing waits: a signature was refused, or came first
            self._toast(str(error), "", None)
            return
        self._bar.show_not_saved(_("NOT SAVED"))
        if isinstance(error, RecordChanged):
            self._toast(str(error), _("Show theirs"), self._autosave.take_theirs)
        else:
            self._toast(str(error), _("Retry"), self._autosave.retry)
        self.not_saved.emit(error)

    def undo(self) -> None:
        self._say_moved(self._autosave.undo(), _("Undid: {step}"), (_("Redo"), self.redo))

    def redo(self) -> None:
        self._say_moved(self._autosave.redo(), _("Did again: {step}"), (_("Undo"), self.undo))

    def _say_moved(self, step: Step | None, words: str, way_back: _WayBack) -> None:
        if step is not None:
            text, then = way_back
            told = words.format(step=step_words(step.what))
            self.toast_asked.emit(Toast(told, "undo", text, then, "undo", self))

    def _say_refused(self) -> None:
        text = _("This session is signed and stays as it is.")
        self.toast_asked.emit(Toast(text, "info", topic="signed", owner=self))

    def _toast(self, text: str, action: str, then: Callable[[], object] | None) -> None:
        self.toast_asked.emit(Toast(text, "error", action, then, self._topic, self))
