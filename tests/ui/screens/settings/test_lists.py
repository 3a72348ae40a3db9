"""Products and devices in the settings: added, changed, retired, brought back."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from needlelog.db import devices, prices, products
from needlelog.domain.device import Device
from needlelog.domain.product import MeantFor, Product, ProductKind
from needlelog.ui.screens.settings.devices_section import DeviceForm
from needlelog.ui.screens.settings.prices_section import PriceForm
from needlelog.ui.screens.settings.products_section import ProductForm
from needlelog.ui.screens.settings.settings_screen import SettingsScreen
from needlelog.ui.window import Window
from tests.builders import a_device, a_price, a_product
from tests.ui.conftest import Records
from tests.ui.screens.people import focused, press, tap, type_here, words_on
from tests.ui.screens.settings.lists import (
    add_one,
    choose,
    form_of,
    go_to,
    is_saved,
    kept,
    open_row,
    places,
    press_on,
    until,
    write,
)

NASTY = "<b>&Co</b> سيروم " + "x" * 150


@pytest.mark.parametrize("name", ["protocols", "products", "devices", "prices"])
def test_an_empty_list_says_what_to_do(qtbot: QtBot, shown: SettingsScreen, name: str) -> None:
    section = go_to(qtbot, shown, name)
    assert section.empty.isVisible()
    assert "Tap Add a" in words_on(section.empty)
    assert not section.retired.isVisible()


def test_everything_of_a_serum_can_be_entered(
    qtbot: QtBot, shown: SettingsScreen, records: Records
) -> None:
    form = add_one(qtbot, go_to(qtbot, shown, "products"), ProductForm, "Glow 7")
    write(form.maker, "Lab & Co")
    choose(form.meant_for, "topical_only")
    choose(form.sterile, "no")
    write(form.days, "30")
    form.ingredients.edit.setFocus()
    type_here("Water, peptides")
    is_saved(qtbot, form)

    found = until(qtbot, records, lambda shelf: bool(shelf.products[0].ingredients))
    (product,) = found.products
    assert product == Product(
        ProductKind.SERUM, "Glow 7", "Lab & Co", MeantFor.TOPICAL_ONLY, is_sterile=False,
        ingredients="Water, peptides", days_after_opening=30, id=product.id,
    )  # fmt: skip


def test_what_is_tapped_before_there_is_a_name_waits_for_it(
    qtbot: QtBot, shown: SettingsScreen, records: Records
) -> None:
    section = go_to(qtbot, shown, "products")
    tap(section.add)
    form = form_of(qtbot, section, ProductForm)
    choose(form.kind, "cartridge")
    tap(form.pins.chip("12"))
    assert kept(records).products == ()
    assert not form.ingredients.isVisible()

    write(form.name, "Fine 12")
    (product,) = until(qtbot, records, lambda shelf: bool(shelf.products)).products
    assert (product.kind, product.name, product.pins) == (ProductKind.CARTRIDGE, "Fine 12", 12)


def test_a_name_taken_away_is_asked_for_and_the_old_one_stays(
    qtbot: QtBot, shown: SettingsScreen, records: Records
) -> None:
    product = records(partial(products.add, product=a_product()))
    form = open_row(qtbot, go_to(qtbot, shown, "products"), ProductForm, product)
    write(form.name, "")
    assert form.name.error() == "Type a name: lists show it."
    assert form.saver.is_saved
    assert kept(records).products == (product,)


@pytest.mark.parametrize("text", ["0", "-3", "1,5", "never", "99999"])
def test_days_that_are_none_are_refused_and_take_nothing_away(
    qtbot: QtBot, shown: SettingsScreen, records: Records, text: str
) -> None:
    product = records(partial(products.add, product=a_product(days_after_opening=30)))
    form = open_row(qtbot, go_to(qtbot, shown, "products"), ProductForm, product)
    write(form.days, text)
    assert form.days.error() == "Type a whole number from 1 to 3650."
    assert kept(records).products[0].days_after_opening in (30, 1, 9, 99, 999)  # as it was typed


def test_a_name_is_kept_letter_for_letter(
    qtbot: QtBot, shown: SettingsScreen, records: Records
) -> None:
    section = go_to(qtbot, shown, "products")
    tap(section.add)
    name = form_of(qtbot, section, ProductForm).name
    name.edit.setText(NASTY)  # as from the clipboard
    name.edit.textEdited.emit(NASTY)
    (product,) = until(qtbot, records, lambda shelf: bool(shelf.products)).products
    assert product.name == NASTY
    qtbot.waitUntil(lambda: product.id in section.rows)
    assert NASTY in section.rows[product.id].accessibleName()


def test_retired_is_grey_below_a_divider_and_undo_brings_it_back(
    qtbot: QtBot, shown: SettingsScreen, records: Records, window: Window
) -> None:
    first = records(partial(products.add, product=a_product()))
    zest = a_product(name="Zest", id=a_price().id)
    second = records(partial(products.add, product=zest))
    section = go_to(qtbot, shown, "products")
    form = open_row(qtbot, section, ProductForm, first)
    tap(form.retire)
    qtbot.waitUntil(section.retired.isVisible)
    assert section.form is None
    assert kept(records).products[-1] == replace(first, is_retired=True)
    rows = section.rows
    shown_order = (rows[second.id], section.retired, rows[first.id])
    qtbot.waitUntil(lambda: places(section, *shown_order) == sorted(places(section, *shown_order)))
    assert "Glow 7 is retired" in words_on(window.toasts)

    tap(window.toasts._action)
    qtbot.waitUntil(lambda: not section.retired.isVisible())
    assert kept(records).products[0] == first


def test_what_was_retired_can_be_brought_back_later(
    qtbot: QtBot, shown: SettingsScreen, records: Records
) -> None:
    gone = records(partial(products.add, product=a_product(is_retired=True)))
    form = open_row(qtbot, go_to(qtbot, shown, "products"), ProductForm, gone)
    assert form.retire.text() == "Bring back"
    tap(form.retire)
    until(qtbot, records, lambda shelf: not shelf.products[0].is_retired)


def test_a_second_tap_or_escape_closes_what_is_open(
    qtbot: QtBot, shown: SettingsScreen, records: Records
) -> None:
    product = records(partial(products.add, product=a_product()))
    section = go_to(qtbot, shown, "products")
    form = open_row(qtbot, section, ProductForm, product)
    below = places(section, section.rows[product.id], form)
    assert below == sorted(below)
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: section.form is None)
    assert focused() is section.rows[product.id]

    open_row(qtbot, section, ProductForm, product)
    tap(section.rows[product.id])
    qtbot.waitUntil(lambda: section.form is None)


def test_tab_goes_from_the_row_into_its_form(
    qtbot: QtBot, shown: SettingsScreen, records: Records
) -> None:
    price = records(partial(prices.add, price=a_price()))
    records(partial(prices.add, price=a_price(name="Zzz", id=a_product().id)))
    section = go_to(qtbot, shown, "prices")
    form = open_row(qtbot, section, PriceForm, price)
    section.rows[price.id].setFocus()
    for wanted in (form.name.edit, form.amount.edit, form.retire):
        press(Qt.Key.Key_Tab)
        assert focused() is wanted


def test_two_computers_do_not_overwrite_each_other(
    qtbot: QtBot, shown: SettingsScreen, records: Records
) -> None:
    product = records(partial(products.add, product=a_product()))
    section = go_to(qtbot, shown, "products")
    form = open_row(qtbot, section, ProductForm, product)
    records(partial(products.save, product=replace(product, maker="Theirs")))
    write(form.maker, "Mine")
    qtbot.waitUntil(section.not_kept.isVisible)
    assert kept(records).products[0].maker == "Theirs"

    tap(section.not_kept.reload)
    qtbot.waitUntil(lambda: section.form is not None and section.form is not form)
    again = form_of(qtbot, section, ProductForm)
    assert again.maker.text() == "Theirs"
    assert not section.not_kept.isVisible()


# ------------------------------------------------------------------------------ devices


def test_everything_of_a_device_can_be_entered(
    qtbot: QtBot, shown: SettingsScreen, records: Records
) -> None:
    form = add_one(qtbot, go_to(qtbot, shown, "devices"), DeviceForm, "Fine Pen")
    write(form.serial, "FP-1")
    press_on(form.high, Qt.Key.Key_Down)
    value = form.low.focusProxy()
    assert value is not None
    QTest.keyClick(value, Qt.Key.Key_0)
    type_here(".2")
    press(Qt.Key.Key_Return)
    choose(form.unit, "level")
    write(form.slowest, "1")
    write(form.fastest, "6")
    is_saved(qtbot, form)

    (device,) = kept(records).devices
    assert device == Device(
        "Fine Pen", "", "FP-1", 200, 2250, "level", 1, 6, is_default=True, id=device.id
    )


def test_a_range_never_stands_on_its_head(
    qtbot: QtBot, shown: SettingsScreen, records: Records
) -> None:
    device = records(partial(devices.add, device=a_device()))
    form = open_row(qtbot, go_to(qtbot, shown, "devices"), DeviceForm, device)
    value = form.high.focusProxy()
    assert value is not None
    QTest.keyClick(value, Qt.Key.Key_0)
    type_here(".1")
    press(Qt.Key.Key_Return)
    assert "Type a depth from 0.2 to 3 mm." in words_on(form)
    press(Qt.Key.Key_Escape)  # takes back what was typed, and leaves the form open
    assert form.high.value() == 1000
    assert form.isVisible()
    write(form.fastest, "0")
    assert form.fastest.error() == "Type a whole number from 1 to 100000."
    assert kept(records).devices == (device,)


def test_another_device_takes_the_place_new_sessions_start_with(
    qtbot: QtBot, shown: SettingsScreen, records: Records
) -> None:
    first = records(partial(devices.add, device=a_device(is_default=True)))
    second = records(partial(devices.add, device=replace(a_device(name="Pen 2"), id=a_price().id)))
    section = go_to(qtbot, shown, "devices")
    form = open_row(qtbot, section, DeviceForm, second)
    tap(form.default)
    until(qtbot, records, lambda shelf: [d.is_default for d in shelf.devices] == [False, True])
    qtbot.waitUntil(lambda: "start" not in section.rows[first.id].accessibleName())
    assert "New sessions start with it" in section.rows[second.id].accessibleName()


def test_a_retired_device_is_not_what_sessions_start_with(
    qtbot: QtBot, shown: SettingsScreen, records: Records
) -> None:
    device = records(partial(devices.add, device=a_device(is_default=True)))
    form = open_row(qtbot, go_to(qtbot, shown, "devices"), DeviceForm, device)
    tap(form.retire)
    found = until(qtbot, records, lambda shelf: shelf.devices[0].is_retired)
    assert not found.devices[0].is_default
