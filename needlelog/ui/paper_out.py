"""The way of a page out of the program: to a printer, which is asked for once, or into a file."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from needlelog import settings
from needlelog.domain.handout import HandoutEventKind
from needlelog.errors import CannotPrint, CannotWriteFile
from needlelog.files import write_whole
from needlelog.i18n import _
from needlelog.ui import printing
from needlelog.ui.tasks import Tasks
from needlelog.ui.widgets.chips import ChipGroup, Choice
from needlelog.ui.widgets.sheet import Sheet
from needlelog.ui.widgets.toast import Toast

_log = logging.getLogger(__name__)

T = TypeVar("T")
Make = Callable[[], tuple[bytes, T]]
"""Draws the page, beside the screen: its PDF, and what the caller wants to know of it after."""
Then = Callable[[T, HandoutEventKind], None]
"""Called once the page is out, never before, and told how: printed or saved."""


class PaperOut(QObject):
    toast_asked = Signal(object)

    def __init__(self, tasks: Tasks, screen: QWidget, parent: QObject | None = None) -> None:
        """It goes with the screen it asks over, or with `parent`."""
        super().__init__(parent or screen)
        self._tasks = tasks
        self._screen = screen

    def print(self, make: Make[T], then: Then[T], file_name: str) -> None:
        """Print it, or offer the file where there is no printer."""
        asked = partial(self._on_printers, make, then, file_name)
        self._tasks.run(self, _printers, asked)

    def save(self, make: Make[T], then: Then[T], file_name: str) -> None:
        """Ask for a place and write the file, whole or not at all."""
        where = QStandardPaths.StandardLocation.DocumentsLocation
        wanted = printing.free_name(Path(QStandardPaths.writableLocation(where)), file_name)
        dialog = QFileDialog(self._screen.window(), _("Save the page"), str(wanted.parent))
        dialog.setNameFilter(_("PDF files (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(wanted.name)
        dialog.fileSelected.connect(partial(self._on_file, make, then))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_printers(
        self, make: Make[T], then: Then[T], file_name: str, found: tuple[tuple[str, ...], str]
    ) -> None:
        printers, last = found
        if not printers:
            save = partial(self.save, make, then, file_name)
            text = _("No printer found. Save the PDF instead.")
            self._tell(Toast(text, "info", _("Save PDF"), save, "paper", self))
        elif len(printers) == 1:
            self._print_on(make, then, printers[0], None)
        elif last in printers:
            self._print_on(make, then, last, partial(self._choose, make, then, printers))
        else:
            self._choose(make, then, printers)

    def _choose(self, make: Make[T], then: Then[T], printers: tuple[str, ...]) -> None:
        chips = ChipGroup(_("Printers"), "one_or_none", height=64)
        chips.set_choices([Choice(name, name, icon="printer") for name in printers])
        sheet = Sheet(self._screen.window(), _("Which printer?"), chips)
        chips.changed.connect(partial(self._on_chosen, make, then, printers))
        chips.changed.connect(sheet.dismiss)
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()

    def _on_chosen(
        self, make: Make[T], then: Then[T], printers: tuple[str, ...], chosen: tuple[str, ...]
    ) -> None:
        elsewhere = partial(self._choose, make, then, printers)
        self._print_on(make, then, chosen[0], elsewhere)

    def _print_on(
        self, make: Make[T], then: Then[T], printer: str, elsewhere: Callable[[], None] | None
    ) -> None:
        work = partial(_printed, make, printer)
        self._tasks.run(self, work, partial(self._on_printed, then, elsewhere))

    def _on_printed(self, then: Then[T], elsewhere: Callable[[], None] | None, made: T) -> None:
        text = _("The printer took the page")
        action = _("Another printer") if elsewhere else ""
        self._tell(Toast(text, action=action, then=elsewhere, topic="paper", owner=self))
        then(made, HandoutEventKind.PRINTED)

    def _on_file(self, make: Make[T], then: Then[T], name: str) -> None:
        target = Path(name)
        done = partial(self._on_saved, then, target.name)
        self._tasks.run(self, partial(_saved, make, target), done)

    def _on_saved(self, then: Then[T], name: str, made: T) -> None:
        self._tell(Toast(_("Saved as {name}").format(name=name), topic="paper"))
        then(made, HandoutEventKind.SAVED)

    def _tell(self, toast: Toast) -> None:
        self.toast_asked.emit(toast)


def _printers() -> tuple[tuple[str, ...], str]:
    """The printers there are, and the one that took the last page."""
    chosen, _complaint = settings.load(settings.settings_file())
    return printing.printers(), chosen.printer or ""


def _printed(make: Make[T], printer: str) -> T:
    pdf, made = make()
    try:
        printing.print_pdf(pdf, printer)
    except CannotPrint:
        _remember(None)  # the next tap asks again, so that another one can be chosen
        raise
    _remember(printer)
    return made


def _remember(printer: str | None) -> None:
    try:
        settings.change(settings.settings_file(), printer=printer)
    except CannotWriteFile:
        _log.info("The printer was not kept; the next page asks for it again")


def _saved(make: Make[T], target: Path) -> T:
    pdf, made = make()
    write_whole(target, pdf)
    return made
