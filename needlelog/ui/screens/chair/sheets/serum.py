"""Which serum the brush works with: used before, any of the catalogue, or written in."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from needlelog import catalogue
from needlelog.domain import supplies
from needlelog.domain.product import MeantFor, Product, ProductKind, is_own
from needlelog.domain.reference import NeedlingUse, Serum
from needlelog.domain.session import NeedlingSession, SerumUse
from needlelog.domain.text import clean_line
from needlelog.i18n import _
from needlelog.ui.clock import now
from needlelog.ui.screens.chair.facts import ChairFacts
from needlelog.ui.screens.chair.serum_options import is_cautioned, serum_options
from needlelog.ui.screens.chair.sheets.content import (
    SheetContent,
    caption,
    information,
    side_by_side,
)
from needlelog.ui.screens.chair.sheets.lot_fields import LotFields, past_words
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.card import Card
from needlelog.ui.widgets.chips import ChipGroup, Choice
from needlelog.ui.widgets.fields import Field
from needlelog.ui.widgets.labels import PlainLabel

_WRITTEN_IN = "ampoule_other"
_NO_SERUM = "none"
_ISOLATE, _ISOLATED = "\u2068", "\u2069"  # an Arabic name must not turn the sentence round


class SerumContent(SheetContent):
    """One tap takes a serum. One with a caution is taken too, and the sheet stays to say it."""

    picked = Signal(object)
    """SerumUse for the brush, or None for no serum. The session gets it with its first paint."""

    def __init__(self, session: NeedlingSession, facts: ChairFacts) -> None:
        super().__init__(session)
        self._favourites = facts.favourites
        self._shelf = facts.shelf
        self._options: dict[str, SerumUse] = {}
        self.caution = CautionCard()
        self.used = ChipGroup(_("Used before"), height=60)
        self.none = ActionButton(_("No serum"), "ban", height=56, guarded=True)
        self.products = ChipGroup(_("Any serum"), height=56)
        self._today = now().astimezone(facts.zone).date()
        self.own = WrittenIn(LotFields(_("another serum"), self._today))
        self.products.set_choices(
            [
                Choice(one.id, _(one.label), warning=one.during_needling is not NeedlingUse.USUAL)
                for one in catalogue.serums().values()
                if one.id not in (_WRITTEN_IN, _NO_SERUM)
            ]
        )
        self._lay_out()
        self._connect()
        self._show()

    def _lay_out(self) -> None:
        body = self.body
        body.addWidget(self.caution)
        own = bool(self._shelf.in_use(ProductKind.SERUM))
        mine = _("Your products, used before, and the commonest")
        body.addWidget(caption(mine if own else _("Used before, and the commonest")))
        body.addWidget(self.used)
        body.addWidget(caption(_("Any serum")))
        body.addWidget(self.products)
        body.addLayout(side_by_side(self.none, _note(_NO_SERUM), stretches=(0, 1)))
        body.addWidget(self.own)

    def _connect(self) -> None:
        self.used.changed.connect(self._on_used)
        self.products.changed.connect(self._on_product)
        self.none.clicked.connect(self._on_none)
        self.own.used.connect(self._on_written)
        self.caution.closed.connect(self.done)

    def _show(self) -> None:
        options = serum_options(self._session, self._favourites, self._shelf)
        self._options = {option.key: option.serum for option in options}
        self.used.set_choices(
            [Choice(o.key, o.label, o.second, warning=o.cautioned) for o in options]
        )

    def _on_used(self, chosen: tuple[str, ...]) -> None:
        self._pick(self._options[chosen[0]])

    def _on_product(self, chosen: tuple[str, ...]) -> None:
        self._pick(supplies.known_serum(self._session, SerumUse(product=chosen[0])))

    def _on_written(self, serum: SerumUse) -> None:
        self.picked.emit(supplies.known_serum(self._session, serum))
        self.done.emit()

    def _on_none(self) -> None:
        self.picked.emit(None)
        self.done.emit()

    def _pick(self, serum: SerumUse) -> None:
        lot = supplies.lot_of(serum)
        self.picked.emit(serum)
        if not is_cautioned(serum.product, self._shelf) and not lot.is_past(self._today):
            self.done.emit()
            return
        past = past_words(lot, self._today)
        if is_own(serum.product):
            self.caution.show_own(serum.name, self._shelf.product(serum.product), past)
        else:
            self.caution.show_product(catalogue.serums()[serum.product], past)


class CautionCard(Card):
    """What the sources say against a product, and that it is on the brush all the same."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__("warn-bg", "warn-line", padding=12)
        self.head = PlainLabel(role="heading", wrap=True)
        self.head.set_ink("warn")
        self.text = information()
        self.text.set_ink("ink")
        self.keep = ActionButton(_("Noted"), kind="primary", height=56, guarded=True)
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.head)
        column.addWidget(self.text)
        self.body.addLayout(side_by_side(words, self.keep, stretches=(1, 0)))
        self.keep.clicked.connect(self.closed)
        self.hide()

    def show_product(self, product: Serum, past: str) -> None:
        """`past` says that the lot is past its date; '' for one that isn't."""
        self.head.setText(
            {
                NeedlingUse.USUAL: _("{name} is on the brush"),
                NeedlingUse.CAUTION: _("{name} is on the brush. Take care"),
                NeedlingUse.PRESCRIBER: _("{name} is on the brush. Only as a prescriber decides"),
                NeedlingUse.AVOID: _("{name} is on the brush. Sources say: keep it off the skin"),
            }[product.during_needling].format(name=_(product.label))
        )
        allergens = ", ".join(_(one) for one in product.allergens)
        words = _("{caution} May hold: {allergens}.").format(
            caution=_(product.caution), allergens=allergens
        )
        self._tell(f"{past} {words}".lstrip())

    def show_own(self, name: str, product: Product | None, past: str) -> None:
        """The same for a product of the clinic's own, by what was noted of it in the settings."""
        meant_for = product.meant_for if product else MeantFor.UNKNOWN
        self.head.setText(
            {
                MeantFor.NEEDLING: _("{name} is on the brush"),
                MeantFor.TOPICAL_ONLY: _(
                    "{name} is on the brush. It is meant for the surface only"
                ),
                MeantFor.UNKNOWN: _("{name} is on the brush. Not known whether it is for needling"),
            }[meant_for].format(name=f"{_ISOLATE}{name}{_ISOLATED}")
        )
        noted = product.ingredients if product else ""
        words = _("Ingredients: {noted}").format(noted=noted) if noted else ""
        advice = _("Read its label. What it is meant for is noted in Settings, under Products.")
        told = (past, "" if meant_for is MeantFor.NEEDLING else advice, words)
        self._tell(" ".join(filter(None, told)))

    def _tell(self, text: str) -> None:
        self.text.setText(text)
        self.setAccessibleName(f"{self.head.text()}. {text}")
        self.show()
        self.keep.setFocus()


