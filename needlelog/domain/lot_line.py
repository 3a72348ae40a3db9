"""What went on and into the skin, in one line for a doctor: needles, serums, numbing, lots."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from zoneinfo import ZoneInfo

from needlelog.domain import dates, depth
from needlelog.domain.session import NeedlingSession, Numbing, SerumUse, Tip
from needlelog.i18n import _


def lot_line(session: NeedlingSession, product_names: Mapping[str, str], zone: ZoneInfo) -> str:
    """'Deepest needling 1.5 mm. Needles: 12 pins, lot C-88041. …'; what is not noted says so."""
    parts = [*_deepest(session), _("Needles: {}.").format(_tips(session))]
    serums = "; ".join(_serum(use, product_names) for use in used_serums(session))
    parts.append(_("Serums: {}.").format(serums or _("none noted")))
    numbing = "; ".join(_numbing(use, product_names, zone) for use in session.numbings)
    parts.append(_("Numbing: {}.").format(numbing or _("none noted")))
    return " ".join(parts)


def used_serums(session: NeedlingSession) -> tuple[SerumUse, ...]:
    """Serums that came onto the skin: of a layer that was done, or applied on its own."""
    of_layers = {layer.serum_id for layer in session.done_layers}
    return tuple(
        use
        for use in session.serums
        if use.product != "none" and (use.id in of_layers or use.applied_at is not None)
    )


def _deepest(session: NeedlingSession) -> Iterator[str]:
    deepest = session.deepest_um()
    if deepest is not None:
        yield _("Deepest needling {depth}.").format(depth=depth.mm(deepest))


def _tips(session: NeedlingSession) -> str:
    return "; ".join(_tip(tip) for tip in session.tips) or _("not noted")


def _tip(tip: Tip) -> str:
    pins = _("{pins} pins").format(pins=tip.pins) if tip.pins else ""
    return _joined(tip.name, pins, _lot(tip.lot))


def _serum(use: SerumUse, product_names: Mapping[str, str]) -> str:
    name = use.name or product_names.get(use.product, use.product)
    return _joined(name, use.maker, _lot(use.lot))


def _numbing(use: Numbing, product_names: Mapping[str, str], zone: ZoneInfo) -> str:
    name = use.name or product_names.get(use.product, use.product)
    on = _("on {time}").format(time=dates.clock(use.on_at, zone)) if use.on_at else ""
    off = _("off {time}").format(time=dates.clock(use.off_at, zone)) if use.off_at else ""
    return _joined(name, _lot(use.lot), on, off)


def _lot(lot: str) -> str:
    return _("lot {lot}").format(lot=lot) if lot else _("lot not noted")


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
