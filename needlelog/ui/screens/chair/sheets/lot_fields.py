"""Lot and expiry of one product: a chip takes what was used before, or both are typed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from needlelog.domain import dates
from needlelog.domain.supplies import Lot
from needlelog.domain.text import clean_line
from needlelog.i18n import _
from needlelog.ui.screens.chair.sheets.content import side_by_side
from needlelog.ui.screens.chair.sheets.typed_date import TypedDate
from needlelog.ui.widgets.chips import ChipGroup, Choice
from needlelog.ui.widgets.fields import Field
from needlelog.ui.widgets.labels import PlainLabel


class LotFields(QWidget):
    picked = Signal(object)
    """A Lot taken with one tap."""
    typed = Signal(object)
    """The Lot as it is typed."""

    def __init__(self, product: str, today: date, beside: QWidget | None = None) -> None:
        """`beside` is one more field in the same row."""
        super().__init__()
        self._today = today
        self.offers = ChipGroup(_("Used before: {product}").format(product=product), height=56)
        self.number = Field(_("Lot number"))
        self.expires = TypedDate(_("Expires"), today, dates.parse_expiry)
        self.warning = PlainLabel(role="guard", wrap=True)
        self.warning.set_ink("warn")
        self._offered: dict[str, Lot] = {}
        fields = [self.number, self.expires, *([beside] if beside else [])]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.offers)
        column.addLayout(side_by_side(*fields))
        column.addWidget(self.warning)
        self.offers.changed.connect(self._on_offer)
        self.number.typed.connect(self._on_typed)
        self.expires.understood.connect(self._on_typed)
        self.set_offers(())

    def set_offers(self, lots: Iterable[Lot]) -> None:
        """Lots used before, each once; a lot without a number is none to offer."""
        offered = {f"{lot.number}|{lot.expires_on}": lot for lot in lots if lot.number}
        if offered != self._offered:
            self._offered = offered
            self.offers.set_choices([self._chip(key, lot) for key, lot in offered.items()])
        self.offers.setVisible(bool(offered))

    def show_lot(self, lot: Lot) -> None:
        """Show what is noted; what is being typed stays as it is typed."""
        if clean_line(self.number.text()) != lot.number:
            self.number.set_text(lot.number)
        self.expires.show_value(lot.expires_on)
        self.offers.set_chosen(key for key, offer in self._offered.items() if offer == lot)
        self.warning.setText(past_words(lot, self._today))
        self.warning.setVisible(lot.is_past(self._today))

    def lot(self) -> Lot:
        return Lot(clean_line(self.number.text()), self.expires.value())

    def _chip(self, key: str, lot: Lot) -> Choice:
        day = dates.short(lot.expires_on) if lot.expires_on else ""
        second = _("exp {day}").format(day=day) if day else _("no expiry noted")
        return Choice(key, lot.number, second, warning=lot.is_past(self._today))

    def _on_offer(self, chosen: tuple[str, ...]) -> None:
        self.picked.emit(self._offered[chosen[0]])

    def _on_typed(self, typed: object) -> None:
        self.typed.emit(self.lot())


def past_words(lot: Lot, today: date) -> str:
    """That a lot is past its date, '' for one that isn't. Information: nothing is blocked."""
    if lot.expires_on is None or not lot.is_past(today):
        return ""
    return _("Past its date since {day}. It stays in the record as you enter it.").format(
        day=dates.short(lot.expires_on)
    )
