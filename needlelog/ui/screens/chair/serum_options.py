"""The serums offered as chips: used in this session, used lately, then the commonest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from needlelog import catalogue
from needlelog.domain import dates
from needlelog.domain.reference import NeedlingUse
from needlelog.domain.session import NeedlingSession, SerumUse
from needlelog.i18n import _
from needlelog.ui.screens.chair.facts import Favourites
from needlelog.ui.screens.session_words import serum_name

_COMMONEST = ("hyaluronic_acid", "vitamin_c")


@dataclass(frozen=True, slots=True)
class SerumOption:
    key: str
    serum: SerumUse
    label: str
    second: str
    cautioned: bool
    """Not usual while needling: the catalogue says what to watch for."""


def lot_line(lot: str, expires_on: date | None) -> str:
    """'HA-2291 · exp 31-Mar-2027'; says so where there is no lot."""
    if not lot:
        return _("no lot noted")
    if expires_on is None:
        return lot
    return _("{lot} · exp {day}").format(lot=lot, day=dates.short(expires_on))


def serum_options(session: NeedlingSession, favourites: Favourites) -> tuple[SerumOption, ...]:
    """At most one option for each product and lot, the likeliest first."""
    seen: dict[str, SerumOption] = {}
    for serum in _candidates(session, favourites):
        option = _option(serum)
        product = (serum.product, serum.name)
        known = {(o.serum.product, o.serum.name) for o in seen.values()}
        if option.key not in seen and not (product in known and not serum.lot):
            seen[option.key] = option
    return tuple(seen.values())


def _candidates(session: NeedlingSession, favourites: Favourites) -> Iterator[SerumUse]:
    yield from session.serums
    yield from favourites.serums
    for product in _COMMONEST:
        yield SerumUse(product=product)


def _option(serum: SerumUse) -> SerumOption:
    use = catalogue.serums()[serum.product].during_needling
    return SerumOption(
        key=f"{serum.product}|{serum.name}|{serum.lot}",
        serum=serum,
        label=serum_name(serum),
        second=lot_line(serum.lot, serum.expires_on),
        cautioned=use is not NeedlingUse.USUAL,
    )
