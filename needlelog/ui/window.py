"""The window: the rail, the bar over the screens, and what lies above them all."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, available_timezones

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from needlelog import settings
from needlelog.domain import dates
from needlelog.domain.clinic import Clinic
from needlelog.errors import CannotOpen, NeedleLogError, NotSaved
from needlelog.i18n import _
from needlelog.ui import metrics, notices, theme, window_place
from needlelog.ui.clock import now
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

    from needlelog.ui.navigation import Navigation
    from needlelog.ui.screens.find import FindPanel

CHAIR_NEEDS_PX = 680
"""Below this height the chair gets the room of the bar."""


class Window(QMainWindow):
    """Opens the records once it stands on the screen; closing it never asks."""

    first_painted = Signal()
    """It stands on the screen; what takes time to load may load now."""
    found: FindPanel
    """The list under the find field, from the moment the records are open."""

    def __init__(self, tasks: Tasks, chosen: settings.Settings) -> None:
        super().__init__()
        self._tasks = tasks
        self._is_opening = False
        self._waits_to_close = False
        self._leaves_anyway = False
        self._chair_waits = False
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
        if self.navigation is not None and self.found.isVisible():
            self.found.place()

    def closeEvent(self, event: QCloseEvent) -> None:
        ways = self.navigation
        if ways is not None and not ways.is_saved() and not self._leaves_anyway:
            event.ignore()
            if not self._waits_to_close:
                # The answer to a save under way brings the next one: it needs the event loop.
                self._waits_to_close = True
                ways.save_and(self._on_saved_for_closing)
        elif self.isVisible():
            self.hide()
            window_place.keep(self)
            self._tasks.finish()

    # ----------------------------------------------------------------------------- opening

    def _open(self) -> None:
        self._tasks.opened(self, self._on_opened, self._on_cannot_open)
        self.first_painted.emit()
        theme.add_scripts()

    def _on_opened(self, is_new: bool) -> None:
        if is_new:
            from needlelog.ui.screens.first_start import FirstStart

            page = FirstStart(self._tasks)
            page.finished.connect(partial(self._on_named, page))
            self.screens.addWidget(page)
            page.begin()
        else:
            self._tasks.read(self, _clinic, self._enter, self._on_cannot_open)

    def _on_named(self, page: QWidget, clinic: Clinic) -> None:
        self.screens.removeWidget(page)
        page.deleteLater()
        self._enter(clinic)

    def _on_cannot_open(self, error: NeedleLogError) -> None:
        close = ActionButton(_("Close NeedleLog"), icon="x", height=48)
        close.clicked.connect(self.close)
        sentence = _("The records were not opened")
        self.screens.addWidget(EmptyState("database", sentence, str(error), close))

    def _enter(self, clinic: Clinic) -> None:
        from needlelog.ui.navigation import Navigation  # with all screens: after the first paint
        from needlelog.ui.screens.find import FindPanel

        self.found = FindPanel(self._tasks, self.bar.finder, self)
        ways = Navigation(self._tasks, self.screens, ZoneInfo(clinic.time_zone))
        ways.shown.connect(self._on_shown)
        ways.toast_asked.connect(self.toasts.show_toast)
        ways.toast_closed.connect(self.toasts.close_topic)
        ways.saved.connect(self._on_chair_saved)
        ways.not_saved.connect(self._on_chair_not_saved)
        self.found.client_asked.connect(ways.show_client)
        self.found.new_client_asked.connect(ways.new_client)
        self.rail.asked.connect(ways.go)
        self.navigation = ways
        self.rail.show()
        ways.show_clients()

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

    def _on_touched(self, _topic: Topic) -> None:
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
        for keys, act in (
            ("Ctrl+F", self._on_find),
            ("Ctrl+K", self._on_find),
            ("Ctrl+Shift+N", self._on_new_client),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _on_find(self) -> None:
        if self.navigation is not None:
            self.bar.show()
            self.bar.finder.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.bar.finder.selectAll()

    def _on_new_client(self) -> None:
        if self.navigation is not None:
            self.navigation.new_client()

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