class WrittenIn(Card):
    """A serum the catalogue does not know, as it stands on the bottle."""

    used = Signal(object)

    def __init__(self, lot: LotFields) -> None:
        super().__init__(padding=12)
        self.name = Field(_("Name on the bottle"))
        self.maker = Field(_("Maker"))
        self.lot = lot
        self.use = ActionButton(_("Use this serum"), kind="primary", height=56, guarded=True)
        self.body.addWidget(caption(_("Another serum")))
        self.body.addWidget(_note(_WRITTEN_IN))
        self.body.addLayout(side_by_side(self.name, self.maker))
        self.body.addWidget(self.lot)
        self.body.addLayout(side_by_side(self.use))
        self.name.typed.connect(self._on_name)
        self.lot.typed.connect(self.lot.show_lot)
        self.use.clicked.connect(self._on_use)
        self._on_name("")

    def _on_name(self, text: str) -> None:
        self.use.setEnabled(bool(clean_line(text)))

    def _on_use(self) -> None:
        lot = self.lot.lot()
        serum = SerumUse(
            product=_WRITTEN_IN,
            name=clean_line(self.name.text()),
            maker=clean_line(self.maker.text()),
            lot=lot.number,
            expires_on=lot.expires_on,
        )
        self.used.emit(serum)


def _note(product: str) -> PlainLabel:
    """What the catalogue says of it, as information."""
    return information(_(catalogue.serums()[product].caution))
