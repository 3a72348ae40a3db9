"""A protocol in the words of lists and messages."""

from __future__ import annotations

from collections.abc import Sequence

from needlelog import catalogue
from needlelog.domain.depth import mm, number
from needlelog.domain.protocol import Protocol, ProtocolZone, unknown_zones
from needlelog.domain.session import SerumUse
from needlelog.domain.shelf import Shelf
from needlelog.i18n import _, ngettext
from needlelog.ui import words
from needlelog.ui.screens import session_words


def content(protocol: Protocol, shelf: Shelf) -> str:
    """'3 zones · 0.5 to 1.5 mm · Hyaluronic acid'."""
    if not protocol.zones:
        return _("No zone yet")
    zones = dict.fromkeys(row.zone for row in protocol.zones)
    serum = serum_of(protocol, shelf)
    parts = (
        zone_names(tuple(zones)) if len(zones) <= 4 else words.zones_count(len(zones)),
        depths(protocol.zones),
        session_words.serum_name(serum) if serum else "",
    )
    return " · ".join(filter(None, parts))


def zone_names(codes: Sequence[str]) -> str:
    """Those that the catalogue knows, both sides in one."""
    known = catalogue.zones()
    return words.zones_label([code for code in codes if code in known], known)


def depths(zones: Sequence[ProtocolZone]) -> str:
    """'1 mm', '0.5 to 1.5 mm'."""
    found = [row.depth_um for row in zones]
    low, high = min(found), max(found)
    if low == high:
        return mm(low)
    return _("{low} to {high}").format(low=number(low), high=mm(high))


def interval(protocol: Protocol) -> str:
    """'every 28 days'; '' where none is set."""
    days = protocol.interval_days
    if days is None:
        return ""
    return ngettext("every {n} day", "every {n} days", days).format(n=days)


def serum_of(protocol: Protocol, shelf: Shelf) -> SerumUse | None:
    """The serum to plan, an own product by its name of today; None where none can be."""
    own = shelf.product(protocol.serum)
    if own is not None:
        return None if own.is_retired else SerumUse(own.code, own.name, own.maker)
    if protocol.serum not in catalogue.serums():
        return None
    return SerumUse(protocol.serum, protocol.serum_name, protocol.serum_maker)


def left_out(protocol: Protocol, shelf: Shelf) -> str:
    """What of a protocol can't be planned any more; '' where all of it can."""
    said = (_unknown_words(protocol), _serum_words(protocol, shelf))
    return " ".join(filter(None, said))


def unknown_names(gone: Sequence[ProtocolZone]) -> str:
    return ", ".join(row.label or row.zone for row in gone)


def _unknown_words(protocol: Protocol) -> str:
    gone = unknown_zones(protocol, catalogue.zones())
    if not gone:
        return ""
    names = unknown_names(gone)
    if len(gone) == len({row.zone for row in protocol.zones}):
        return _(
            "The zones of this protocol are not known any more: {names}. Nothing was planned."
        ).format(names=names)
    return ngettext(
        "{n} zone of this protocol is not known any more: {names}. The others are planned.",
        "{n} zones of this protocol are not known any more: {names}. The others are planned.",
        len(gone),
    ).format(n=len(gone), names=names)


def _serum_words(protocol: Protocol, shelf: Shelf) -> str:
    if not protocol.serum or serum_of(protocol, shelf) is not None:
        return ""
    name = protocol.serum_name or protocol.serum
    return _("Its serum {name} is no longer in use, so none is planned.").format(name=name)
