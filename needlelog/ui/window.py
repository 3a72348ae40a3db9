"""The window: the rail, the bar over the screens, and what lies above them all."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, available_timezones

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from needlelog import settings
from needlelog.db.place import Place
from needlelog.domain import dates
from needlelog.errors import CannotOpen, NeedleLogError, NotSaved
from needlelog.i18n import _
from needlelog.ui import metrics, notices, theme, window_place
from needlelog.ui.clock import now
from needlelog.ui.moving import Moving
from needlelog.ui.rail import Rail
from needlelog.ui.room import is_compact
from needlelog.ui.tasks import Tasks, Topic
from needlelog.ui.top_bar import TopBar
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.empty_state import EmptyState
from needlelog.ui.widgets.focus_ring import FocusRing
from needlelog.ui.widgets.toast import Toast, Toasts

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from needlelog.domain.clinic import Clinic
    from needlelog.ui.actions.keymap import Keymap
    from needlelog.ui.desk import Desk
    from needlelog.ui.navigation import Navigation
    from needlelog.ui.screens.first_start import FirstStart

CHAIR_NEEDS_PX = 680
"""Below this height the chair gets the room of the bar."""


class Window(QMainWindow):
    """Opens the records once it stands on the screen; closing it never asks."""

    first_painted = Signal()
    """It stands on the screen; what takes time to load may load now."""
    desk: Desk
    """Palette, menu, keys and help, from the moment the records are open."""

    closing = Signal()
    """It is on its way: what is not worth waiting for is given up."""
    moved = Signal(str)
    """The address of other records that are open now."""

    def __init__(self, tasks: Tasks, chosen: settings.Settings, place: Place | None = None) -> None:
        """`place` is where `tasks` opens the records; None where somebody else looks after it."""
        super().__init__()
        self._tasks = tasks
        self._own_keys = chosen.keys
        self._keymap: Keymap | None = None
        self.moving = Moving(tasks, place or Place(str(settings.default_database())), self)
        self._is_opening = False
        self._waits_to_close = False
        self._leaves_anyway = False
        self._chair_waits = False
        self._had_keyboard: QWidget | None = None
        self._typed_at_start: tuple[str, ...] = ()
        self.navigation: Navigation | None = None
        self.rail = Rail()
        self.bar = TopBar()
        self.screens = QStackedWidget()
        self._lay_out()
        self.toasts = Toasts(self)
        self._ring = FocusRing(self)
        self._connect()
        window_place.restore(self, chosen)

    def come_to_front(self) -> None:
        """Somebody started the program once more."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def tell(self, sentence: str) -> None:
        """Something to know about the start; it stays until it is closed."""
        self.toasts.show_toast(Toast(sentence, "error"))

    # ---------------------------------------------------------------------------- Qt's own

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_opening:
            # Loading the database takes longer than the first paint, which comes before it.
            self._is_opening = True
            QTimer.singleShot(0, self._open)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        compact = is_compact(self.size())
        self.rail.set_compact(compact)
        self.bar.set_compact(compact)
        self._show_bar()
        self._place_toasts()

    def closeEvent(self, event: QCloseEvent) -> None:
        ways = self.navigation
        if ways is not None:
            ways.keep_typing()
        if ways is not None and not ways.is_saved() and not self._leaves_anyway:
            event.ignore()
            if not self._waits_to_close:
                # The answer to a save under way brings the next one: it needs the event loop.
                self._waits_to_close = True
                ways.save_and(self._on_saved_for_closing)
        elif self.isVisible():
            self.hide()
            self.closing.emit()
            window_place.keep(self)
            self._tasks.finish()

    # ----------------------------------------------------------------------------- opening

    def _open(self) -> None:
        place = self.moving.place
        if place.is_held and place.is_vacant():
            self._on_opened(is_new=True)  # nothing is made before somebody said whose it is
        else:
            self._tasks.opened(self, self._on_opened, self._on_cannot_open)
        self.first_painted.emit()
        theme.add_scripts()

    def _on_opened(self, is_new: bool) -> None:
        if is_new:
            from needlelog.ui.screens.first_start import FirstStart

            page = FirstStart(self._tasks, self.moving)
            if self._typed_at_start:
                page.show_typed(self._typed_at_start)
            page.finished.connect(partial(self._on_named, page))
            page.demo.ready.connect(partial(self._on_look_at_demo, page))
            self.closing.connect(page.stop)
            self.screens.addWidget(page)
            page.begin()
        else:
            self._tasks.read(self, _clinic, self._enter, self._on_cannot_open)

    def _on_under_way(self, is_under_way: bool) -> None:
        """Nothing can be tapped, or done by keys, that would land in the other records."""
        if self.navigation is not None:
            self.desk.hold_still(is_under_way)
        if is_under_way:
            self._had_keyboard = self.focusWidget()
        for part in (self.rail, self.bar, self.screens, self.toasts):
            part.setEnabled(not is_under_way)
        if not is_under_way:
            had, self._had_keyboard = self._had_keyboard, None
            if had is not None and isValid(had):
                had.setFocus()

    def _on_arrived(self, is_new: bool) -> None:
        """Other records are open: nothing on the screen is theirs."""
        self._forget()
        while (screen := self.screens.currentWidget()) is not None:
            self.screens.removeWidget(screen)
            screen.deleteLater()
        self._on_opened(is_new)

    def _forget(self) -> None:
        """Whatever was said was said of the records that are left."""
        ways, self.navigation = self.navigation, None
        if ways is not None:
            self.desk.put_away()
            del self.desk
            ways.deleteLater()
        self._waits_to_close = self._leaves_anyway = self._chair_waits = False
        self.toasts.forget()
        self._show_demo(False)
        self.rail.settings.set_warning("")
        self.rail.hide()
        self.bar.title.setText("")
        self.bar.save_state.forget()
        self.bar.hide()

    def _on_look_at_demo(self, page: FirstStart, _demo: Place) -> None:
        """The page is made anew after it, with what was typed so far."""
        self._typed_at_start = page.typed()

    def _on_leave_demo(self) -> None:
        if self.navigation is not None:
            self.navigation.save_and(self.moving.go_home)

    def _on_named(self, page: QWidget, clinic: Clinic) -> None:
        self._typed_at_start = ()
        self.screens.removeWidget(page)
        page.deleteLater()
        self._enter(clinic)

    def _on_cannot_open(self, error: NeedleLogError) -> None:
        close = ActionButton(_("Close NeedleLog"), icon="x", height=48)
        close.clicked.connect(self.close)
        sentence = _("The records were not opened")
        self.screens.addWidget(EmptyState("database", sentence, str(error), close))

    def _enter(self, clinic: Clinic) -> None:
        # With all screens: after the first paint.
        from needlelog.ui.actions.keymap import Keymap
        from needlelog.ui.desk import Desk
        from needlelog.ui.navigation import Navigation
        from needlelog.ui.start_words import StartWords

        keymap = self._keymap = self._keymap or Keymap(self._own_keys)
        ways = Navigation(self._tasks, self.screens, ZoneInfo(clinic.time_zone), keymap)
        ways.shown.connect(self._on_shown)
        ways.toast_asked.connect(self.toasts.show_toast)
        ways.toast_closed.connect(self.toasts.close_topic)
        ways.saved.connect(self._on_chair_saved)
        ways.not_saved.connect(self._on_chair_not_saved)
        self.desk = Desk(self, self._tasks, ways, keymap, self.toasts)
        self.desk.show_ways_in(self.bar.finder, self.rail.menu)
        self.rail.asked.connect(ways.go)
        ways.ending_papers.changed.connect(self.rail.settings.set_warning)
        ways.ending_papers.look()
        StartWords(self._tasks, ways).look()
        self.navigation = ways
        self._show_demo(clinic.is_demo)
        self.rail.show()
        ways.show_today()

    # ----------------------------------------------------------------------------- showing

    def _on_shown(self) -> None:
        ways = self.navigation
        if ways is None:
            return
        self.bar.title.setText(ways.title)
        self.rail.show_place(ways.place)
        self.rail.chair.setVisible(ways.chair is not None)
        self.toasts.leave_behind()
        self._show_bar()
        self._place_toasts()

    def _show_demo(self, is_demo: bool) -> None:
        """Nobody must take what is invented for a record, on whichever screen."""
        self.setWindowTitle(_("NeedleLog · DEMO") if is_demo else "NeedleLog")
        self.rail.leave_demo.setVisible(is_demo)
        self.bar.show_demo(is_demo)

    def _show_bar(self) -> None:
        ways = self.navigation
        gives_room = (
            ways is not None
            and ways.place == "chair"
            and self.height() < metrics.px(CHAIR_NEEDS_PX)
        )
        self.bar.setVisible(ways is not None and not gives_room)

    def _place_toasts(self) -> None:
        """In the chair the next tap may be anywhere but on the bar, or on the client's line."""
        ways = self.navigation
        chair = ways.chair if ways is not None and ways.place == "chair" else None
        where = chair.banner.client if chair is not None and self.bar.isHidden() else self.bar
        self.toasts.lie_over(where if chair is not None else None)

    def _on_chair_saved(self, text: str) -> None:
        self._chair_waits = self._leaves_anyway = False
        self.bar.save_state.show_saved(text)

    def _on_chair_not_saved(self, error: NeedleLogError) -> None:
        self._chair_waits = True
        self.bar.save_state.show_failed(error)
        if self._waits_to_close:
            # A disk that stays full must not lock anybody in: the next try to close is the last.
            self._waits_to_close, self._leaves_anyway = False, True
            words = _("Not closed, because the last change is not saved. Close again to leave.")
            self.toasts.show_toast(Toast(words, "error", topic="closing"))

    def _on_saved_for_closing(self) -> None:
        if self._waits_to_close:
            self.close()

    def _on_touched(self, topic: Topic) -> None:
        if topic is Topic.DRAFTS:
            return  # typed text is kept, but nothing of it is in a record yet
        # Something else was saved; as long as the chair is not, the bar must not say so.
        ways = self.navigation
        if ways is not None and not self._chair_waits:
            clock = dates.clock_seconds(now(), ways.zone)
            self.bar.save_state.show_saved(_("Saved {time}").format(time=clock))

    def _on_failed(self, error: NeedleLogError) -> None:
        if isinstance(error, NotSaved):
            self.bar.save_state.show_failed(error)
        self.toasts.show_toast(notices.toast_of(error))

    # ------------------------------------------------------------------------------ parts

    def _connect(self) -> None:
        self._tasks.touched.connect(self._on_touched)
        self._tasks.failed.connect(self._on_failed)
        self.moving.moved.connect(self.moved)
        self.moving.under_way.connect(self._on_under_way)
        self.moving.arrived.connect(self._on_arrived)
        self.moving.refused.connect(self._on_failed)
        self.rail.leave_demo.clicked.connect(self._on_leave_demo)

    def _lay_out(self) -> None:
        self.setWindowTitle("NeedleLog")
        self.setWindowIcon(theme.icon("needlelog", "accent", 64))
        self.setMinimumSize(1024, 600)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.bar)
        right.addWidget(self.screens, 1)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)
        self.setCentralWidget(whole)
        self.rail.hide()
        self.bar.hide()


def _clinic(db: Session) -> Clinic:
    from needlelog.db import clinic

    import_module("needlelog.ui.navigation")  # all screens: loaded beside the one that waits
    found = clinic.get(db)
    if found is None:
        raise LookupError("these records have no clinic yet")
    if found.time_zone not in available_timezones():
        raise CannotOpen(
            _(
                "This computer knows no time zone “{zone}”, which these records were made in, so "
                "no time could be shown right. Your records are safe. Update the system or "
                "NeedleLog, then start again."
            ).format(zone=found.time_zone)
        )
    return found
