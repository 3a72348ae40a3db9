"""The clients who were here lately; anybody else is found by name."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from needlelog.i18n import _
from needlelog.ui import words
from needlelog.ui.screens import clients_facts
from needlelog.ui.screens.clients_facts import HomeFacts
from needlelog.ui.tasks import Tasks, Topic
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.card import Card
from needlelog.ui.widgets.empty_state import EmptyState
from needlelog.ui.widgets.labels import PlainLabel
from needlelog.ui.widgets.list_row import ListRow
from needlelog.ui.widgets.page import Page

GUTTER = 24


class Clients(QWidget):
    """Reads itself again whenever clients or sessions change while it is shown."""

    client_asked = Signal(object)
    """UUID of a client."""
    new_client_asked = Signal()

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self.new_client = ActionButton(
            _("New client"), icon="user-plus", kind="primary", guarded=True
        )
        self.new_client.clicked.connect(self.new_client_asked)
        self.recent = QVBoxLayout()
        self._pages = QStackedWidget()
        self._nobody = self._made_nobody()
        self._lay_out()
        tasks.touched.connect(self._on_touched)

    def reload(self) -> None:
        self._tasks.read(self, clients_facts.home, self.show_facts)

    def show_facts(self, facts: HomeFacts) -> None:
        self._show_recent(facts)
        self._pages.setCurrentIndex(1 if facts.recent else 0)

    def _show_recent(self, facts: HomeFacts) -> None:
        _clear(self.recent)
        for client in facts.recent:
            row = ListRow()
            row.show_words(
                client.banner_name, words.born_and_code(client, facts.today), client.phone
            )
            row.clicked.connect(partial(self._on_client_tapped, client.id))
            self.recent.addWidget(row)

    def _on_client_tapped(self, client_id: UUID) -> None:
        self.client_asked.emit(client_id)

    def _on_touched(self, topic: Topic) -> None:
        if topic in (Topic.CLIENTS, Topic.SESSIONS) and self.isVisible():
            self.reload()

    def _made_nobody(self) -> EmptyState:
        add = ActionButton(_("New client"), icon="user-plus", kind="primary", guarded=True)
        add.clicked.connect(self.new_client_asked)
        return EmptyState(
            "users",
            _("No clients yet"),
            _("Add the first one: family name, given name and birth date are enough."),
            add,
        )

    def _lay_out(self) -> None:
        filled = QWidget()
        column = QVBoxLayout(filled)
        column.setContentsMargins(GUTTER, 16, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._head())
        column.addWidget(Page(self._columns()), 1)
        self._pages.addWidget(self._nobody)
        self._pages.addWidget(filled)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, GUTTER, 0)
        head.addWidget(PlainLabel(_("Recent clients"), "heading"), 1)
        head.addWidget(self.new_client)
        return head

    def _columns(self) -> QWidget:
        self.recent.setSpacing(0)
        card = Card(padding=6)
        card.body.addLayout(self.recent)
        columns = QWidget()
        row = QHBoxLayout(columns)
        row.setContentsMargins(0, 0, GUTTER, GUTTER)
        row.setSpacing(16)
        row.addWidget(card, 1, Qt.AlignmentFlag.AlignTop)
        return columns


def _clear(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.deleteLater()
