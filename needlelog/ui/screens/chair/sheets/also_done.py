"""Other procedures of the same day, before or after the needling."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from needlelog import catalogue
from needlelog.domain.session import AlsoDone, NeedlingSession
from needlelog.i18n import _
from needlelog.ui.screens.chair.facts import ChairFacts
from needlelog.ui.screens.chair.sheets.also_done_card import AlsoDoneCard
from needlelog.ui.screens.chair.sheets.choice_or_words import OTHER
from needlelog.ui.screens.chair.sheets.content import SheetContent, caption, information
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.flow import FlowLayout


class AlsoDoneContent(SheetContent):
    """A tap on a kind adds it on top; a kind that is there already is not added twice."""

    def __init__(self, session: NeedlingSession, facts: ChairFacts) -> None:
        super().__init__(session)
        self.cards: dict[UUID, AlsoDoneCard] = {}
        self.kinds = {
            one.id: ActionButton(_(one.label), "plus", height=56)
            for one in catalogue.choices("also_done").values()
        }
        chips = QWidget()
        flow = FlowLayout(chips)
        for kind, button in self.kinds.items():
            flow.addWidget(button)
            button.clicked.connect(partial(self._on_kind, kind))
        energy = information(
            _("Energy of RF devices is not recorded by this version; note it here.")
        )
        self._column = QVBoxLayout()
        self._column.setSpacing(12)
        self.body.addWidget(caption(_("What else was done?")))
        self.body.addWidget(chips)
        self.body.addWidget(energy)
        self.body.addLayout(self._column)
        self.body.addStretch(1)
        self._show()

    def _show(self) -> None:
        rows = {row.id: row for row in self._session.also_done}
        for row_id in [known for known in self.cards if known not in rows]:
            card = self.cards.pop(row_id)
            self._column.removeWidget(card)
            card.deleteLater()
        for row_id, row in rows.items():
            if row_id not in self.cards:
                self._add_card(row)
            self.cards[row_id].show_entry(row, self._session.treated_zones)
        there = {row.kind for row in rows.values()}
        for kind, button in self.kinds.items():
            button.setEnabled(kind == OTHER or kind not in there)

    def _add_card(self, row: AlsoDone) -> None:
        card = AlsoDoneCard(row)
        card.changed.connect(self._on_changed)
        card.typed.connect(self._on_typed)
        card.removed.connect(self._on_removed)
        self.cards[row.id] = card
        self._column.insertWidget(0, card)

    def _on_kind(self, kind: str) -> None:
        # 'Other' stays on offer, so a second tap before it has its words must not add another.
        if all(row.kind != kind for row in self._session.also_done):
            rows = (*self._session.also_done, AlsoDone(kind=kind))
            self._tapped("also_done", replace(self._session, also_done=rows))

    def _on_changed(self, row: AlsoDone) -> None:
        self._tapped("also_done", self._with(row))

    def _on_typed(self, row: AlsoDone) -> None:
        self._wrote("also_done", self._with(row))

    def _on_removed(self, row_id: UUID) -> None:
        rows = tuple(row for row in self._session.also_done if row.id != row_id)
        self._tapped("also_done", replace(self._session, also_done=rows))

    def _with(self, row: AlsoDone) -> NeedlingSession:
        rows = tuple(row if one.id == row.id else one for one in self._session.also_done)
        return replace(self._session, also_done=rows)
