"""Prices: what the clinic charges, as chips for the price of a session."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from needlelog import catalogue
from needlelog.domain import amounts
from needlelog.domain.price import ClinicPrice
from needlelog.domain.reference import Price
from needlelog.domain.shelf import Shelf
from needlelog.i18n import _
from needlelog.ui.screens.chair.facts import source_title
from needlelog.ui.screens.settings.record_form import RecordForm
from needlelog.ui.screens.settings.records_section import Kind, ListFacts, RecordsSection, Words
from needlelog.ui.tasks import Tasks, Topic
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.fields import NumberField
from needlelog.ui.widgets.flow import FlowLayout
from needlelog.ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class PricesSection(RecordsSection):
    """The list, and under it prices of the catalogue to start from: offers, with their source."""

    def __init__(self, tasks: Tasks) -> None:
        super().__init__(tasks, _prices())
        self.offers: dict[str, ActionButton] = {}
        self._offer = QWidget()
        column = QVBoxLayout(self._offer)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        for price in catalogue.prices().values():
            button = self.offers[price.id] = ActionButton(icon="plus", height=56, name=price.label)
            button.set_text(_(price.label), second=_listed(price))
            button.clicked.connect(partial(self._on_offer, price))
            flow.addWidget(button)
        column.addWidget(PlainLabel(_("To start from"), "label"))
        column.addWidget(buttons)
        self.column.insertWidget(self.column.count() - 1, self._offer)
        self.currency = PlainLabel(role="secondary", wrap=True)
        self.column.insertWidget(1, self.currency)
        self._offer.hide()

    def _show_rows(self) -> None:
        super()._show_rows()
        if self.facts is not None:
            self.currency.setText(_of_the_clinic(self.facts.currency))
        known = {price.name for price in self._records()}
        for code, button in self.offers.items():
            button.setHidden(_(catalogue.prices()[code].label) in known)
        self._offer.setHidden(all(button.isHidden() for button in self.offers.values()))

    def _on_offer(self, price: Price) -> None:
        self._after_saving(partial(self._take, price))

    def _take(self, price: Price) -> None:
        """An amount in another currency is another price: only its name is taken then."""
        currency = self.facts.currency if self.facts else ""
        is_same = currency == price.currency
        amount = price.amount_minor if is_same else None
        taken = ClinicPrice(_(price.label), amount, currency if is_same else "")
        work = partial(_kept, record=taken)
        self._tasks.write(self, work, Topic.CLINIC, self._on_taken)

    def _on_taken(self, price: ClinicPrice) -> None:
        self.saved.emit(price)
        self.show_record(price.id)


class PriceForm(RecordForm):
    def __init__(self, tasks: Tasks, record: ClinicPrice, facts: ListFacts) -> None:
        super().__init__(tasks, record, _kept, _("Area or treatment"))
        self._currency = facts.currency
        label = _("Price, {currency}").format(currency=self._currency)
        self.amount = NumberField(
            label if self._currency else _("Price"),
            partial(amounts.parse_money, currency=self._currency),
            partial(amounts.money, currency=self._currency),
            _other_currency(record, facts),
        )
        if not _other_currency(record, facts):
            self.amount.show_value(record.amount_minor)
        self.amount.understood.connect(self._on_amount)
        self.amount.finished.connect(self._on_amount_left)
        self._lay_out([(self.name, self.amount)])

    def _on_amount(self, minor: int | None) -> None:
        if minor is not None or not self.amount.text().strip():
            self.change(amount_minor=minor, currency=self._currency)

    def _on_amount_left(self, _text: str) -> None:
        self.saver.keep()


def _prices() -> Kind:
    words = Words(
        title=_("Prices"),
        line=_("Chips for the price of a session. What was charged stays as it was."),
        add=_("Add a price"),
        icon="tag",
        empty=_("No price yet"),
        hint=_("Tap Add a price, or start from one of those below."),
    )
    return Kind(words, _records, _row, PriceForm, _blank, _kept)


def _of_the_clinic(currency: str) -> str:
    if currency:
        return _("All prices are in {currency}, the currency of the clinic.").format(
            currency=currency
        )
    return _("The clinic has no currency yet: choose one in Clinic and letterhead.")


def _listed(price: Price) -> str:
    """'199 USD · Clinic page': what is listed somewhere, and where."""
    amount = f"{amounts.money(price.amount_minor, price.currency)} {price.currency}"
    source = source_title(price.source_ids) or _("working choice")
    return f"{amount} · {source}"


def _other_currency(price: ClinicPrice, facts: ListFacts) -> str:
    """That an amount is in a currency the clinic does not use any more; '' for one that isn't."""
    if price.amount_minor is None or price.currency == facts.currency:
        return ""
    amount = f"{amounts.money(price.amount_minor, price.currency)} {price.currency}".strip()
    return _("It was {amount}. Type it in the currency of today.").format(amount=amount)


def _records(shelf: Shelf) -> tuple[ClinicPrice, ...]:
    return shelf.prices


def _row(price: ClinicPrice, facts: ListFacts) -> tuple[str, str, str]:
    if price.amount_minor is None:
        return price.name, _("No amount yet"), ""
    amount = f"{amounts.money(price.amount_minor, price.currency)} {price.currency}".strip()
    aside = _("Other currency: not offered") if price.currency != facts.currency else ""
    return price.name, amount, aside


def _blank(_facts: ListFacts) -> ClinicPrice:
    return ClinicPrice("")


def _kept(db: Session, record: ClinicPrice) -> ClinicPrice:
    from needlelog.db import prices

    return prices.save(db, record) if record.version else prices.add(db, record)
