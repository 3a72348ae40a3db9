"""The step where the skin is looked at before the client leaves."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from needlelog import catalogue
from needlelog.domain.reference import Asked
from needlelog.domain.session import GradedReaction, NeedlingSession
from needlelog.domain.text import clean_text
from needlelog.errors import BadValue
from needlelog.i18n import _
from needlelog.ui import display, metrics
from needlelog.ui.autosave import Autosave
from needlelog.ui.clock import now_in
from needlelog.ui.screens.chair.reaction_card import ReactionCard
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.card import Card
from needlelog.ui.widgets.chips import ChipGroup, Choice
from needlelog.ui.widgets.fields import NoteField
from needlelog.ui.widgets.labels import PlainLabel
from needlelog.ui.widgets.page_buttons import PageButtons
from needlelog.ui.widgets.sheet import Sheet
from needlelog.ui.widgets.stepper import Reading, Stepper, Steps

_SIDE_PX = 336
_BESIDE_PX = 800
_PAGES_PX = 72  # the buttons that turn the pages
_AS_EXPECTED = ("as_expected", "reactions")
"""The step's code, from here and from the last step's one-tap answer."""


class Reactions(QWidget):
    """Nothing is graded until somebody grades it; one tap says 'as expected'."""

    def __init__(self, autosave: Autosave) -> None:
        super().__init__()
        self._autosave = autosave
        self.as_expected = ActionButton(
            _("As expected: even redness, nothing else seen"), "check", height=64
        )
        self.rest = ActionButton(_("Rest: not seen today"), "check-check", height=64)
        self.more = ActionButton(_("More"), "plus", height=64)
        self.pain = Stepper(_("Pain"), Steps(0, 10), _pain(), button_px=64, value_px=28)
        self.notes = NoteField(_("Notes"))
        self.cards: dict[str, ReactionCard] = {}
        self._grid = QGridLayout()
        self._side = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._column = QVBoxLayout()
        self._columns = 2
        self._is_compact = False
        self._side_is_under = False
        self._lay_out()
        for kind in catalogue.reactions().values():
            if Asked.DAY in kind.asked:
                self._add_card(kind.id)
        self._arrange()
        self._connect()
        self.show_session(autosave.session)

    def show_session(self, session: NeedlingSession) -> None:
        levels = {row.kind: row.level for row in session.reactions}
        for kind in levels:
            if kind not in self.cards:
                self._add_card(kind)
                self._arrange()
        for kind, card in self.cards.items():
            card.show_level(levels.get(kind), _ungraded(session, kind))
        self.as_expected.set_kind("primary" if session.as_expected_at else "secondary")
        self.rest.set_kind("primary" if session.rest_not_seen_at else "secondary")
        self.pain.set_value(session.pain)
        if clean_text(self.notes.text()) != session.notes:  # a space just typed stays
            self.notes.set_text(session.notes)

    def set_compact(self, compact: bool) -> None:
        """One column of cards where two would be too narrow to read."""
        self._is_compact = compact
        metrics.at_least(self.notes.edit, height=64 if compact else 96)
        self._row.setContentsMargins(24, 8 if compact else 16, 24, 8 if compact else 16)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Pain and notes beside the cards, on the side of the hand; under them in little room."""
        is_under = self.width() < metrics.px(_BESIDE_PX)
        if is_under is not self._side_is_under:
            self._side_is_under = is_under
            if is_under:
                self._column.insertWidget(1, self._side)
                self._side.setMinimumWidth(0)
                self._side.setMaximumWidth(16_777_215)
            else:
                self._row.addWidget(self._side)
        if not is_under:
            self._side.setFixedWidth(metrics.px(300 if self._is_compact else _SIDE_PX))
        self._set_columns(1 if self._is_compact or not self._has_room_for_two() else 2)
        is_rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        way = QBoxLayout.Direction
        mirrored = display.is_left_handed() is not is_rtl
        self._row.setDirection(way.RightToLeft if mirrored else way.LeftToRight)

    def _has_room_for_two(self) -> bool:
        beside = 0 if self._side_is_under else self._side.width()
        room = self.width() - beside - 48 - 2 * self._row.spacing() - metrics.px(_PAGES_PX)
        widest = max((card.minimumSizeHint().width() for card in self.cards.values()), default=0)
        return room >= 2 * widest + self._grid.spacing()

    def _set_columns(self, columns: int) -> None:
        if columns != self._columns:
            self._columns = columns
            self._arrange()

    def _lay_out(self) -> None:
        cards = QWidget()
        self._grid.setSpacing(12)
        self._grid.setContentsMargins(0, 0, 0, 0)
        cards.setLayout(self._column)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._column.addLayout(self._grid)
        self._column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(cards)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self.as_expected)
        cards_and_pages = QHBoxLayout()
        cards_and_pages.setSpacing(8)
        cards_and_pages.addWidget(scroll, 1)
        cards_and_pages.addWidget(PageButtons(scroll.verticalScrollBar()))
        left.addLayout(cards_and_pages, 1)
        self._fill_side()
        self._row.setContentsMargins(24, 16, 24, 16)
        self._row.setSpacing(16)
        self._row.addLayout(left, 1)
        self._row.addWidget(self._side)

    def _fill_side(self) -> None:
        pain = Card()
        pain.body.addWidget(PlainLabel(_("Pain, 0 to 10, as the client says"), "card", wrap=True))
        pain.body.addWidget(self.pain)
        notes = Card()
        notes.body.addWidget(self.notes)
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(pain)
        column.addWidget(notes, 1)
        column.addWidget(self.rest)
        column.addWidget(self.more)

    def _connect(self) -> None:
        self.as_expected.clicked.connect(self._on_as_expected)
        self.rest.clicked.connect(self._on_rest)
        self.more.clicked.connect(self._on_more)
        self.pain.value_changed.connect(self._on_pain)
        self.notes.typed.connect(self._on_notes)

    def _add_card(self, kind: str) -> None:
        reaction = catalogue.reactions()[kind]
        card = ReactionCard(reaction, catalogue.scales()[reaction.scale])
        card.graded.connect(self._on_graded)
        self.cards[kind] = card

    def _arrange(self) -> None:
        for index, card in enumerate(self.cards.values()):
            self._grid.addWidget(card, index // self._columns, index % self._columns)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)

    def _on_graded(self, kind: str, level: int) -> None:
        session = self._autosave.session
        kept = tuple(row for row in session.reactions if row.kind != kind)
        scale = catalogue.reactions()[kind].scale
        grade = GradedReaction(kind=kind, scale=scale, level=level, noted_at=now_in(session))
        graded = replace(session, reactions=(*kept, grade), as_expected_at=None)
        self._autosave.did("reaction", graded)

    def _on_as_expected(self) -> None:
        """A tap on it again right away is its undo: the grades it took away come back."""
        session, done = self._autosave.session, self._autosave.history.done
        if session.as_expected_at is None:
            self._autosave.did("as_expected", as_expected(session))
        elif done and done[-1].what in _AS_EXPECTED:
            self._autosave.undo()
        else:
            self._autosave.did("as_expected", replace(session, as_expected_at=None))

    def _on_rest(self) -> None:
        session = self._autosave.session
        at = None if session.rest_not_seen_at else now_in(session)
        self._autosave.did("rest", replace(session, rest_not_seen_at=at))

    def _on_pain(self, value: int) -> None:
        self._autosave.did("pain", replace(self._autosave.session, pain=value))

    def _on_notes(self, text: str) -> None:
        session = self._autosave.session
        self._autosave.typed("notes", replace(session, notes=clean_text(text)))

    def _on_more(self) -> None:
        others = [r for r in catalogue.reactions().values() if r.id not in self.cards]
        chips = ChipGroup(_("More reactions"), "one_or_none")
        chips.set_choices([Choice(kind.id, _(kind.label)) for kind in others])
        sheet = Sheet(self.window(), _("What else was seen?"), chips)
        chips.changed.connect(self._on_more_chosen)
        chips.changed.connect(sheet.dismiss)
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()

    def _on_more_chosen(self, chosen: tuple[str, ...]) -> None:
        for kind in chosen:
            self._add_card(kind)
        self._arrange()


def _ungraded(session: NeedlingSession, kind: str) -> str:
    """What the record says of a reaction without a grade."""
    if session.as_expected_at and kind == "redness":
        return _("as expected")
    if session.as_expected_at or session.rest_not_seen_at:
        return _("not seen today")
    return _("not graded")


def as_expected(session: NeedlingSession) -> NeedlingSession:
    """'As expected: even redness, nothing else seen.' What was graded before gives way to it."""
    return replace(session, as_expected_at=now_in(session), reactions=(), rest_not_seen_at=None)


def _parse_pain(text: str) -> int:
    if text.strip().isdecimal() and 0 <= int(text) <= 10:
        return int(text)
    raise BadValue(_("Type the pain as a number from 0 to 10."))


def _pain() -> Reading:
    return Reading(show=str, parse=_parse_pain, unit=_("of 10"))
