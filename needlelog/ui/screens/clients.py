"""The first page: sessions that wait, and clients who were here lately."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QStackedWidget, QVBoxLayout, QWidget

from needlelog.domain import dates
from needlelog.i18n import _, ngettext
from needlelog.ui import words
from needlelog.ui.screens import clients_facts
from needlelog.ui.screens.clients_facts import HomeFacts
from needlelog.ui.screens.waiting_card import WaitingCard
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
    session_asked = Signal(object)
    """UUID of a session that waits."""
    new_client_asked = Signal()

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self.new_client = ActionButton(
            _("New client"), icon="user-plus", kind="primary", guarded=True
        )
        self.new_client.clicked.connect(self.new_client_asked)
        self._today = PlainLabel(role="heading")
        self._count = PlainLabel(role="secondary")
        self.waiting = QVBoxLayout()
        self.recent = QVBoxLayout()
        self._pages = QStackedWidget()
        self._nobody = self._made_nobody()
        self._lay_out()
        tasks.touched.connect(self._on_touched)

    def reload(self) -> None:
        self._tasks.read(self, clients_facts.home, self.show_facts)

    def show_facts(self, facts: HomeFacts) -> None:
        self._today.setText(dates.echo(facts.today))
        self._count.setText(_waiting_count(len(facts.waiting)))
        _clear(self.waiting)
        for one in facts.waiting:
            card = WaitingCard(one, facts)
            card.resumed.connect(self.session_asked)
            self.waiting.addWidget(card)
        if not facts.waiting:
            self.waiting.addWidget(_nobody_in_the_chair())
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
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(self._today)
        lines.addWidget(self._count)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, GUTTER, 0)
        head.addLayout(lines, 1)
        head.addWidget(self.new_client)
        return head

    def _columns(self) -> QWidget:
        self.waiting.setSpacing(12)
        self.recent.setSpacing(0)
        card = Card(padding=6)
        card.body.addLayout(self.recent)
        columns = QWidget()
        row = QHBoxLayout(columns)
        row.setContentsMargins(0, 0, GUTTER, GUTTER)
        row.setSpacing(16)
        row.addLayout(_titled(_("In the chair"), self.waiting), 1)
        row.addLayout(_titled(_("Recent clients"), card), 1)
        return columns


def _titled(title: str, content: QLayout | QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(8)
    column.addWidget(PlainLabel(title, "heading"))
    if isinstance(content, QWidget):
        column.addWidget(content)
    else:
        column.addLayout(content)
    column.addStretch(1)
    return column


def _nobody_in_the_chair() -> Card:
    card = Card()
    hint = _("Find a client above, then tap Start session.")
    card.body.addWidget(EmptyState("armchair", _("Nobody is in the chair"), hint))
    return card


def _waiting_count(count: int) -> str:
    if not count:
        return _("Every session is signed")
    return ngettext("{n} session to finish", "{n} sessions to finish", count).format(n=count)


def _clear(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.deleteLater()
