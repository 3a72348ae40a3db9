"""What is told once the records are open: what a power cut left behind."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from needlelog.i18n import _
from needlelog.ui.navigation import Navigation
from needlelog.ui.screens.draft_keeper import NEW_CLIENT, Found, waiting
from needlelog.ui.tasks import Tasks
from needlelog.ui.widgets.toast import Toast


class StartWords(QObject):
    def __init__(self, tasks: Tasks, ways: Navigation) -> None:
        super().__init__(ways)
        self._tasks = tasks
        self._ways = ways

    def look(self) -> None:
        self._tasks.was_cut_off(self, self._on_cut_off)
        self._tasks.read(self, partial(waiting, form=NEW_CLIENT), self._on_draft)

    def _on_cut_off(self, was_cut_off: bool) -> None:
        if was_cut_off:
            text = _(
                "The copy beside the records was not up to date: NeedleLog was cut off last time, "
                "or could not make it. Your records are whole; closing makes a new copy."
            )
            self._ways.toast_asked.emit(Toast(text, "info", topic="start"))

    def _on_draft(self, found: Found | None) -> None:
        if found is not None:
            text = _("A new client was not saved yet. {still_here}").format(still_here=found.told)
            show = self._ways.new_client
            self._ways.toast_asked.emit(Toast(text, "info", _("Show it"), show, "draft", self))
