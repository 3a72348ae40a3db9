"""The way of the window from one clinic's records to others', such as the demo, and back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from needlelog import settings
from needlelog.db.place import Place
from needlelog.ui.tasks import Otherwise, Tasks, Then


class Moving(QObject):
    """Knows whose records are open, and which ones a demo was opened from."""

    arrived = Signal(bool)
    """Other records are open now; whether they are new."""
    moved = Signal(str)
    """The address of the records that are open now, however it came to that."""
    refused = Signal(object)
    """NeedleLogError: everything is as it was."""

    def __init__(self, tasks: Tasks, place: Place, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.place = place
        self.started_with = place.file
        """What the program opens the next time too, unless something else is remembered."""
        self._home: Place | None = None

    def go(
        self, place: Place, then: Then[bool] | None = None, otherwise: Otherwise | None = None
    ) -> None:
        """Open those records in place of these; `arrived` says so unless `then` is given."""
        done = partial(self._on_moved, place, then or self.arrived.emit)
        self._tasks.move(self, place, done, otherwise or self.refused.emit)

    def visit(self, place: Place) -> None:
        """Go there for a while: `go_home` leads back to here."""
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
        then(is_new)


def _own_records(but_not: str) -> str:
    """Where this computer keeps its records; a demo that was chosen for good is none of them."""
    kept, _complaint = settings.load(settings.settings_file())
    usual = str(settings.default_database())
    return kept.database if kept.database and kept.database != but_not else usual
