"""Tells when another day begins at the clinic, for screens that say 'today'."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QTimer, Signal

from needlelog.domain import dates
from needlelog.ui import clock

LOOK_AGAIN_MS = 10 * 60 * 1000
"""A computer that slept past midnight notices within this time."""


class DayTurn(QObject):
    turned = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._zone = ZoneInfo("UTC")
        self._day = dates.in_clinic(clock.now(), self._zone).date()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timeout)

    def watch(self, zone: ZoneInfo) -> None:
        """From now on, wait for the next midnight in this zone."""
        self._zone = zone
        self._day = dates.in_clinic(clock.now(), zone).date()
        self._wait()

    def _wait(self) -> None:
        self._timer.start(min(until_midnight_ms(clock.now(), self._zone), LOOK_AGAIN_MS))

    def _on_timeout(self) -> None:
        day = dates.in_clinic(clock.now(), self._zone).date()
        if day != self._day:
            self._day = day
            self.turned.emit()
        self._wait()


def until_midnight_ms(moment: datetime, zone: ZoneInfo) -> int:
    """From this moment to the beginning of the next day on the clinic's wall, at least 1 ms."""
    tomorrow = dates.in_clinic(moment, zone).date() + timedelta(days=1)
    span = datetime.combine(tomorrow, time(), zone).timestamp() - moment.timestamp()
    return max(1, round(span * 1000))
