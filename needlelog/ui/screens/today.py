"""The first page: sessions to resume or sign, what was signed today, and who was here lately."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from needlelog.domain import dates
from needlelog.i18n import _, ngettext
from needlelog.ui import metrics, words
from needlelog.ui.day_turn import DayTurn
from needlelog.ui.screens import today_facts
from needlelog.ui.screens.today_facts import RecentClient, SignedSession, TodayFacts
from needlelog.ui.screens.waiting_card import WaitingCard
from needlelog.ui.tasks import Tasks, Topic
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.card import Card
from needlelog.ui.widgets.empty_state import EmptyState
from needlelog.ui.widgets.hairline import Hairline
from needlelog.ui.widgets.keyed_button import KeyedButton
from needlelog.ui.widgets.labels import PlainLabel
from needlelog.ui.widgets.list_row import ListRow
from needlelog.ui.widgets.page import Page
from needlelog.ui.widgets.readable import readable
from needlelog.ui.widgets.timed_row import TimedRow

_GUTTER = 24
_BAR_PX = 12
_ROW_PX = 62
"""Ten of them stand in a window of 1366x860."""
_SHOWS = (Topic.CLINIC, Topic.CLIENTS, Topic.SESSIONS)


class Today(QWidget):
    """Reads itself again when what it shows changes, and when another day begins."""

    client_asked = Signal(object)
    """UUID of a client."""
    session_asked = Signal(object)
    """UUID of a session that waits."""
    new_session_asked = Signal()
    new_client_asked = Signal()

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self.new_session = KeyedButton(_("New session"), "plus")
        self.new_session.clicked.connect(self.new_session_asked)
        self._date = PlainLabel(role="name")
        self._count = PlainLabel(role="secondary")
        self._waiting_count = PlainLabel(role="label")
        self.waiting = _column(12)
        self.signed = _column(0)
        self.recent = _column(0)
        self._pages = QStackedWidget()
        self._nobody = self._made_nobody()
        self._filled = self._made_filled()
        self._lay_out()
        self._day = DayTurn(self)
        self._day.turned.connect(self._on_day_turned)
        tasks.touched.connect(self._on_touched)

    def reload(self) -> None:
        self._tasks.read(self, today_facts.load, self.show_facts)

    def is_filled(self) -> bool:
        """Whether the records have answered."""
        return self._pages.currentIndex() > 0

    def show_facts(self, facts: TodayFacts) -> None:
        self._day.watch(facts.zone)
        self._date.setText(facts.heading)
        self._count.setText(_to_sign(facts.waiting_count))
        self._waiting_count.setText(_unsigned(facts.waiting_count))
        self._show_waiting(facts)
        self._show_signed(facts)
        self._show_recent(facts)
        has_people = bool(facts.recent or facts.waiting)
        self._pages.setCurrentWidget(self._filled if has_people else self._nobody)

    # ---------------------------------------------------------------------------- columns

    def _show_waiting(self, facts: TodayFacts) -> None:
        _clear(self.waiting)
        for one in facts.waiting:
            card = WaitingCard(one, facts)
            card.resumed.connect(self.session_asked)
            self.waiting.addWidget(card)
        more = facts.waiting_count - len(facts.waiting)
        if more > 0:
            rest = ngettext(
                "{n} more waits. Find it by its client.",
                "{n} more wait. Find them by their clients.",
                more,
            )
            self.waiting.addWidget(PlainLabel(rest.format(n=more), "secondary", wrap=True))
        if not facts.waiting:
            self.waiting.addWidget(_nobody_in_the_chair())

    def _show_signed(self, facts: TodayFacts) -> None:
        _clear(self.signed)
        for nth, one in enumerate(facts.signed):
            if nth:
                self.signed.addWidget(Hairline())
            row = _signed_row(one, facts)
            row.clicked.connect(partial(self._on_client_tapped, one.client.id))
            self.signed.addWidget(row)
        if not facts.signed:
            self.signed.addWidget(_nothing_signed())

    def _show_recent(self, facts: TodayFacts) -> None:
        _clear(self.recent)
        for nth, one in enumerate(facts.recent):
            if nth:
                self.recent.addWidget(Hairline())
            row = ListRow(height=_ROW_PX)
            facts_line = words.born_and_code(one.client, facts.today)
            row.show_words(one.client.banner_name, facts_line, _seen(one, facts))
            row.clicked.connect(partial(self._on_client_tapped, one.client.id))
            self.recent.addWidget(row)

    # ----------------------------------------------------------------------------- events

    def _on_client_tapped(self, client_id: UUID) -> None:
        self.client_asked.emit(client_id)

    def _on_touched(self, topic: Topic) -> None:
        if topic in _SHOWS and self.isVisible():
            self.reload()

    def _on_day_turned(self) -> None:
        if self.isVisible():
            self.reload()

    def _on_range_changed(self, _least: int, most: int) -> None:
        # The scroll bar stands in the gutter, so that both edges of the page stay in line.
        self._row.setContentsMargins(0, 0, _GUTTER - (_BAR_PX if most else 0), _GUTTER)

    # ----------------------------------------------------------------------------- layout

    def _made_nobody(self) -> EmptyState:
        add = ActionButton(_("New client"), icon="user-plus", kind="primary", guarded=True)
        add.clicked.connect(self.new_client_asked)
        return EmptyState(
            "users",
            _("No clients yet"),
            _("Add the first one: family name, given name and birth date are enough."),
            add,
        )

    def _made_filled(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(_GUTTER, 16, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._head())
        page = Page(self._columns())
        page.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        column.addWidget(page, 1)
        filled = QWidget()
        filled.setLayout(readable(content))
        return filled

    def _lay_out(self) -> None:
        self._pages.addWidget(QWidget())  # until the records have answered
        self._pages.addWidget(self._nobody)
        self._pages.addWidget(self._filled)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)

    def _head(self) -> QHBoxLayout:
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addWidget(self._date)
        lines.addWidget(self._count)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, _GUTTER, 0)
        head.addLayout(lines, 1)
        head.addWidget(self.new_session)
        return head

    def _columns(self) -> QWidget:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addLayout(_heading(_("In the chair"), self._waiting_count))
        left.addLayout(self.waiting)
        left.addSpacing(12)
        left.addWidget(PlainLabel(_("Signed today"), "card"))
        left.addWidget(_listed(self.signed))
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addLayout(_heading(_("Recent clients")))
        right.addWidget(_listed(self.recent))
        right.addStretch(1)
        columns = QWidget()
        self._row = QHBoxLayout(columns)
        self._row.setContentsMargins(0, 0, _GUTTER, _GUTTER)
        self._row.setSpacing(20)
        self._row.addLayout(left, 1)
        self._row.addLayout(right, 1)
        return columns


def _signed_row(one: SignedSession, facts: TodayFacts) -> TimedRow:
    signed_at = one.session.signed_at or one.session.happened_at
    hour = dates.clock(signed_at, facts.zone)
    name = one.client.banner_name
    spoken = _("{name}, signed {time}, {what}").format(name=name, time=hour, what=one.deepest)
    return TimedRow(hour, name, one.deepest, spoken)


def _seen(one: RecentClient, facts: TodayFacts) -> str:
    """'Today', '14-Nov-2026', or 'New' for somebody who was not treated yet."""
    if one.seen_on is None:
        return _("New")
    return _("Today") if one.seen_on == facts.today else dates.short(one.seen_on)


def _to_sign(count: int) -> str:
    if not count:
        return _("Every session is signed")
    return ngettext("{n} session to sign", "{n} sessions to sign", count).format(n=count)


def _unsigned(count: int) -> str:
    return _("{n} unsigned").format(n=count) if count else ""


def _nobody_in_the_chair() -> Card:
    card = Card()
    hint = _("New session asks who it is for. What you begin waits here until it is signed.")
    card.body.addWidget(EmptyState("armchair", _("Nobody is in the chair"), hint))
    return card


def _nothing_signed() -> PlainLabel:
    quiet = PlainLabel(_("No session signed yet today"), "secondary")
    quiet.setContentsMargins(14, 0, 14, 0)
    metrics.one_line(quiet, 44)
    return quiet


def _heading(title: str, aside: PlainLabel | None = None) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(PlainLabel(title, "heading"), 1)
    if aside is not None:
        row.addWidget(aside, 0, Qt.AlignmentFlag.AlignBottom)
    return row


def _listed(rows: QVBoxLayout) -> Card:
    card = Card(padding=6)
    card.body.addLayout(rows)
    return card


def _column(spacing: int) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(spacing)
    return column


def _clear(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
