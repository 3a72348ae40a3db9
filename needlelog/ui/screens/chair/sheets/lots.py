"""Lot and expiry of every tip, serum and numbing product of the session."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal

from needlelog.domain import amounts, supplies
from needlelog.domain.session import NeedlingSession, Numbing, SerumUse, Tip
from needlelog.domain.supplies import Lot, Supply
from needlelog.i18n import _
from needlelog.ui.clock import now
from needlelog.ui.screens import session_words
from needlelog.ui.screens.chair.facts import ChairFacts, Favourites
from needlelog.ui.screens.chair.sheets.content import SheetContent
from needlelog.ui.screens.chair.sheets.lot_fields import LotFields
from needlelog.ui.widgets.card import Card
from needlelog.ui.widgets.fields import NumberField
from needlelog.ui.widgets.labels import ElidedLabel


class LotsContent(SheetContent):
    """A card for each product. A session without a tip has a card that makes its first one."""

    def __init__(self, session: NeedlingSession, facts: ChairFacts) -> None:
        super().__init__(session)
        self._favourites = facts.favourites
        self._today = now().astimezone(facts.zone).date()
        self._first_tip = Tip(opened_at=session.started_at)
        self.cards: dict[UUID, SupplyCard] = {}
        self._show()

    def _show(self) -> None:
        rows = list(self._supplies())
        if [row.id for row in rows] != list(self.cards):
            self._make_cards(rows)
        for number, row in enumerate(rows, start=1):
            self.cards[row.id].show_supply(row, self._name(row, number))

    def _supplies(self) -> Iterator[Supply]:
        yield from self._session.tips or (self._first_tip,)
        yield from self._session.serums
        yield from self._session.numbings

    def _make_cards(self, rows: list[Supply]) -> None:
        for card in self.cards.values():
            self.body.removeWidget(card)
            card.deleteLater()
        self.cards = {}
        for number, row in enumerate(rows, start=1):
            card = SupplyCard(self._name(row, number), self._today, isinstance(row, SerumUse))
            card.lot.set_offers(offers(row, self._favourites))
            card.lot.picked.connect(partial(self._on_picked, row.id))
            card.lot.typed.connect(partial(self._on_typed, row.id))
            card.amount_typed.connect(partial(self._on_amount, row.id))
            self.cards[row.id] = card
            self.body.addWidget(card)

    def _name(self, supply: Supply, number: int) -> str:
        if isinstance(supply, SerumUse):
            return session_words.serum_name(supply)
        if isinstance(supply, Numbing):
            return _("Numbing: {name}").format(name=session_words.numbing_name(supply))
        name = supply.name or _("Needle tip")
        several = len(self._session.tips) > 1
        return _("Tip {n}: {name}").format(n=number, name=name) if several else name

    def _supply(self, supply_id: UUID) -> Supply:
        return next(row for row in self._supplies() if row.id == supply_id)

    def _on_picked(self, supply_id: UUID, lot: Lot) -> None:
        supply = self._supply(supply_id)
        if isinstance(supply, Tip) and not supply.name:  # the chip stands for the whole box
            known = next(tip for tip in self._favourites.tips if supplies.lot_of(tip) == lot)
            supply = replace(supply, name=known.name, pins=known.pins, product=known.product)
        self._tapped("lot", supplies.with_lot(self._session, supply, lot))

    def _on_typed(self, supply_id: UUID, lot: Lot) -> None:
        supply = self._supply(supply_id)
        if supplies.lot_of(supply) != lot:
            self._wrote("lot", supplies.with_lot(self._session, supply, lot))

    def _on_amount(self, supply_id: UUID, amount_ul: int | None) -> None:
        supply = self._supply(supply_id)
        if isinstance(supply, SerumUse):
            with_amount = replace(supply, amount_ul=amount_ul)
            self._wrote("lot", supplies.with_supply(self._session, with_amount))


class SupplyCard(Card):
    amount_typed = Signal(object)

    def __init__(self, name: str, today: date, is_serum: bool) -> None:
        super().__init__(padding=12)
        self.title = ElidedLabel(name, "card")
        self.amount = NumberField(_("Amount, ml"), amounts.parse_ml, amounts.thousandths)
        self.lot = LotFields(name, today, beside=self.amount if is_serum else None)
        self.body.setSpacing(8)
        self.body.addWidget(self.title)
        self.body.addWidget(self.lot)
        self.amount.understood.connect(self.amount_typed)

    def show_supply(self, supply: Supply, name: str) -> None:
        self.title.setText(name)
        self.lot.show_lot(supplies.lot_of(supply))
        if isinstance(supply, SerumUse):
            self.amount.show_value(supply.amount_ul)


def offers(supply: Supply, favourites: Favourites) -> list[Lot]:
    """Lots of the same product that were used before, newest first."""
    return [supplies.lot_of(row) for row in _alike(supply, favourites)]


def _alike(supply: Supply, favourites: Favourites) -> list[Supply]:
    if isinstance(supply, Tip):
        known = favourites.tips
        return [row for row in known if not supply.name or row.name == supply.name]
    same = (supply.product, supply.name)
    rows = favourites.serums if isinstance(supply, SerumUse) else favourites.numbings
    return [row for row in rows if (row.product, row.name) == same]
