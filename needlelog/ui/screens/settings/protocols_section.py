"""Protocols: treatments given again and again, planned in the chair with one tap."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from needlelog import catalogue
from needlelog.domain.amounts import parse_whole
from needlelog.domain.product import ProductKind
from needlelog.domain.protocol import LONGEST_INTERVAL_DAYS, Protocol, ProtocolZone, unknown_zones
from needlelog.domain.shelf import Shelf
from needlelog.i18n import _, ngettext
from needlelog.ui.screens import protocol_words
from needlelog.ui.screens.settings.protocol_zones import ProtocolZones
from needlelog.ui.screens.settings.record_form import RecordForm
from needlelog.ui.screens.settings.records_section import Kind, ListFacts, Words
from needlelog.ui.tasks import Tasks
from needlelog.ui.widgets.chips import ChipGroup, Choice
from needlelog.ui.widgets.fields import NumberField
from needlelog.ui.widgets.labelled import Labelled
from needlelog.ui.widgets.select import Select

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_NO_SERUMS = frozenset({"none", "chemical_peel", "botulinum_topical"})
"""Of the catalogue's rows: what is done beside the needling is no serum of a protocol."""


def protocols() -> Kind:
    words = Words(
        title=_("Protocols"),
        line=_("Planned in the chair with one tap, then confirmed zone by zone."),
        add=_("Add a protocol"),
        icon="list-ordered",
        empty=_("No protocol yet"),
        hint=_("Tap Add a protocol, or open a signed session and tap Save as protocol."),
    )
    return Kind(words, _records, _row, ProtocolForm, _blank, _kept)


class ProtocolForm(RecordForm):
    def __init__(self, tasks: Tasks, record: Protocol, facts: ListFacts) -> None:
        super().__init__(tasks, record, _kept, _("Name"))
        interval = NumberField(
            _("Days until the next session"),
            partial(parse_whole, low=1, high=LONGEST_INTERVAL_DAYS),
            help_text=_("Proposed as the next date."),
        )
        self.interval = self._keeps_number("interval_days", interval)
        self.zones = ProtocolZones(record.zones)
        self.techniques = ChipGroup(_("Pattern"), "many")
        self.serum = Select(_("Serum"))
        self.device = Select(_("Device"))
        for select in (self.serum, self.device, self.zones.more):
            select.fit_room()
        self._shelf = facts.shelf
        self._fill(record)
        self._lay_out(
            [
                (self.name, self.interval),
                (Labelled(_("Zones, in the order of working"), self.zones),),
                (Labelled(_("Pattern"), self.techniques),),
                (Labelled(_("Serum"), self.serum), Labelled(_("Device"), self.device)),
            ]
        )
        self.zones.changed.connect(self._on_zones)
        self.techniques.changed.connect(self._on_techniques)
        self.serum.chosen.connect(self._on_serum)
        self.device.chosen.connect(self._on_device)

    def _fill(self, record: Protocol) -> None:
        patterns = catalogue.choices("technique").values()
        self.techniques.set_choices([Choice(one.id, _(one.label)) for one in patterns])
        self.techniques.set_chosen(record.techniques)
        self.serum.set_choices(_serums(record, self._shelf))
        self.serum.set_choice(record.serum)
        self.device.set_choices(_devices(record, self._shelf))
        self.device.set_choice(record.device_id.hex if record.device_id else "")

    def _on_zones(self, zones: tuple[ProtocolZone, ...]) -> None:
        self.change(zones=zones)
        self.stops_changed.emit()

    def _on_techniques(self, chosen: tuple[str, ...]) -> None:
        self.keep(techniques=chosen)

    def _on_serum(self, code: str) -> None:
        own = self._shelf.product(code)
        name, maker = (own.name, own.maker) if own else ("", "")
        if code != self.saver.record.serum:
            self.keep(serum=code, serum_name=name, serum_maker=maker)

    def _on_device(self, key: str) -> None:
        self.keep(device_id=UUID(key) if key else None)


def _serums(protocol: Protocol, shelf: Shelf) -> list[tuple[str, str]]:
    """Own ones first; the one that is chosen is there even when it is not offered any more."""
    own = [(one.code, one.name) for one in shelf.in_use(ProductKind.SERUM)]
    known = [
        (one.id, _(one.label)) for one in catalogue.serums().values() if one.id not in _NO_SERUMS
    ]
    offered = [("", _("No serum")), *own, *known]
    if protocol.serum in catalogue.serums() and protocol.serum not in dict(offered):
        offered.append((protocol.serum, _(catalogue.serums()[protocol.serum].label)))
    elif protocol.serum not in dict(offered):
        gone = protocol.serum_name or protocol.serum
        offered.append((protocol.serum, _("{name}, no longer in use").format(name=gone)))
    elif protocol.serum_name and not shelf.product(protocol.serum):
        offered = [(c, protocol.serum_name if c == protocol.serum else t) for c, t in offered]
    return offered


def _devices(protocol: Protocol, shelf: Shelf) -> list[tuple[str, str]]:
    chosen = shelf.device(protocol.device_id)
    offered = list(shelf.devices_in_use)
    if chosen is not None and chosen not in offered:
        offered.append(chosen)
    return [("", _("Any device")), *((one.id.hex, one.name) for one in offered)]


def _records(shelf: Shelf) -> tuple[Protocol, ...]:
    return shelf.protocols


def _row(protocol: Protocol, facts: ListFacts) -> tuple[str, str, str]:
    gone = len(unknown_zones(protocol, catalogue.zones()))
    aside = protocol_words.interval(protocol)
    if gone:
        words = ngettext("{n} zone not known any more", "{n} zones not known any more", gone)
        aside = words.format(n=gone)
    return protocol.name, protocol_words.content(protocol, facts.shelf), aside


def _blank(_facts: ListFacts) -> Protocol:
    return Protocol("")


def _kept(db: Session, record: Protocol) -> Protocol:
    from needlelog.db import protocols

    return protocols.save(db, record) if record.version else protocols.add(db, record)
