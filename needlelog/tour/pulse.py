"""How long the window leaves a person waiting: the gaps between the ticks of a fine timer."""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QObject, Qt, QTimer

_TICK_MS = 5


class Pulse(QObject):
    """Beats on the GUI thread while it is on; what keeps that thread busy shows as a gap."""

    def __init__(self, window: QObject) -> None:
        """Goes with the window: a timer that outlives its owner beats into nowhere."""
        super().__init__(window)
        self.longest_ms = 0.0
        self._last = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        self._last = perf_counter()
        self._timer.start()

    @property
    def is_on(self) -> bool:
        return self._timer.isActive()

    def stop(self) -> None:
        """Taking pictures holds the thread up too, and is no fault of the window's."""
        if self._timer.isActive():
            self._beat()
            self._timer.stop()

    def _beat(self) -> None:
        at = perf_counter()
        self.longest_ms = max(self.longest_ms, (at - self._last) * 1000 - _TICK_MS)
        self._last = at
