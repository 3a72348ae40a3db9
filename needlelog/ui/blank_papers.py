"""Blank forms for a day without power: looked at, printed, or saved as a file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from needlelog.domain.blank_form import BlankForm
from needlelog.domain.handout import HandoutEventKind
from needlelog.ui.blank_pages import Head, head, made
from needlelog.ui.paper_out import PaperOut
from needlelog.ui.tasks import Tasks

_FILE_NAMES = {BlankForm.CARD: "treatment-card.pdf", BlankForm.HISTORY: "history-form.pdf"}


class BlankPapers(QObject):
    """Every form is drawn anew under the letterhead of that moment; none is kept."""

    toast_asked = Signal(object)

    def __init__(self, tasks: Tasks, screen: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._out = PaperOut(tasks, screen, self)
        self._out.toast_asked.connect(self.toast_asked)

    def print(self, form: BlankForm) -> None:
        """Print it, or offer the file where there is no printer."""
        self._tasks.read(self, head, partial(self._on_head, self._out.print, form))

    def save(self, form: BlankForm) -> None:
        """Ask for a place and write the file."""
        self._tasks.read(self, head, partial(self._on_head, self._out.save, form))

    def _on_head(self, leave: Callable[..., None], form: BlankForm, found: Head) -> None:
        leave(partial(made, form, found), self._on_out, _FILE_NAMES[form])

    def _on_out(self, _form: BlankForm, _kind: HandoutEventKind) -> None:
        """An empty form needs no note in anybody's record."""
