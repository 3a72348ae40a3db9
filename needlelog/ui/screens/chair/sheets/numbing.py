"""What numbed the skin, where, how much, and the minutes it was on."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal
from uuid import UUID

from PySide6.QtCore import QTimer

from needlelog import catalogue
from needlelog.domain import amounts, supplies
from needlelog.domain.product import ProductKind, is_own
from needlelog.domain.session import NeedlingSession, Numbing
from needlelog.domain.supplies import Lot
from needlelog.domain.text import clean_line
from needlelog.i18n import _
from needlelog.ui.clock import now, now_in
from needlelog.ui.screens import session_words
from needlelog.ui.screens.chair.facts import ChairFacts
from needlelog.ui.screens.chair.serum_options import lot_line
from needlelog.ui.screens.chair.sheets.choice_or_words import ChoiceOrWords
from needlelog.ui.screens.chair.sheets.content import (
    SheetContent,
    caption,
    information,
    side_by_side,
)
from needlelog.ui.screens.chair.sheets.lot_fields import LotFields
from needlelog.ui.screens.chair.sheets.lots import offers
from needlelog.ui.screens.chair.sheets.numbing_clock import NumbingClock
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.chips import ChipGroup, Choice
from needlelog.ui.widgets.fields import Field, NumberField

_COUNTED_EVERY_MS = 5000
_NONE = "none"


class NumbingContent(SheetContent):
    """Shows one product at a time: the last one, or the one whose chip was tapped."""

    def __init__(self, session: NeedlingSession, facts: ChairFacts) -> None:
        super().__init__(session)
        self._facts = facts
        self._used = {str(index): row for index, row in enumerate(facts.favourites.numbings)}
        self._shown_id: UUID | None = session.numbing.id if session.numbing else None
        self._is_adding = False
        self.several = ChipGroup(_("Numbing of this session"), height=56)
        self.second = ActionButton(_("Second product"), "plus", height=56, guarded=True)
        self.remove = ActionButton(_("Remove"), "trash-2", kind="danger", height=56, guarded=True)
        self.used = ChipGroup(_("Used before"), height=60)
        self.products = ChipGroup(_("Numbing product"), height=60)
        self.note = information()
        self.clock = NumbingClock(facts.zone)
        self.area = ChoiceOrWords(_("Where"), "numbing_area", _("Which area"))
        self.grams = NumberField(_("Amount, g"), amounts.parse_grams, amounts.thousandths)
        self.name = Field(_("Name on the tube"))
        self.lot = LotFields(_("numbing"), now().astimezone(facts.zone).date())
        self._fill_chips()
        self._lay_out()
        self._connect()
        self._show()
        self._count = QTimer(self)
        self._count.setInterval(_COUNTED_EVERY_MS)
        self._count.timeout.connect(self._show_clock)
        self._count.start()

    @property
    def _use(self) -> Numbing | None:
        """The numbing that is shown; None while a new one is being chosen."""
        return next((row for row in self._session.numbings if row.id == self._shown_id), None)

    def _fill_chips(self) -> None:
        own = self._facts.shelf.in_use(ProductKind.NUMBING)
        known = [one for one in catalogue.anaesthetics().values() if one.id != _NONE]
        self.products.set_choices(
            [
                *(Choice(one.code, one.name, one.maker) for one in own),
                *(Choice(one.id, _(one.label)) for one in known),
            ]
        )
        self.used.set_choices(
            [
                Choice(key, session_words.numbing_name(row), lot_line(row.lot, row.expires_on))
                for key, row in self._used.items()
            ]
        )
        self.used.setVisible(bool(self._used))

    def _lay_out(self) -> None:
        self.body.addWidget(self.several)
        self.body.addWidget(caption(_("Product")))
        for part in (self.used, self.products, self.note, self.clock, self.area):
            self.body.addWidget(part)
        self.body.addLayout(side_by_side(self.name, self.grams, stretches=(2, 1)))
        self.body.addWidget(self.lot)
        self.body.addLayout(side_by_side(self.second, self.remove))

    def _connect(self) -> None:
        self.several.changed.connect(self._on_several)
        self.second.clicked.connect(self._on_second)
        self.remove.clicked.connect(self._on_remove)
        self.used.changed.connect(self._on_used)
        self.products.changed.connect(self._on_product)
        self.clock.on_now.connect(self._on_now)
        self.clock.off_now.connect(self._off_now)
        self.clock.moved.connect(self._on_moved)
        self.area.chosen.connect(self._on_area)
        self.area.typed.connect(self._on_area_typed)
        self.grams.understood.connect(self._on_grams)
        self.name.typed.connect(self._on_name)
        self.lot.picked.connect(self._on_lot)
        self.lot.typed.connect(self._on_lot_typed)

    def _show(self) -> None:
        rows = self._session.numbings
        if self._use is None and not self._is_adding:  # removed or undone meanwhile
            self._shown_id = rows[-1].id if rows else None
        use = self._use
        self.several.setVisible(len(rows) > 1)
        names = [Choice(r.id.hex, session_words.numbing_name(r)) for r in rows]
        self.several.set_choices(names)
        self.several.set_chosen([use.id.hex] if use else [])
        self.products.set_chosen([use.product] if use else [])
        self.used.set_chosen(k for k, known in self._used.items() if use and _same(known, use))
        for part in (self.clock, self.area, self.grams, self.name, self.lot, self.remove):
            part.setEnabled(use is not None)
        self.second.setEnabled(use is not None)
        self._show_use(use or Numbing(product=_NONE))

    def _show_use(self, use: Numbing) -> None:
        note = "" if use.product == _NONE else self._note(use.product)
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.area.show_value(use.area)
        self.grams.show_value(use.amount_mg)
        if clean_line(self.name.text()) != use.name:
            self.name.set_text(use.name)
        self.lot.set_offers(offers(use, self._facts.favourites))
        self.lot.show_lot(supplies.lot_of(use))
        self._show_clock()

    def _note(self, code: str) -> str:
        """What its label says, as information."""
        if not is_own(code):
            return _note(code)
        own = self._facts.shelf.product(code)
        noted = own.ingredients if own else ""
        return _("Ingredients: {noted}").format(noted=noted) if noted else ""

    def _show_clock(self) -> None:
        self.clock.show_use(self._use, now_in(self._session))

    def _on_several(self, chosen: tuple[str, ...]) -> None:
        self._show_one(UUID(chosen[0]))

    def _on_second(self) -> None:
        self._show_one(None)

    def _show_one(self, numbing_id: UUID | None) -> None:
        """One of the products, or none while another is being added."""
        self._shown_id = numbing_id
        self._is_adding = numbing_id is None
        self._show()

    def _on_remove(self) -> None:
        if self._shown_id is not None:
            self._tapped("numbing", supplies.without_numbing(self._session, self._shown_id))

    def _on_used(self, chosen: tuple[str, ...]) -> None:
        known = self._used[chosen[0]]
        self._choose(known.product, known.name, supplies.lot_of(known))

    def _on_product(self, chosen: tuple[str, ...]) -> None:
        own = self._facts.shelf.product(chosen[0])
        self._choose(chosen[0], own.name if own else "", Lot())

    def _choose(self, product: str, name: str, lot: Lot) -> None:
        use = self._use or Numbing(product=product)
        self._shown_id = use.id
        self._is_adding = False
        self._keep(
            replace(use, product=product, name=name, lot=lot.number, expires_on=lot.expires_on)
        )

    def _on_now(self) -> None:
        if self._use is not None and self._use.on_at is None:
            self._keep(replace(self._use, on_at=now_in(self._session)))

    def _off_now(self) -> None:
        if self._use is not None and self._use.off_at is None:
            self._keep(replace(self._use, off_at=now_in(self._session)))

    def _on_moved(self, edge: Literal["on", "off"], minutes: int) -> None:
        if self._use is not None:
            self._keep(supplies.numbing_moved(self._use, edge, minutes, now()))

    def _on_area(self, area: str) -> None:
        self._keep_values(area=area)

    def _on_area_typed(self, area: str) -> None:
        self._type_values(area=area)

    def _on_grams(self, amount_mg: int | None) -> None:
        self._type_values(amount_mg=amount_mg)

    def _on_name(self, text: str) -> None:
        self._type_values(name=clean_line(text))

    def _on_lot(self, lot: Lot) -> None:
        self._keep_values(lot=lot.number, expires_on=lot.expires_on)

    def _on_lot_typed(self, lot: Lot) -> None:
        self._type_values(lot=lot.number, expires_on=lot.expires_on)

    def _keep_values(self, **values: object) -> None:
        if self._use is not None:
            self._keep(replace(self._use, **values))  # type: ignore[arg-type]  # checked by replace

    def _keep(self, use: Numbing) -> None:
        self._tapped("numbing", self._with(use))

    def _type_values(self, **values: object) -> None:
        if self._use is not None:
            use = replace(self._use, **values)  # type: ignore[arg-type]  # checked by replace
            self._wrote("numbing", self._with(use))

    def _with(self, use: Numbing) -> NeedlingSession:
        return supplies.numbed(self._session, use, self._facts.practitioner.id)


def _note(product: str) -> str:
    """What the label of the product says, as information."""
    row = catalogue.anaesthetics()[product]
    if row.contact_minutes == row.contact_minutes_max:
        return _(row.note)
    return _("Usually {low} to {high} minutes. {note}").format(
        low=row.contact_minutes, high=row.contact_minutes_max, note=_(row.note)
    )


def _same(known: Numbing, use: Numbing) -> bool:
    return (known.product, known.name, known.lot, known.expires_on) == (
        use.product, use.name, use.lot, use.expires_on,
    )  # fmt: skip
