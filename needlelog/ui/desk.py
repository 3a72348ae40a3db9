"""What lies ready above all screens: palette, menu, help, and the actions they lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton, QWidget

from needlelog import settings
from needlelog.i18n import _
from needlelog.ui.actions.action import Action, Group, Place
from needlelog.ui.actions.key_names import caps
from needlelog.ui.actions.keymap import Keymap
from needlelog.ui.actions.shortcuts import Shortcuts
from needlelog.ui.find_button import FindButton
from needlelog.ui.navigation import Navigation
from needlelog.ui.palette.asking import Asking
from needlelog.ui.tasks import Tasks
from needlelog.ui.widgets.sheet import Sheet
from needlelog.ui.widgets.toast import Toast, Toasts

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from needlelog.ui.palette.line import Ready
    from needlelog.ui.palette.palette import Palette
    from needlelog.ui.screens.chair.chair import Chair

_IN_HAND_ALREADY = ("find", "find_client", "menu")
"""What the palette would only open itself for."""
_KEPT_IN_MIND = 8


class Desk(QObject):
    """Every action is done here, whoever asked for it: a key, the palette or the menu."""

    def __init__(
        self, window: QWidget, tasks: Tasks, ways: Navigation, keymap: Keymap, toasts: Toasts
    ) -> None:
        super().__init__(window)
        self._window = window
        self._tasks = tasks
        self._used: list[str] = []
        self._opened: list[UUID] = []
        self._palette: Palette | None = None
        self.ways = ways
        self.keymap = keymap
        self.toasts = toasts
        self.shortcuts = Shortcuts(window, keymap)
        self._connect()

    @property
    def place(self) -> Place:
        return self.ways.where

    @property
    def chair(self) -> Chair | None:
        """The chair, while it fills the window."""
        return self.ways.chair if self.place is Place.CHAIR else None

    @property
    def palette(self) -> Palette:
        """Made when it is first asked for: the first screen comes sooner without it."""
        if self._palette is None:
            from needlelog.ui.palette.palette import Palette

            palette = self._palette = Palette(self._tasks, self._window)
            palette.opened.connect(self._on_palette_opened)
            palette.closed.connect(self._on_palette_closed)
            palette.client_asked.connect(self.ways.show_client)
            palette.session_asked.connect(self.ways.start_session)
            palette.new_client_asked.connect(self.ways.new_client)
            palette.action_asked.connect(self.do)
        return self._palette

    def do(self, action: Action) -> None:
        """Do it, after what lies over the screen is gone; a reason against it is told instead."""
        if self._palette is not None:
            self._palette.dismiss()
        why_not = action.reason(self)
        if why_not:
            self.toasts.show_toast(Toast(f"{action.words}: {why_not}", "info", topic="action"))
            return
        for sheet in self._sheets():
            sheet.dismiss()
        self._used = [action.code, *(one for one in self._used if one != action.code)]
        action.do(self)

    def hold_still(self, is_still: bool) -> None:
        """Other records are on their way: until they came, or did not, nothing is done here."""
        if is_still:
            for sheet in self._sheets():
                sheet.dismiss()
            if self._palette is not None:
                self._palette.dismiss()
        self.shortcuts.set_on(not is_still)

    def put_away(self) -> None:
        """Other records are opened: what lay ready for these goes with them."""
        for sheet in self._sheets():
            sheet.dismiss()
        if self._palette is not None:
            self._palette.dismiss()
            self._palette.deleteLater()
        self.shortcuts.put_away()
        self.deleteLater()

    def ready(self) -> list[Ready]:
        """What can be done now for the palette: used lately, then of this screen, then the rest."""
        from needlelog.domain import fuzzy
        from needlelog.ui.palette.line import Ready

        can = [
            one
            for one in self.keymap.actions
            if one.code not in _IN_HAND_ALREADY and not one.reason(self)
        ]
        return [
            Ready(one, fuzzy.phrase(one.words), caps(self.keymap.keys(one)))
            for one in sorted(can, key=self._distance)
        ]

    def open_palette(self, asking: Asking) -> None:
        self.palette.open(asking, self.ready(), self._opened)

    def open_menu(self) -> None:
        from needlelog.ui import menu

        menu.open_below(menu.made(self, self._window), self._menu)

    def open_help(self) -> None:
        from needlelog.ui.help.help_sheet import help_sheet

        step = self.chair.session.step if self.chair is not None else None
        help_sheet(self._window, self.keymap, self.place, step).open()

    def open_shortcuts(self) -> None:
        from needlelog.ui.help.shortcuts_sheet import shortcuts_sheet

        shortcuts_sheet(self._window, self.keymap).open()

    def open_about(self) -> None:
        from needlelog.ui.help.about_sheet import About, about_sheet

        about = About(self.open_log_folder)
        about_sheet(self._window, about).open()
        self._tasks.read(about, _address, about.show_address)

    def open_log_folder(self) -> None:
        """In the system's own window of files."""
        folder = settings.log_folder()
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            sentence = _("This computer did not open the folder. The log is in {folder}.")
            self.toasts.show_toast(Toast(sentence.format(folder=folder), "info", topic="log"))

    def show_ways_in(self, finder: FindButton, menu: QPushButton) -> None:
        """The buttons in the bar and on the rail lead here."""
        self._menu = menu
        menu.clicked.connect(self.open_menu)
        self._finder = finder
        finder.clicked.connect(self._on_find)
        self.keymap.changed.connect(self._show_keys)
        self._show_keys()

    def _show_keys(self) -> None:
        find = next(one for one in self.keymap.actions if one.code == "find")
        self._finder.show_caps(caps(self.keymap.keys(find)))
        new = next(one for one in self.keymap.actions if one.code == "new_session")
        self.ways.today.new_session.show_caps(caps(self.keymap.keys(new)))

    def _on_find(self) -> None:
        self.open_palette(Asking.ANYTHING)

    def _distance(self, action: Action) -> int:
        if action.code in self._used:
            return self._used.index(action.code) - len(self._used)
        leads_away = action.group in (Group.GO_TO, Group.SETTINGS)
        return 2 if leads_away else 0 if action.places else 1

    def _connect(self) -> None:
        self.shortcuts.pressed.connect(self._on_pressed)
        self.ways.who_asked.connect(self._on_who_asked)
        self.ways.client_opened.connect(self._on_client_opened)

    def _on_pressed(self, keys: str) -> None:
        meant = [one for one in self.keymap.actions if self.keymap.keys(one) == keys]
        here = [one for one in meant if not one.places or self.place in one.places]
        action = (here or meant)[0]
        if self._sheets() and action.group is Group.SESSION:
            return  # the session lies under the sheet: nothing happens to it unseen
        self.do(action)

    def _on_palette_opened(self) -> None:
        self.shortcuts.set_on(False)

    def _on_palette_closed(self) -> None:
        self.shortcuts.set_on(True)

    def _on_who_asked(self) -> None:
        self.open_palette(Asking.SESSION)

    def _on_client_opened(self, client_id: UUID) -> None:
        others = [one for one in self._opened if one != client_id]
        self._opened = [client_id, *others][:_KEPT_IN_MIND]

    def _sheets(self) -> list[Sheet]:
        return [one for one in self._window.findChildren(Sheet) if one.isVisible()]


def _address(db: Session) -> str:
    from needlelog.db import address

    return address.of(db)
