"""An invented clinic in a file of its own, made beside the screen, or found from the last time."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path
from threading import Event, Lock

from PySide6.QtCore import QObject, Signal

from needlelog import settings
from needlelog.db.place import Place
from needlelog.errors import NeedleLogError
from needlelog.ui import clock
from needlelog.ui.system_time_zone import system_time_zone
from needlelog.ui.tasks import Tasks

CLIENTS, SESSIONS = 40, 320


class _Stopped(NeedleLogError):
    """Somebody changed their mind; nothing was left behind."""


class DemoMaking(QObject):
    """Once at a time."""

    progressed = Signal(int)
    """So many more clients and sessions are made."""
    ready = Signal(object)
    """The Place of the demo."""
    stopped = Signal()
    failed = Signal(object)
    """NeedleLogError."""

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._stop = Event()
        self._telling = Lock()

    def start(self) -> None:
        self._stop = Event()
        work = partial(
            _made, settings.data_folder(), system_time_zone(), partial(self._on_done, self._stop)
        )
        self._tasks.run(self, work, self._on_made, self._on_failed)

    def stop(self) -> None:
        """Give it up after the few records that are under way; nothing more is told of them."""
        with self._telling:  # whoever stops it may let this go right after
            self._stop.set()

    def _on_done(self, stop: Event, more: int) -> None:
        """Called beside the screen: the signal is heard on it."""
        with self._telling:
            if stop.is_set():
                raise _Stopped
            self.progressed.emit(more)

    def _on_made(self, file: Path) -> None:
        if self._stop.is_set():
            self.stopped.emit()  # it was whole already, and is there at once the next time
        else:
            self.ready.emit(Place(str(file)))

    def _on_failed(self, error: NeedleLogError) -> None:
        if isinstance(error, _Stopped):
            self.stopped.emit()
        else:
            self.failed.emit(error)


def _made(folder: Path, time_zone: str, on_done: Callable[[int], None]) -> Path:
    """The demo that is there, else a new one. Raises CannotWriteFile."""
    from needlelog.db import files_found
    from needlelog.demo.diary import Size, evening
    from needlelog.demo.writing import make

    # Only a file that says so itself is opened as the demo; no other is ever touched.
    names = ("needlelog-demo.db" if nth == 1 else f"needlelog-demo-{nth}.db" for nth in count(1))
    file = next(
        path
        for path in (folder / name for name in names)
        if not path.exists() or files_found.is_demo(path)
    )
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True)
        make(file, Size(CLIENTS, SESSIONS), evening(clock.now(), time_zone), on_done)
    return file
