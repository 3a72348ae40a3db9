"""The real window on a copy of records, and waiting for what is painted in it."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from needlelog import settings
from needlelog.db.store import Store
from needlelog.tour.patience import until
from needlelog.ui import theme
from needlelog.ui.garbage import GarbageCollector
from needlelog.ui.navigation import Navigation
from needlelog.ui.tasks import Tasks
from needlelog.ui.window import Window

_PATIENCE_MS = 10_000


def application() -> QApplication:
    """Dressed as the program; made once."""
    made = QApplication.instance()
    if isinstance(made, QApplication):
        return made
    app = QApplication(sys.argv[:1])
    theme.apply(app, theme.load("light"))
    GarbageCollector(app)
    return app


@contextmanager
def opened(records: Path) -> Iterator[tuple[Window, Navigation]]:
    """The window with its first screen shown."""
    application()
    tasks = Tasks(partial(Store.open, records))
    window = Window(tasks, settings.Settings())
    window.resize(1366, 860)
    window.show()
    until(lambda: window.navigation is not None, "the window to open")
    ways = window.navigation
    assert ways is not None
    try:
        yield window, ways
    finally:
        window.close()
        until(window.isHidden, "the window to close")


@contextmanager
def a_copy(records: Path, name: str) -> Iterator[Path]:
    """Records that may be changed, on the same disk."""
    copy = records.with_name(f"copy-{name}.db")
    shutil.copy(records, copy)
    try:
        yield copy
    finally:
        for leftover in records.parent.glob(f"{copy.stem}.*"):
            leftover.unlink()


class Painted(QObject):
    """Waits for the window to paint what came of an act."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._is_there: Callable[[], bool] = bool
        self._loop = QEventLoop()
        # Only these two: a filter on every widget would slow down what is measured.
        window.installEventFilter(self)
        window.windowHandle().installEventFilter(self)

    def after(self, act: Callable[[], object], is_there: Callable[[], bool]) -> None:
        """Act, and return once the window was painted with the answer there."""
        self._is_there = is_there
        late = QTimer()
        late.setSingleShot(True)
        late.timeout.connect(partial(self._loop.exit, 1))
        late.start(_PATIENCE_MS)
        act()
        if self._loop.exec():
            raise TimeoutError("the window was not painted")

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.UpdateRequest and self._is_there():
            # Queued: the paint that begins with this event comes to its end first.
            QTimer.singleShot(0, self._loop.quit)
        return False
