"""The list under the find field: clients by any part of name, phone, number or birth date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from needlelog.domain.client import Client
from needlelog.i18n import _
from needlelog.ui import words
from needlelog.ui.find_field import FindField
from needlelog.ui.screens.clients_facts import clinic_zone, today_in
from needlelog.ui.tasks import Tasks
from needlelog.ui.widgets.card import Card
from needlelog.ui.widgets.list_row import ListRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

SHOWN = 8
_PADDING = 6
_WIDTH = 560


@dataclass(frozen=True, slots=True)
class Found:
    clients: tuple[Client, ...]
    today: date


def found(db: Session, text: str) -> Found:
    """The likeliest clients for what was typed."""
    from needlelog.db import clients

    return Found(clients.find(db, text, limit=SHOWN), today_in(clinic_zone(db)))


class FindPanel(Card):
    """Lies over the screen while something is typed; the newest answer wins."""

    client_asked = Signal(object)
    """UUID of the client that was chosen."""
    new_client_asked = Signal(str)
    """What was typed, and nobody is called."""

    def __init__(self, tasks: Tasks, field: FindField, window: QWidget) -> None:
        super().__init__(edge="ctl", padding=_PADDING)
        self.setParent(window)
        self._window = window
        self._tasks = tasks
        self._field = field
        self._asked = 0
        self._answered = 0
        self._clients: tuple[Client, ...] = ()
        self._current = 0
        self._chooses_when_answered = False
        self.body.setSpacing(0)
        self.rows = tuple(self._made_row(index) for index in range(SHOWN))
        self.hide()
        field.textChanged.connect(self._on_text_changed)
        field.moved.connect(self._on_moved)
        field.chosen.connect(self._on_chosen)
        field.dropped.connect(self.drop)

    def drop(self) -> None:
        """Close the list and empty the field; what is still on its way is not wanted any more."""
        self._asked += 1
        self._clients = ()
        self._chooses_when_answered = False
        with QSignalBlocker(self._field):
            self._field.clear()
        self.hide()

    def place(self) -> None:
        """Under the field, wide enough for a name and a birth date."""
        window = self._window
        width = max(self._field.width(), min(_WIDTH, window.width() - 32))
        corner = self._field.mapTo(window, QPoint(0, self._field.height() + 6))
        left = min(corner.x(), window.width() - width - 16)
        self.setGeometry(left, corner.y(), width, self.sizeHint().height())

    def _made_row(self, index: int) -> ListRow:
        row = ListRow(takes_focus=False)
        row.clicked.connect(partial(self._choose, index))
        self.body.addWidget(row)
        return row

    def _on_text_changed(self, text: str) -> None:
        self._asked += 1
        self._chooses_when_answered = False
        if not text.strip():
            self._clients = ()
            self.hide()
            return
        answer = partial(self._on_found, self._asked, text)
        self._tasks.read(self, partial(found, text=text), answer)

    def _on_found(self, asked: int, text: str, answer: Found) -> None:
        if asked != self._asked:
            return
        self._answered = asked
        self._clients = answer.clients
        self._current = 0
        for index, row in enumerate(self.rows):
            row.setVisible(index < max(1, len(answer.clients)))
        for row, client in zip(self.rows, answer.clients, strict=False):
            aside = _("Archived") if client.archived_at else ""
            row.show_words(client.banner_name, _facts(client, answer.today), aside)
        if not answer.clients:
            nobody = _("Nobody called “{text}”").format(text=text.strip())
            self.rows[0].show_words(nobody, _("New client"), icon="user-plus")
        self._mark_current()
        self.place()
        self.show()
        self.raise_()
        if self._chooses_when_answered:
            self._choose(self._current)

    def _on_moved(self, by: int) -> None:
        if self._clients:
            self._current = (self._current + by) % len(self._clients)
            self._mark_current()

    def _on_chosen(self) -> None:
        if self.isVisible() and not self._is_waiting():
            self._choose(self._current)
        else:
            self._chooses_when_answered = bool(self._field.text().strip())

    def _is_waiting(self) -> bool:
        return self._answered != self._asked

    def _choose(self, index: int) -> None:
        typed, clients = self._field.text().strip(), self._clients
        self.drop()
        if clients:
            self.client_asked.emit(clients[index].id)
        else:
            self.new_client_asked.emit(typed)

    def _mark_current(self) -> None:
        for index, row in enumerate(self.rows):
            row.set_current(index == self._current)


def _facts(client: Client, today: date) -> str:
    parts = (words.born_and_code(client, today), client.phone)
    return " · ".join(part for part in parts if part)
