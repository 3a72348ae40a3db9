"""The real window over new records, and what stands on it now."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from needlelog import settings
from needlelog.db.place import Place
from needlelog.tour.failures import NotReached
from needlelog.tour.patience import let_work, until
from needlelog.ui.screens.chair.chair import Chair
from needlelog.ui.screens.client import ClientScreen
from needlelog.ui.screens.client_form import ClientForm
from needlelog.ui.screens.first_start import FirstStart
from needlelog.ui.screens.settings.settings_screen import SettingsScreen
from needlelog.ui.screens.today import Today
from needlelog.ui.tasks import Tasks
from needlelog.ui.widgets.sheet import Sheet
from needlelog.ui.window import Window

SIZE = QSize(1366, 860)
_BLINK_MS = 30
"""Qt shows the parts of a new page one turn of its event loop after the page itself."""

Page = TypeVar("Page", bound=QWidget)


class Stage:
    """Looks at the window, and never touches it: that is for the hands."""

    def __init__(self, records: Path) -> None:
        self.papers = records.parent / "Documents"
        """Where a paper may be saved."""
        place = Place(str(records))
        place.claim()
        self._tasks = Tasks(place.open)
        self.window = Window(self._tasks, settings.Settings(), place)
        self.window.resize(SIZE)
        self.window.show()
        QTest.qWaitForWindowActive(self.window)

    def close(self) -> None:
        """Close it as a person does; it goes once everything is saved.

        Nothing of it is left to Python's garbage collector, which knows no order among widgets.
        """
        self.window.close()
        until(self.window.isHidden, "the window to close")
        self.window.moving.place.release()
        for part in (self.window, self._tasks):
            part.deleteLater()
            until(partial(_is_gone, part), "the window to go")

    # ------------------------------------------------------------------------ what is shown

    @property
    def screen(self) -> QWidget | None:
        """The page that fills the window now."""
        return self.window.screens.currentWidget()

    @property
    def first_start(self) -> FirstStart:
        return _shown(self.screen, FirstStart)

    @property
    def today(self) -> Today:
        return _shown(self.screen, Today)

    @property
    def client(self) -> ClientScreen:
        return _shown(self.screen, ClientScreen)

    @property
    def form(self) -> ClientForm:
        return _shown(self.screen, ClientForm)

    @property
    def chair(self) -> Chair:
        return _shown(self.screen, Chair)

    @property
    def settings(self) -> SettingsScreen:
        return _shown(self.screen, SettingsScreen)

    @property
    def sheet(self) -> Sheet:
        """The sheet that lies over the screen."""
        shown = [sheet for sheet in self.window.findChildren(Sheet) if sheet.isVisible()]
        if not shown:
            raise NotReached("no sheet lies over the screen")
        return shown[-1]

    @property
    def save_dialog(self) -> QFileDialog:
        """The dialog that asks for the place of a file."""
        shown = [one for one in self.window.findChildren(QFileDialog) if one.isVisible()]
        if not shown:
            raise NotReached("no dialog asks for the place of a file")
        return shown[-1]

    # ---------------------------------------------------------------------------- waiting

    def until_shown(self, page: type[QWidget]) -> None:
        until(lambda: isinstance(self.screen, page), f"{page.__name__} to be shown")

    def until_chair_shown(self) -> None:
        """With its parts in their places: the brush is laid out to the room that is left."""
        self.until_shown(Chair)
        self.until_quiet()

    def until_filled(self) -> None:
        """The first page with what the records say, not only the empty page."""
        until(self.today.is_filled, "the first page to be filled")

    def until_client_shown(self) -> None:
        """The banner with the client's name, not only the empty page."""
        self.until_shown(ClientScreen)
        until(self.client.start.isVisible, "the client to be shown")

    def until_saved(self) -> None:
        """'Saved 14:36:02' or 'Signed 14:40' for all that was tapped so far."""
        chair = self.chair
        until(lambda: chair.autosave.is_saved, "the taps to be saved")
        until(lambda: bool(chair.bar.saved.text()), "'Saved' to be shown")

    def until_signed(self) -> None:
        chair = self.chair
        until(lambda: chair.bar.saved.text().startswith("Signed"), "'Signed' to be shown")

    def until_sheet_drawn(self) -> None:
        """The aftercare sheet stands on the last step as it is for the record now."""
        finish = self.chair.finish
        until(lambda: finish.preview.page_count() > 0, "the aftercare sheet to be drawn")

    def until_quiet(self) -> None:
        """Nothing is asked of the records any more and the page is painted."""
        ways = self.window.navigation
        if ways is not None and isinstance(self.screen, Chair):
            self.until_saved()
        let_work(_BLINK_MS)

    def until_dialog_closed(self) -> None:
        """Off screen no window manager gives the keyboard back to the window, so we do."""
        until(lambda: not self.window.findChildren(QFileDialog), "the dialog to close")
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)

    def complaint(self) -> str:
        """What the window itself says went wrong; empty when nothing did."""
        toast = self.window.toasts.current()
        return toast.text if toast is not None and toast.kind == "error" else ""


def _is_gone(part: QObject) -> bool:
    return not isValid(part)


def _shown(screen: QWidget | None, page: type[Page]) -> Page:
    if isinstance(screen, page):
        return screen
    raise NotReached(f"{page.__name__} is not shown, {type(screen).__name__} is")
