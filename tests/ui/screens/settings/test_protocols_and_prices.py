"""Protocols and prices in the settings."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from needlelog import catalogue
from needlelog.db import devices, prices, products, protocols
from needlelog.domain.price import ClinicPrice
from needlelog.domain.protocol import Protocol, ProtocolZone
from needlelog.ui.screens.settings.prices_section import PriceForm
from needlelog.ui.screens.settings.protocol_zones import grouped
from needlelog.ui.screens.settings.protocols_section import ProtocolForm
from needlelog.ui.screens.settings.settings_screen import SettingsScreen
from tests.builders import a_device, a_price, a_product, a_protocol
from tests.ui.conftest import Records
from tests.ui.screens.people import tap, words_on
from tests.ui.screens.settings.lists import (
    add_one,
    form_of,
    go_to,
    is_saved,
    kept,
    open_row,
    press_on,
    until,
    write,
)


def test_a_protocol_is_put_together_zone_by_zone(
    qtbot: QtBot, shown: SettingsScreen, records: Records
) -> None:
    serum = records(partial(products.add, product=a_product()))
    device = records(partial(devices.add, device=a_device()))
    form = add_one(qtbot, go_to(qtbot, shown, "protocols"), ProtocolForm, "Cheeks")
    form.zones.more.set_choice("face.cheek_l")
    form.zones.more.chosen.emit("face.cheek_l")
    (row,) = form.zones.rows
    assert row.name.text() == "Cheek L + R"
    press_on(row.needle, Qt.Key.Key_Up)
    press_on(row.passes, Qt.Key.Key_Up)
    tap(form.techniques.chip("vertical"))
    write(form.interval, "35")
    offered = [form.serum.itemText(place) for place in range(form.serum.count())]
    assert offered[:2] == ["No serum", "Glow 7"]
    assert not [one for one in offered if one.startswith(("Peel", "Botulinum"))]
    for select, code in ((form.serum, serum.code), (form.device, device.id.hex)):
        select.set_choice(code)
        select.chosen.emit(code)
    is_saved(qtbot, form)

    (protocol,) = kept(records).protocols
    assert protocol == Protocol(
        "Cheeks",
        (
            ProtocolZone("face.cheek_l", 750, 4, "Cheek L"),
            ProtocolZone("face.cheek_r", 750, 4, "Cheek R"),
        ),
        ("vertical",),
        serum.code,
        "Glow 7",
        "Lab & Co",
        35,
        device.id,
        id=protocol.id,
    )
    tap(row.remove)
    until(qtbot, records, lambda shelf: shelf.protocols[0].zones == ())


def test_a_zone_that_is_not_known_any_more_is_said_and_kept(
    qtbot: QtBot, shown: SettingsScreen, records: Records
) -> None:
    protocol = records(
        partial(protocols.add, protocol=a_protocol({"face.gone": 500, "face.chin": 500}))
    )
    section = go_to(qtbot, shown, "protocols")
    form = open_row(qtbot, section, ProtocolForm, protocol)
    assert "1 zone not known any more" in section.rows[protocol.id].accessibleName()
    gone, chin = form.zones.rows
    assert gone.unknown.isVisible()
    assert not gone.needle.isVisible()
    press_on(chin.needle, Qt.Key.Key_Up)
    found = until(qtbot, records, lambda shelf: shelf.protocols[0] != protocol)
    assert [(row.zone, row.depth_um) for row in found.protocols[0].zones] == [
        ("face.gone", 500), ("face.chin", 750),
    ]  # fmt: skip


def test_a_serum_no_longer_in_use_stays_chosen_until_somebody_chooses_another(
    qtbot: QtBot, shown: SettingsScreen, records: Records
) -> None:
    serum = records(partial(products.add, product=a_product(is_retired=True)))
    values = {"serum": serum.code, "serum_name": "Glow 7"}
    protocol = records(partial(protocols.add, protocol=a_protocol(**values)))
    form = open_row(qtbot, go_to(qtbot, shown, "protocols"), ProtocolForm, protocol)
    assert form.serum.currentText() == "Glow 7, no longer in use"
    press_on(form.zones.rows[0].needle, Qt.Key.Key_Up)
    found = until(qtbot, records, lambda shelf: shelf.protocols[0] != protocol)
    assert found.protocols[0].serum == serum.code


def test_sides_stand_together_only_where_they_are_worked_alike() -> None:
    zones = [
        ProtocolZone("face.cheek_l", 500, 3), ProtocolZone("face.chin", 500, 3),
        ProtocolZone("face.cheek_r", 750, 3), ProtocolZone("face.cheek_r", 500, 3),
    ]  # fmt: skip
    assert [group.places for group in grouped(zones)] == [(0, 3), (1,), (2,)]


# ------------------------------------------------------------------------------ prices


def test_a_price_is_typed_with_either_point(
    qtbot: QtBot, shown: SettingsScreen, records: Records
) -> None:
    form = add_one(qtbot, go_to(qtbot, shown, "prices"), PriceForm, "Face")
    for text, minor in (("199,50", 19950), ("180.5", 18050), ("", None)):
        write(form.amount, text)
        is_saved(qtbot, form)
        (price,) = kept(records).prices
        assert price == ClinicPrice("Face", minor, "GBP", id=price.id)
    write(form.amount, "1.2.3")
    assert "Type the price as a number" in form.amount.error()
    is_saved(qtbot, form)


def test_a_listed_price_is_an_offer_with_its_source_and_not_the_amount_of_another_currency(
    qtbot: QtBot, shown: SettingsScreen, records: Records
) -> None:
    section = go_to(qtbot, shown, "prices")
    qtbot.waitUntil(lambda: "in GBP" in shown.prices.currency.text())
    offer = shown.prices.offers["price_face"]
    assert "199 USD" in offer.accessibleName()
    assert "clinic page" in offer.accessibleName().lower()
    tap(offer)
    (price,) = until(qtbot, records, lambda shelf: bool(shelf.prices)).prices
    assert (price.name, price.amount_minor) == (catalogue.prices()["price_face"].label, None)
    form_of(qtbot, section, PriceForm)
    qtbot.waitUntil(lambda: not offer.isVisible())


def test_an_amount_in_a_currency_of_before_is_told_and_typed_anew(
    qtbot: QtBot, shown: SettingsScreen, records: Records
) -> None:
    price = records(partial(prices.add, price=a_price(currency="CHF")))
    form = open_row(qtbot, go_to(qtbot, shown, "prices"), PriceForm, price)
    assert form.amount.text() == ""
    assert "It was 199 CHF." in words_on(form)
    write(form.amount, "180")
    is_saved(qtbot, form)
    assert kept(records).prices == (replace(price, amount_minor=18000, currency="GBP"),)
