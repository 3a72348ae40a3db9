"""Products, devices, protocols and prices, as both databases keep them."""

from __future__ import annotations

from dataclasses import replace
from types import ModuleType
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from needlelog.db import clients, devices, prices, products, protocols, sessions
from needlelog.db.store import Store
from needlelog.domain.device import default_of, with_device
from needlelog.domain.product import MeantFor, ProductKind, as_tip
from needlelog.domain.protocol import ProtocolZone, planned
from needlelog.errors import RecordChanged
from tests.builders import (
    a_client,
    a_device,
    a_price,
    a_product,
    a_protocol,
    a_session,
)

LISTS: dict[str, tuple[ModuleType, Any]] = {
    "products": (products, a_product()),
    "devices": (devices, a_device()),
    "protocols": (protocols, a_protocol()),
    "prices": (prices, a_price()),
}


@pytest.mark.parametrize("name", LISTS)
def test_what_was_entered_comes_back_and_nobody_is_overwritten(store: Store, name: str) -> None:
    module, record = LISTS[name]
    with store.transaction() as db:
        added = module.add(db, record)
    with store.transaction() as db:
        saved = module.save(db, replace(added, name="Ünë <b>x</b> ’ سيروم"))

    with store.reading() as db:
        assert module.everything(db) == (saved,)
    assert (added, saved.version) == (record, 2)
    with pytest.raises(RecordChanged), store.transaction() as db:
        module.save(db, replace(added, name="second writer"))


@pytest.mark.parametrize("name", LISTS)
def test_what_is_in_use_comes_first_and_then_by_name(store: Store, name: str) -> None:
    module, record = LISTS[name]
    names = ("beta", "Alpha", "Äpfel")
    with store.transaction() as db:
        module.add(db, replace(record, id=a_price().id, name="Aaa", is_retired=True))
        for one in names:
            module.add(db, replace(record, id=a_price().id, name=one))

    with store.reading() as db:
        found = [one.name for one in module.everything(db)]
    assert found == ["Alpha", "Äpfel", "beta", "Aaa"]


def test_products_come_by_kind(store: Store) -> None:
    with store.transaction() as db:
        for kind in (ProductKind.CARTRIDGE, ProductKind.NUMBING, ProductKind.SERUM):
            products.add(db, a_product(kind=kind, id=a_price().id, meant_for=MeantFor.UNKNOWN))
    with store.reading() as db:
        assert [one.kind for one in products.everything(db)] == list(ProductKind)


def test_only_one_device_is_the_one_to_start_with(store: Store) -> None:
    with store.transaction() as db:
        first = devices.add(db, a_device(is_default=True))
        second = devices.add(db, a_device(name="Pen 2", is_default=True))
    with store.reading() as db:
        assert default_of(devices.everything(db)) == second

    with pytest.raises(RecordChanged), store.transaction() as db:
        devices.save(db, replace(first, name="as read before"))
    with store.transaction() as db:
        again = next(one for one in devices.everything(db) if one.id == first.id)
        assert not again.is_default
        devices.save(db, replace(again, is_default=True))
    with store.reading() as db:
        assert [one.name for one in devices.everything(db) if one.is_default] == [first.name]


def test_a_protocol_keeps_the_order_of_its_zones(store: Store) -> None:
    zones = (
        ProtocolZone("face.chin", 1500, 4, "Chin"),
        ProtocolZone("face.forehead", 500, 2, "Forehead"),
        ProtocolZone("face.chin", 500, 2, "Chin"),
        ProtocolZone("face.gone", 750, 3, "Ωmega ‘x’"),
    )
    with store.transaction() as db:
        device = devices.add(db, a_device())
        kept = protocols.add(db, replace(a_protocol(), zones=zones, device_id=device.id))
    with store.reading() as db:
        assert protocols.everything(db) == (kept,)


def test_a_session_keeps_which_device_protocol_and_cartridge_it_used(store: Store) -> None:
    with store.transaction() as db:
        device = devices.add(db, a_device())
        protocol = protocols.add(db, a_protocol())
        cartridge = products.add(db, a_product(kind=ProductKind.CARTRIDGE, name="12-pin", pins=12))
        session = with_device(a_session(clients.add(db, a_client())), device)
        session = planned(session, protocol, {row.zone for row in protocol.zones}, None)
        session = replace(session, tips=(as_tip(cartridge),))
        sessions.start(db, session)
    with store.transaction() as db:
        devices.save(db, replace(device, name="renamed", is_retired=True))
        protocols.save(db, replace(protocol, name="renamed"))
        products.save(db, replace(cartridge, name="renamed"))

    with store.reading() as db:
        kept = sessions.load(db, session.id)
    assert kept == session
    assert (kept.device, kept.device_id) == ("Fine Pen", device.id)
    assert (kept.protocol, kept.protocol_id) == ("Cheeks, fine", protocol.id)
    assert (kept.tips[0].name, kept.tips[0].product) == ("12-pin", cartridge.code)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE device SET low_um = 1500, high_um = 1000",
        "UPDATE device SET high_um = 3001",
        "UPDATE product SET days_after_opening = 0",
        "UPDATE protocol SET interval_days = -1",
        "UPDATE clinic_price SET amount_minor = -1",
        "DELETE FROM device",
    ],
)
def test_no_tool_writes_what_the_program_could_not_use(store: Store, statement: str) -> None:
    with store.transaction() as db:
        device = devices.add(db, a_device())
        products.add(db, a_product())
        prices.add(db, a_price())
        protocols.add(db, a_protocol(device_id=device.id))
    with pytest.raises(IntegrityError), store.transaction() as db:
        db.execute(text(statement))
