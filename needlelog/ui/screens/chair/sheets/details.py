"""What else belongs to the session: reason for treatment, people, skin before and after, price."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from needlelog import catalogue
from needlelog.domain import amounts
from needlelog.domain.price import ClinicPrice, offered
from needlelog.domain.session import NeedlingSession
from needlelog.domain.text import clean_line
from needlelog.i18n import _
from needlelog.ui.clock import now_in
from needlelog.ui.screens.chair.facts import ChairFacts
from needlelog.ui.screens.chair.sheets.choice_or_words import ChoiceOrWords
from needlelog.ui.screens.chair.sheets.content import SheetContent, caption, side_by_side
from needlelog.ui.screens.chair.sheets.entered_later import EnteredLater
from needlelog.ui.screens.chair.sheets.stamp_button import StampButton
from needlelog.ui.widgets.chips import ChipGroup, Choice
from needlelog.ui.widgets.fields import Field, NumberField

_PRESENT = "present"


class DetailsContent(SheetContent):
    """Each control is one field of the session, named as the field is."""

    def __init__(self, session: NeedlingSession, facts: ChairFacts) -> None:
        super().__init__(session)
        self._currency = facts.clinic.currency
        self.stamps = {
            "identity_confirmed_at": StampButton(_("Client said name and birth date"), facts.zone),
            "sharps_disposed_at": StampButton(_("Sharps disposed"), facts.zone),
        }
        self.indication = ChipGroup(_("Reason for treatment"), "one_or_none", height=56)
        self.choices = {
            "skin_prep": ChoiceOrWords(_("Skin prepared with"), "skin_prep"),
            "product_after": ChoiceOrWords(_("On the skin afterwards"), "product_after"),
        }
        self.chaperone = ChipGroup(_("Chaperone"), "one_or_none", height=56)
        self.lines = {
            "chaperone_name": Field(_("Name of the chaperone")),
            "interpreter": Field(_("Interpreter")),
            "supervised_by": Field(_("Supervised by")),
            "prescriber": Field(_("Prescriber")),
        }
        self.price = NumberField(
            _("Price charged, {currency}").format(currency=self._currency)
            if self._currency
            else _("Price charged"),
            partial(amounts.parse_money, currency=self._currency),
            partial(amounts.money, currency=self._currency),
        )
        listed = offered(facts.shelf.prices, self._currency)
        self._prices = {one.id.hex: one.amount_minor for one in listed}
        self.prices = self._made_prices(listed)
        self.later = EnteredLater(facts)
        self._fill_chips()
        self._lay_out()
        self._connect()
        self._show()

    def _made_prices(self, listed: Sequence[ClinicPrice]) -> ChipGroup:
        prices = ChipGroup(_("Your prices"), "one_or_none", height=56)
        prices.set_choices(
            [Choice(one.id.hex, one.name, self._price_words(one.amount_minor)) for one in listed]
        )
        return prices

    def _fill_chips(self) -> None:
        reasons = catalogue.indications().values()
        self.indication.set_choices([Choice(one.id, _(one.label)) for one in reasons])
        self.chaperone.set_choices(
            [
                Choice("offered", _("Offered")),
                Choice("declined", _("Declined")),
                Choice(_PRESENT, _("Present")),
            ]
        )

    def _lay_out(self) -> None:
        parts: tuple[QWidget, ...] = (
            caption(_("Reason for treatment")), self.indication, *self.choices.values(),
            caption(_("Chaperone")), self.chaperone, self.lines["chaperone_name"],
        )  # fmt: skip
        self.body.addLayout(side_by_side(*self.stamps.values()))
        for part in parts:
            self.body.addWidget(part)
        self.body.addLayout(side_by_side(self.lines["interpreter"], self.lines["prescriber"]))
        self.body.addLayout(side_by_side(self.lines["supervised_by"], self.price))
        if self._prices:
            self.body.addWidget(caption(_("Your prices")))
        self.body.addWidget(self.prices)
        self.prices.setVisible(bool(self._prices))
        self.body.addWidget(self.later)

    def _connect(self) -> None:
        tap, write = self._tap, self._write
        for name, stamp in self.stamps.items():
            stamp.stamped.connect(partial(self._on_stamped, name))
        for name, choice in self.choices.items():
            choice.chosen.connect(partial(tap, name))
            choice.typed.connect(partial(write, name))
        for name, line in self.lines.items():
            line.typed.connect(partial(self._on_line, name))
        self.indication.changed.connect(partial(self._on_chip, "indication"))
        self.chaperone.changed.connect(partial(self._on_chip, "chaperone"))
        self.price.understood.connect(self._on_price)
        self.prices.changed.connect(self._on_listed_price)
        self.later.changed.connect(partial(self._tapped, "details"))
        self.later.typed.connect(partial(self._wrote, "details"))

    def _show(self) -> None:
        session = self._session
        for name, stamp in self.stamps.items():
            stamp.show_moment(getattr(session, name))
        for name, choice in self.choices.items():
            choice.show_value(getattr(session, name))
        for name, line in self.lines.items():
            if clean_line(line.text()) != getattr(session, name):
                line.set_text(getattr(session, name))
        self.indication.set_chosen([session.indication])
        self.chaperone.set_chosen([session.chaperone])
        named = session.chaperone == _PRESENT or bool(session.chaperone_name)
        self.lines["chaperone_name"].setVisible(named)
        self.price.show_value(session.price_minor)
        self._show_listed(session.price_minor)
        self.later.show_session(session)

    def _on_stamped(self, name: str, was_done: bool) -> None:
        self._tap(name, now_in(self._session) if was_done else None)

    def _on_chip(self, name: str, chosen: tuple[str, ...]) -> None:
        self._tap(name, chosen[0] if chosen else "")

    def _on_line(self, name: str, text: str) -> None:
        self._write(name, clean_line(text))

    def _on_price(self, minor: int | None) -> None:
        self._wrote("details", self._priced(minor))

    def _on_listed_price(self, chosen: tuple[str, ...]) -> None:
        self._tapped("details", self._priced(self._prices[chosen[0]] if chosen else None))

    def _priced(self, minor: int | None) -> NeedlingSession:
        currency = self._currency if minor is not None else ""
        return replace(self._session, price_minor=minor, currency=currency)

    def _show_listed(self, minor: int | None) -> None:
        """The chip that was tapped stays on among others that cost the same."""
        alike = [key for key, amount in self._prices.items() if amount == minor]
        if not set(self.prices.chosen()) & set(alike):
            self.prices.set_chosen(alike[:1])

    def _price_words(self, minor: int | None) -> str:
        return f"{amounts.money(minor or 0, self._currency)} {self._currency}".strip()

    def _tap(self, name: str, value: object) -> None:
        self._tell(self._tapped, name, value)

    def _write(self, name: str, value: object) -> None:
        self._tell(self._wrote, name, value)

    def _tell(self, tell: Callable[[str, NeedlingSession], None], name: str, value: object) -> None:
        values = {name: value}
        tell("details", replace(self._session, **values))  # type: ignore[arg-type]  # field names
