"""The serums offered as chips: of this session, the clinic's own, used lately, the commonest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from needlelog import catalogue
from needlelog.domain import dates
from needlelog.domain.product import MeantFor, ProductKind, as_serum, is_own
from needlelog.domain.reference import NeedlingUse
from needlelog.domain.session import NeedlingSession, SerumUse
from needlelog.domain.shelf import Shelf
from needlelog.i18n import _
from needlelog.ui.screens import session_words
from needlelog.ui.screens.chair.facts import Favourites
from needlelog.ui.screens.session_words import serum_name

_COMMONEST = ("hyaluronic_acid", "vitamin_c")


@dataclass(frozen=True, slots=True)
class SerumOption:
    key: str
    serum: SerumUse
    label: str
    second: str
    caution: str
    """In words, where it is not usual while needling: by the catalogue or the clinic."""

    @property
    def cautioned(self) -> bool:
        return bool(self.caution)


def lot_line(lot: str, expires_on: date | None) -> str:
    """'HA-2291 · exp 31-Mar-2027'; says so where there is no lot."""
    if not lot:
        return _("no lot noted")
    if expires_on is None:
        return lot
    return _("{lot} · exp {day}").format(lot=lot, day=dates.short(expires_on))


def serum_options(
    session: NeedlingSession, favourites: Favourites, shelf: Shelf
) -> tuple[SerumOption, ...]:
    """At most one option for each product and lot, the likeliest first."""
    seen: dict[str, SerumOption] = {}
    for serum in _candidates(session, favourites, shelf):
        option = _option(serum, shelf)
        known = {_product(o.serum) for o in seen.values()}
        if option.key not in seen and not (_product(serum) in known and not serum.lot):
            seen[option.key] = option
    return tuple(seen.values())


def is_cautioned(code: str, shelf: Shelf) -> bool:
    """Whether something is to be watched for when this serum is needled in."""
    if is_own(code):
        product = shelf.product(code)
        return product is None or product.asks_care
    return catalogue.serums()[code].during_needling is not NeedlingUse.USUAL


def caution_words(use: SerumUse, shelf: Shelf) -> str:
    """'topical only, not meant for needling', said as long as it is used; '' for a usual one."""
    if is_own(use.product):
        product = shelf.product(use.product)
        return session_words.meant_for(product.meant_for if product else MeantFor.UNKNOWN)
    return {
        NeedlingUse.USUAL: "",
        NeedlingUse.CAUTION: _("take care while needling"),
        NeedlingUse.PRESCRIBER: _("only as a prescriber decides"),
        NeedlingUse.AVOID: _("sources say: keep it off the skin"),
    }[catalogue.serums()[use.product].during_needling]


def caution_in_short(use: SerumUse, shelf: Shelf) -> str:
    """The same in the two words a small button has room for."""
    if is_own(use.product):
        product = shelf.product(use.product)
        is_topical = product is not None and product.meant_for is MeantFor.TOPICAL_ONLY
        return _("topical only") if is_topical else _("not known")
    return {
        NeedlingUse.USUAL: "",
        NeedlingUse.CAUTION: _("take care"),
        NeedlingUse.PRESCRIBER: _("prescriber"),
        NeedlingUse.AVOID: _("keep it off"),
    }[catalogue.serums()[use.product].during_needling]


def _product(serum: SerumUse) -> tuple[str, str]:
    return serum.product, "" if is_own(serum.product) else serum.name


def _candidates(
    session: NeedlingSession, favourites: Favourites, shelf: Shelf
) -> Iterator[SerumUse]:
    yield from session.serums
    yield from (use for use in favourites.serums if is_own(use.product))
    yield from map(as_serum, shelf.in_use(ProductKind.SERUM))
    yield from favourites.serums
    for product in _COMMONEST:
        yield SerumUse(product=product)


def _option(serum: SerumUse, shelf: Shelf) -> SerumOption:
    return SerumOption(
        key=f"{serum.product}|{serum.name}|{serum.lot}",
        serum=serum,
        label=serum_name(serum),
        second=lot_line(serum.lot, serum.expires_on),
        caution=caution_words(serum, shelf),
    )
