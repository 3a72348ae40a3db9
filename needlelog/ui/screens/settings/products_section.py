"""Products: the clinic's own serums, numbing products and cartridges."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from needlelog import catalogue
from needlelog.domain.amounts import parse_whole
from needlelog.domain.product import MeantFor, Product, ProductKind
from needlelog.domain.shelf import Shelf
from needlelog.domain.text import clean_text
from needlelog.i18n import _, ngettext
from needlelog.ui import metrics
from needlelog.ui.screens.lengths import LONGEST_NOTES, too_long
from needlelog.ui.screens.settings.record_form import RecordForm
from needlelog.ui.screens.settings.records_section import Kind, ListFacts, Words
from needlelog.ui.tasks import Tasks
from needlelog.ui.widgets.chips import ChipGroup, Choice
from needlelog.ui.widgets.fields import Field, NoteField, NumberField
from needlelog.ui.widgets.labelled import Labelled
from needlelog.ui.widgets.segmented import Segment, Segmented

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_LONGEST_OPEN_DAYS = 3650
_NOTE_PX = 96
_STERILE = {"yes": True, "no": False, "unknown": None}


def products() -> Kind:
    words = Words(
        title=_("Products"),
        line=_("Your serums, numbing products and cartridges. The chair offers them first."),
        add=_("Add a product"),
        icon="package",
        empty=_("No product yet"),
        hint=_("Tap Add a product: the chair offers it beside those of the catalogue."),
    )
    return Kind(words, _records, _row, ProductForm, _blank, _kept)


class ProductForm(RecordForm):
    """What matters for this kind of product, and no more."""

    def __init__(self, tasks: Tasks, record: Product, facts: ListFacts) -> None:
        super().__init__(tasks, record, _kept, _("Name on the box"))
        self.kind = Segmented(
            _("Kind"), [Segment(kind.value, kind_word(kind)) for kind in ProductKind]
        )
        self.meant_for = Segmented(
            _("Meant for needling"), [Segment(one.value, meant_word(one)) for one in MeantFor]
        )
        sterile = (("yes", _("Yes")), ("no", _("No")), ("unknown", _("Not known")))
        self.sterile = Segmented(_("Sterile"), [Segment(*one) for one in sterile])
        self.maker = self._keeps_line("maker", Field(_("Maker")))
        days = NumberField(
            _("Days after opening"),
            partial(parse_whole, low=1, high=_LONGEST_OPEN_DAYS),
            help_text=_("How long it may be used once it is open."),
        )
        self.days = self._keeps_number("days_after_opening", days)
        self.pins = ChipGroup(_("Pins"), "one_or_none")
        self.ingredients = NoteField(_("Ingredients"), _("As on the label."))
        metrics.fix(self.ingredients.edit, height=_NOTE_PX)
        self._fill(record)
        self._meant_for = Labelled(_("Meant for needling"), self.meant_for)
        self._pins = Labelled(_("Pins"), self.pins)
        self._lay_out(self._rows())
        self._connect()
        self._show_kind(record.kind)

    def _fill(self, record: Product) -> None:
        self.kind.set_choice(record.kind.value)
        self.meant_for.set_choice(record.meant_for.value)
        self.sterile.set_choice(next(k for k, v in _STERILE.items() if v is record.is_sterile))
        self.ingredients.set_text(record.ingredients)
        counts = [one.pins for one in catalogue.cartridges().values()]
        self.pins.set_choices([Choice(str(n), str(n)) for n in counts])
        self.pins.set_chosen([str(record.pins)])

    def _rows(self) -> list[tuple[QWidget, ...]]:
        return [
            (Labelled(_("Kind"), self.kind),),
            (self.name, self.maker),
            (self._meant_for,),
            (self._pins,),
            (Labelled(_("Sterile"), self.sterile), self.days),
            (self.ingredients,),
        ]

    def _connect(self) -> None:
        self.kind.chosen.connect(self._on_kind)
        self.meant_for.chosen.connect(self._on_meant_for)
        self.sterile.chosen.connect(self._on_sterile)
        self.pins.changed.connect(self._on_pins)
        self.ingredients.typed.connect(self._on_ingredients)

    def _show_kind(self, kind: ProductKind) -> None:
        is_cartridge = kind is ProductKind.CARTRIDGE
        self._meant_for.setVisible(kind is ProductKind.SERUM)
        self._pins.setVisible(is_cartridge)
        self.ingredients.setVisible(not is_cartridge)
        self.days.setVisible(not is_cartridge)

    def _on_kind(self, code: str) -> None:
        self._show_kind(ProductKind(code))
        self.keep(kind=ProductKind(code))

    def _on_meant_for(self, code: str) -> None:
        self.keep(meant_for=MeantFor(code))

    def _on_sterile(self, code: str) -> None:
        self.keep(is_sterile=_STERILE[code])

    def _on_pins(self, chosen: tuple[str, ...]) -> None:
        self.keep(pins=int(chosen[0]) if chosen else None)

    def _on_ingredients(self, text: str) -> None:
        noted = clean_text(text)
        sentence = too_long(noted, LONGEST_NOTES)
        if sentence:
            self.ingredients.show_error(sentence)
        else:
            self.change(ingredients=noted)


def kind_word(kind: ProductKind) -> str:
    return {
        ProductKind.SERUM: _("Serum"),
        ProductKind.NUMBING: _("Numbing"),
        ProductKind.CARTRIDGE: _("Cartridge"),
    }[kind]


def meant_word(meant_for: MeantFor) -> str:
    return {
        MeantFor.NEEDLING: _("Yes"),
        MeantFor.TOPICAL_ONLY: _("Topical only"),
        MeantFor.UNKNOWN: _("Not known"),
    }[meant_for]


def _records(shelf: Shelf) -> tuple[Product, ...]:
    return shelf.products


def _row(product: Product, _facts: ListFacts) -> tuple[str, str, str]:
    pins = product.pins
    parts = (
        kind_word(product.kind),
        product.maker,
        ngettext("{n} pin", "{n} pins", pins).format(n=pins) if pins else "",
    )
    aside = {MeantFor.TOPICAL_ONLY: _("Topical only"), MeantFor.UNKNOWN: _("For needling?")}
    care = aside.get(product.meant_for, "") if product.asks_care else ""
    return product.name, " · ".join(filter(None, parts)), care


def _blank(_facts: ListFacts) -> Product:
    return Product(ProductKind.SERUM, "")


def _kept(db: Session, record: Product) -> Product:
    from needlelog.db import products

    return products.save(db, record) if record.version else products.add(db, record)
