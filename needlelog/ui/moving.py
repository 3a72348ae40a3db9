"""The way of the window from one clinic's records to others', such as the demo, and back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from needlelog import settings
from needlelog.db.place import Place
from needlelog.errors import NeedleLogError
from needlelog.ui.tasks import Otherwise, Tasks, Then


class Moving(QObject):
    """Knows whose records are open, and which ones a demo was opened from."""

    arrived = Signal(bool)
    """Other records are open now; whether they are new."""
    moved = Signal(str)
    """The address of the records that are open now, however it came to that."""
    under_way = Signal(bool)
    """Until it is False again, whatever is asked would be done in the other records."""
    refused = Signal(object)
    """NeedleLogError: everything is as it was."""

    def __init__(self, tasks: Tasks, place: Place, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.place = place
        self.started_with = place.file
        """What the program opens the next time too, unless something else is remembered."""
        self._home: Place | None = None
        self._is_under_way = False

    def go(
        self, place: Place, then: Then[bool] | None = None, otherwise: Otherwise | None = None
    ) -> None:
        """Open those records in place of these; `arrived` says so unless `then` is given.

        One move at a time: what is asked during another one is let go.
        """
        if self._is_under_way:
            return
        self._set_under_way(True)
        done = partial(self._on_moved, place, then or self.arrived.emit)
        not_done = partial(self._on_refused, otherwise or self.refused.emit)
        self._tasks.move(self, place, done, not_done)

    def visit(self, place: Place) -> None:
        """Go there for a while: `go_home` leads back to here."""
        if not self._is_under_way:
            self._home = self.place
            self.go(place)

    def go_home(self) -> None:
        """Back to the records the visit began from, else to this computer's own."""
        self.go(self._home or Place(_own_records(self.place.address)))

    def _on_moved(self, place: Place, then: Then[bool], is_new: bool) -> None:
        left, self.place = self.place, place
        if left is not place:
            left.release()
        self.moved.emit(place.address)
        self._set_under_way(False)
        then(is_new)

    def _on_refused(self, otherwise: Otherwise, error: NeedleLogError) -> None:
        self._set_under_way(False)
        otherwise(error)

    def _set_under_way(self, is_under_way: bool) -> None:
        self._is_under_way = is_under_way
        self.under_way.emit(is_under_way)


def _own_records(but_not: str) -> str:
    """Where this computer keeps its records; a demo that was chosen for good is none of them."""
    kept, _complaint = settings.load(settings.settings_file())
    usual = str(settings.default_database())
    return kept.database if kept.database and kept.database != but_not else usual
