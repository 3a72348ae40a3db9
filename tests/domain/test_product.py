"""Products of the clinic's own, and the shelf they stand on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from needlelog import catalogue
from needlelog.domain.identity import new_id
from needlelog.domain.product import MeantFor, ProductKind, as_numbing, as_serum, as_tip, is_own
from needlelog.domain.session import Numbing, SerumUse, Tip
from needlelog.domain.shelf import Shelf
from tests.builders import a_device, a_product, a_protocol, a_session


def test_a_code_never_changes_and_is_none_of_the_catalogue() -> None:
    product = a_product()
    assert replace(product, name="Renamed", is_retired=True).code == product.code
    assert is_own(product.code)
    known = {*catalogue.serums(), *catalogue.anaesthetics(), "ampoule_other", ""}
    assert not any(is_own(code) for code in known)


def test_a_use_keeps_code_and_name_of_the_day() -> None:
    product = a_product(pins=12)
    serum, numbing, tip = as_serum(product), as_numbing(product), as_tip(product)
    assert serum == SerumUse(product.code, "Glow 7", "Lab & Co", id=serum.id)
    assert numbing == Numbing(product.code, "Glow 7", id=numbing.id)
    assert tip == Tip("Glow 7", 12, product=product.code, id=tip.id)
    assert (serum.lot, tip.lot) == ("", "")


@pytest.mark.parametrize(
    ("kind", "meant_for", "asks"),
    [
        (ProductKind.SERUM, MeantFor.NEEDLING, False),
        (ProductKind.SERUM, MeantFor.TOPICAL_ONLY, True),
        (ProductKind.SERUM, MeantFor.UNKNOWN, True),
        (ProductKind.CARTRIDGE, MeantFor.UNKNOWN, False),
        (ProductKind.NUMBING, MeantFor.UNKNOWN, False),
    ],
)
def test_only_a_serum_not_meant_for_needling_asks_care(
    kind: ProductKind, meant_for: MeantFor, asks: bool
) -> None:
    assert a_product(kind=kind, meant_for=meant_for).asks_care is asks


def test_what_is_retired_is_found_and_not_offered() -> None:
    kept, gone = a_product(), a_product(id=new_id(), is_retired=True)
    old_pen, old_plan = a_device(is_retired=True), a_protocol(is_retired=True)
    shelf = Shelf((kept, gone), (old_pen,), (old_plan,))

    assert shelf.in_use(ProductKind.SERUM) == (kept,)
    assert shelf.product(gone.code) == gone
    assert [shelf.offers(code) for code in (kept.code, gone.code, "own:ff", "vitamin_c")] == [
        True, False, False, True,
    ]  # fmt: skip
    assert (shelf.devices_in_use, shelf.protocols_in_use) == ((), ())
    assert Shelf(protocols=(a_protocol({}),)).protocols_in_use == ()
    assert shelf.device(old_pen.id) == old_pen
    assert shelf.protocol(old_plan.id) == old_plan
    assert shelf.device(None) is None
    assert shelf.reach(a_session(device_id=old_pen.id)).high_um == 1000
