"""The device, the tip that is on it now, and 'New tip' in one tap."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from needlelog import catalogue
from needlelog.domain import dates, supplies
from needlelog.domain.product import Product, ProductKind
from needlelog.domain.session import NeedlingSession, Tip
from needlelog.domain.supplies import Lot
from needlelog.domain.text import clean_line
from needlelog.i18n import _, ngettext
from needlelog.ui.clock import now, now_in
from needlelog.ui.screens.chair.facts import ChairFacts
from needlelog.ui.screens.chair.serum_options import lot_line
from needlelog.ui.screens.chair.sheets.content import SheetContent, caption, side_by_side
from needlelog.ui.screens.chair.sheets.device_fields import DeviceFields
from needlelog.ui.screens.chair.sheets.lot_fields import LotFields
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.chips import ChipGroup, Choice
from needlelog.ui.widgets.fields import Field
from needlelog.ui.widgets.labels import PlainLabel

_MOST_PINS = 200


class TipContent(SheetContent):
    def __init__(self, session: NeedlingSession, facts: ChairFacts) -> None:
        super().__init__(session)
        self._zone = facts.zone
        self._used = {str(index): tip for index, tip in enumerate(facts.favourites.tips)}
        self._first = Tip()
        self.state = PlainLabel(role="guard", wrap=True)
        self.new_tip = ActionButton(
            _("New tip"), "refresh-cw", kind="primary", height=64, guarded=True
        )
        self.reason = ChipGroup(_("Why a new tip?"), "one_or_none", height=56)
        self._why = caption(_("Why a new tip? (if you like)"))
        self.used = ChipGroup(_("Used before"), height=60)
        self._used_caption = caption(_("Tip on the device: used before"))
        self.pins = ChipGroup(_("Pins"), "one", height=56)
        self.name = Field(_("Name on the box"))
        self.lot = LotFields(_("tip"), now().astimezone(facts.zone).date())
        self.own = ChipGroup(_("Your cartridges"), height=60)
        self._cartridges = {one.code: one for one in facts.shelf.in_use(ProductKind.CARTRIDGE)}
        self._own_caption = caption(_("Your cartridges"))
        self.device = DeviceFields(facts.favourites.devices, facts.shelf)
        self._fill_chips()
        self._lay_out()
        self._connect()
        self._show()

    def _fill_chips(self) -> None:
        self.own.set_choices(
            [Choice(code, one.name, _about(one)) for code, one in self._cartridges.items()]
        )
        reasons = catalogue.choices("new_tip_reason").values()
        self.reason.set_choices([Choice(one.id, _(one.label)) for one in reasons])
        counts = [one.pins for one in catalogue.cartridges().values()]
        self.pins.set_choices([Choice(str(n), str(n)) for n in counts if n <= _MOST_PINS])
        self.used.set_choices(
            [
                Choice(key, _tip_name(tip), lot_line(tip.lot, tip.expires_on))
                for key, tip in self._used.items()
            ]
        )

    def _lay_out(self) -> None:
        parts: tuple[QWidget, ...] = (
            self._why, self.reason, self._own_caption, self.own, self._used_caption, self.used,
            caption(_("Pins of the tip on the device")), self.pins,
        )  # fmt: skip
        self.body.addLayout(side_by_side(self.new_tip, self.state, stretches=(0, 1)))
        for part in parts:
            self.body.addWidget(part)
        self.body.addWidget(self.name)
        self.body.addWidget(self.lot)
        self.body.addWidget(self.device)
        for part in (self._own_caption, self.own):
            part.setVisible(bool(self._cartridges))
        self._used_caption.setVisible(bool(self._used))
        self.used.setVisible(bool(self._used))

    def _connect(self) -> None:
        self.new_tip.clicked.connect(self._on_new_tip)
        self.reason.changed.connect(self._on_reason)
        self.own.changed.connect(self._on_own)
        self.used.changed.connect(self._on_used)
        self.pins.changed.connect(self._on_pins)
        self.name.typed.connect(self._on_name)
        self.lot.picked.connect(self._on_lot)
        self.lot.typed.connect(self._on_lot_typed)
        self.device.changed.connect(self._on_device)
        self.device.typed.connect(self._on_device_typed)

    @property
    def _tip(self) -> Tip:
        """The tip on the device; one that enters the session with its first fact, until then."""
        return self._session.tip or self._first

    def _show(self) -> None:
        tip, count = self._tip, len(self._session.tips)
        self.state.setText(self._state_words(count))
        self._why.setVisible(count > 1)
        self.reason.setVisible(count > 1)
        self.reason.set_chosen([tip.reason])
        self.own.set_chosen([tip.product])
        self.used.set_chosen(key for key, one in self._used.items() if _same(one, tip))
        self.pins.set_chosen([str(tip.pins)])
        if clean_line(self.name.text()) != tip.name:
            self.name.set_text(tip.name)
        self.lot.set_offers(
            supplies.lot_of(one) for one in self._used.values() if one.name == tip.name
        )
        self.lot.show_lot(supplies.lot_of(tip))
        self.device.show_session(self._session)

    def _state_words(self, count: int) -> str:
        tip = self._session.tip
        if tip is None:
            return _("No tip entered yet.")
        since = dates.clock(tip.opened_at, self._zone) if tip.opened_at else ""
        if count == 1:
            return _("First tip since {time}.").format(time=since) if since else _("First tip.")
        return _("Tip {n} since {time}: layers from now on were worked with it.").format(
            n=count, time=since
        )

    def _on_new_tip(self) -> None:
        self._tapped("new_tip", supplies.new_tip(self._session, now_in(self._session)))

    def _on_reason(self, chosen: tuple[str, ...]) -> None:
        reason = chosen[0] if chosen else ""
        self._tapped("tip", supplies.with_tip(self._session, replace(self._tip, reason=reason)))

    def _on_own(self, chosen: tuple[str, ...]) -> None:
        before, product = self._opened(), self._cartridges[chosen[0]]
        if before.product == product.code:
            return
        # Another kind of cartridge is another box: its lot has to be said.
        tip = replace(
            before, name=product.name, pins=product.pins, product=product.code,
            lot="", expires_on=None,
        )  # fmt: skip
        self._tapped("tip", supplies.with_tip(self._session, tip))

    def _on_used(self, chosen: tuple[str, ...]) -> None:
        known = self._used[chosen[0]]
        tip = replace(
            self._opened(),
            name=known.name, pins=known.pins, lot=known.lot, expires_on=known.expires_on,
            product=known.product,
        )  # fmt: skip
        self._tapped("tip", supplies.with_tip(self._session, tip))

    def _on_pins(self, chosen: tuple[str, ...]) -> None:
        before, pins = self._opened(), int(chosen[0])
        named = before.name and before.name != _pins_name(before.pins)
        name = before.name if named else _pins_name(pins)
        tip = replace(before, pins=pins, name=name, product="")
        self._tapped("tip", supplies.with_tip(self._session, tip))

    def _on_name(self, text: str) -> None:
        tip = replace(self._opened(), name=clean_line(text), product="")
        self._wrote("tip", supplies.with_tip(self._session, tip))

    def _on_lot(self, lot: Lot) -> None:
        self._tapped("tip", supplies.with_lot(self._session, self._opened(), lot))

    def _on_lot_typed(self, lot: Lot) -> None:
        if lot != supplies.lot_of(self._tip):
            self._wrote("tip", supplies.with_lot(self._session, self._opened(), lot))

    def _on_device(self, session: NeedlingSession) -> None:
        self._tapped("tip", session)

    def _on_device_typed(self, session: NeedlingSession) -> None:
        self._wrote("tip", session)

    def _opened(self) -> Tip:
        """The tip to describe; the first one is on the device since needling started, or now."""
        tip, session = self._tip, self._session
        if tip.opened_at:
            return tip
        return replace(tip, opened_at=session.started_at or now_in(session))


def _about(cartridge: Product) -> str:
    """'12 pins · Lab & Co'."""
    count = cartridge.pins
    pins = ngettext("{n} pin", "{n} pins", count).format(n=count) if count else ""
    return " · ".join(filter(None, (pins, cartridge.maker)))


def _tip_name(tip: Tip) -> str:
    return tip.name or _pins_name(tip.pins) or _("Tip")


def _pins_name(pins: int | None) -> str:
    return _("{n}-pin tip").format(n=pins) if pins else ""


def _same(known: Tip, tip: Tip) -> bool:
    return (known.name, known.pins, known.lot, known.expires_on, known.product) == (
        tip.name, tip.pins, tip.lot, tip.expires_on, tip.product,
    )  # fmt: skip
