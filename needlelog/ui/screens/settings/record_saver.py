"""Keeps a clinic or a practitioner while it is typed: after a pause, one save at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from needlelog.errors import NeedleLogError
from needlelog.ui.tasks import Tasks, Topic

PAUSE_MS = 600

Save = Callable[..., Any]
"""Takes the database session and `record`, gives back the record as it was kept."""


class RecordSaver(QObject):
    """Holds the record as it is typed. The answer to a save brings only the version."""

    saved = Signal(object)
    """The record as it was committed, once nothing is waiting any more."""
    failed = Signal(object)
    """NeedleLogError; what was typed waits for the next try."""

    def __init__(self, tasks: Tasks, record: Any, save: Save, parent: QObject) -> None:
        """`record` is a frozen value with a `version`; `save` keeps it in a transaction."""
        super().__init__(parent)
        self.record = record
        self._tasks = tasks
        self._save = save
        self._kept = record
        self._is_in_flight = False
        self._then: list[Callable[[], None]] = []
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.keep)

    @property
    def is_saved(self) -> bool:
        return not self._is_in_flight and self.record == self._kept

    def change(self, **values: object) -> None:
        """Keep what was typed once nobody types for a moment."""
        self.record = replace(self.record, **values)
        self._pause.start()

    def keep(self) -> None:
        """Save now what is not saved yet."""
        self._pause.stop()
        if self._is_in_flight or self.record == self._kept:
            return
        self._is_in_flight = True
        work = partial(self._save, record=self.record)
        self._tasks.write(self, work, Topic.CLINIC, self._on_saved, self._on_failed)

    def when_saved(self, then: Callable[[], None]) -> None:
        """Call back once everything up to now is committed; at once if it is."""
        self.keep()
        if self.is_saved:
            then()
        else:
            self._then.append(then)

    def _on_saved(self, kept: Any) -> None:
        self._is_in_flight = False
        self._kept = kept
        self.record = replace(self.record, version=kept.version)
        if not self.is_saved:
            self.keep()
            return
        self.saved.emit(kept)
        waiting, self._then = self._then, []
        for then in waiting:
            then()

    def _on_failed(self, error: NeedleLogError) -> None:
        self._is_in_flight = False
        self.failed.emit(error)
