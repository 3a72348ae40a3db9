"""Python's garbage is collected on the GUI thread only.

The collector runs on whichever thread happens to allocate. When the database thread collects a
cycle that holds a widget, Qt tears the widget down on the wrong thread and the program dies.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_LOOK_EVERY_MS = 1000
_STARTED_AFTER_MS = 5000
"""By then what a start loads is loaded."""


class GarbageCollector(QObject):
    """Takes the collector's place for the whole program, with the collector's own thresholds."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thresholds = gc.get_threshold()
        gc.disable()
        self._timer = QTimer(self, interval=_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.collect)
        QTimer.singleShot(_STARTED_AFTER_MS, self, self.begin)

    def begin(self) -> None:
        """Leave modules, tables and the first screen, which stay, out of every later look."""
        gc.freeze()
        self._timer.start()

    def collect(self) -> None:
        """Collect the oldest generation that is due, if any."""
        due = [n for n, count in enumerate(gc.get_count()) if count > self._thresholds[n]]
        if due:
            gc.collect(due[-1])
