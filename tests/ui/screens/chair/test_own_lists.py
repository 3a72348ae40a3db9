"""The chair with the clinic's own devices, products and prices."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from needlelog.db import devices, prices, products, sessions
from needlelog.domain.clinic import Practitioner
from needlelog.domain.device import Device, with_device
from needlelog.domain.product import MeantFor, ProductKind, as_serum
from needlelog.domain.session import ChairStep, NeedlingSession, Status
from needlelog.ui.screens.chair.chair import Chair
from needlelog.ui.screens.chair.facts import load
from needlelog.ui.screens.chair.sheets.details import DetailsContent
from needlelog.ui.screens.chair.sheets.numbing import NumbingContent
from needlelog.ui.screens.chair.sheets.serum import SerumContent
from needlelog.ui.screens.chair.sheets.tip import TipContent
from needlelog.ui.screens.session_text import Reader, sections
from needlelog.ui.tasks import Tasks, Topic
from tests.builders import (
    NOON,
    a_device,
    a_layer,
    a_planned_layer,
    a_price,
    a_product,
)
from tests.ui.conftest import Records
from tests.ui.screens.chair.conftest import OpenChair
from tests.ui.screens.chair.doing import depths, kept, press, saved, tap, tap_zone
from tests.ui.screens.chair.own import Fresh, Keep, Start, content, put, told, type_depth
from tests.ui.screens.people import words_on


def test_a_new_session_has_its_device_without_a_tap(keep: Keep, started: Start) -> None:
    pen = a_device(is_default=True)
    keep(Device("Other"), pen)
    session = started()
    assert (session.device, session.device_serial, session.device_id) == (
        "Fine Pen", "FP-1", pen.id,
    )  # fmt: skip
    assert (session.speed, session.speed_unit) == (None, "level")


def test_the_stepper_stays_within_the_device(keep: Keep, fresh: Fresh) -> None:
    keep(a_device(is_default=True))
    needle = fresh().treat.panel.needle
    assert needle.value() == 500
    seen = []
    for key in (Qt.Key.Key_Up,) * 4 + (Qt.Key.Key_Down,) * 5:
        press(needle, key)
        seen.append(needle.value())
    assert seen == [750, 1000, 1000, 1000, 750, 500, 250, 200, 200]


def test_a_typed_depth_out_of_reach_is_refused_with_a_sentence(keep: Keep, fresh: Fresh) -> None:
    keep(a_device(is_default=True))
    chair = fresh()
    type_depth(chair, "1.25")
    assert "1.25 mm was not taken: Fine Pen goes from 0.2 to 1 mm." in words_on(chair)
    assert chair.treat.hand.state.brush.depth_um == 500
    QTest.keyClick(chair.treat.panel.needle._entry, Qt.Key.Key_Escape)
    type_depth(chair, "0.35")
    assert chair.treat.hand.state.brush.depth_um == 350


def test_without_a_device_every_depth_is_as_before(chair: Chair) -> None:
    needle = chair.treat.panel.needle
    for _ in range(12):
        press(needle, Qt.Key.Key_Up)
    assert needle.value() == 2500
    type_depth(chair, "3")
    assert needle.value() == 3000


def test_another_device_brings_the_brush_into_its_reach_and_says_so(
    qtbot: QtBot, keep: Keep, records: Records, open_chair: OpenChair, new_session: NeedlingSession
) -> None:
    pen = a_device()
    keep(pen)
    chair = open_chair(new_session.id)
    chair.treat.hand.set_depth(1500)
    said = told(chair)
    sheet = content(chair, "tip")
    assert isinstance(sheet, TipContent)
    tap(qtbot, sheet.device.used.chip(pen.id.hex))
    assert chair.treat.hand.state.brush.depth_um == 1000
    assert said == ["Fine Pen goes from 0.2 to 1 mm. The brush is at 1 mm now."]
    assert sheet.device.unit.isHidden()
    saved(qtbot, chair)
    found = kept(records, new_session.id)
    assert (found.device_id, found.speed_unit) == (pen.id, "level")


def test_a_speed_is_read_as_the_device_has_it(qtbot: QtBot, keep: Keep, fresh: Fresh) -> None:
    keep(a_device(is_default=True))
    chair = fresh()
    sheet = content(chair, "tip")
    assert isinstance(sheet, TipContent)
    assert "level, 1 to 6" in words_on(sheet.device)
    speed = sheet.device.speed
    for text, number in (("9", None), ("4", 4)):
        speed.edit.setFocus()
        speed.edit.selectAll()
        QTest.keyClicks(speed.edit, text)
        QTest.keyClick(speed.edit, Qt.Key.Key_Return)
        assert chair.session.speed == number
    assert speed.error() == ""


def test_a_device_that_is_typed_over_is_none_of_the_clinics(keep: Keep, fresh: Fresh) -> None:
    keep(a_device(is_default=True))
    chair = fresh()
    sheet = content(chair, "tip")
    assert isinstance(sheet, TipContent)
    sheet.device.name.edit.setFocus()
    QTest.keyClicks(sheet.device.name.edit, " 2")
    assert (chair.session.device, chair.session.device_id) == ("Fine Pen 2", None)
    assert chair.facts.shelf.reach(chair.session).device == ""


def test_a_depth_deeper_than_the_device_goes_is_told(
    qtbot: QtBot, keep: Keep, records: Records, open_chair: OpenChair, new_session: NeedlingSession
) -> None:
    pen = a_device()
    keep(pen)
    planned = a_planned_layer("face.chin", 1250)
    records(partial(put, session=replace(with_device(new_session, pen), layers=(planned,))))
    chair = open_chair(new_session.id)
    chair.treat.side.row_tapped.emit("face.chin")
    assert "Fine Pen goes to 1 mm" in chair.treat.panel.guard.text.text()
    assert depths(chair.session) == {"face.chin": [(1250, 3)]}


# ------------------------------------------------------------------------------ products


def test_own_serums_come_first_and_one_not_for_needling_carries_the_sign(
    keep: Keep, fresh: Fresh
) -> None:
    glow, drops = a_product(), a_product(name="Zest", id=a_price().id, meant_for=MeantFor.UNKNOWN)
    keep(glow, drops, a_product(name="Old", id=a_device().id, is_retired=True))
    chair = fresh()
    panel = chair.treat.panel.serums
    assert list(panel._chips) == [
        f"{glow.code}|Glow 7|", f"{drops.code}|Zest|", "other",
    ]  # fmt: skip
    assert not panel.chip(f"{glow.code}|Glow 7|").choice.warning
    assert panel.chip(f"{drops.code}|Zest|").choice.warning


@pytest.mark.parametrize(
    ("meant_for", "words"),
    [
        (MeantFor.TOPICAL_ONLY, "It is meant for the surface only"),
        (MeantFor.UNKNOWN, "Not known whether it is for needling"),
    ],
)
def test_a_serum_not_for_needling_is_told_and_taken(
    qtbot: QtBot,
    keep: Keep,
    records: Records,
    fresh: Fresh,
    meant_for: MeantFor,
    words: str,
) -> None:
    product = a_product(meant_for=meant_for, ingredients="Copper")
    keep(product)
    chair = fresh()
    sheet = content(chair, "serum")
    assert isinstance(sheet, SerumContent)
    tap(qtbot, sheet.used.chip(f"{product.code}|Glow 7|"))
    assert sheet.caution.isVisible()
    assert words in sheet.caution.head.text()
    assert "Copper" in sheet.caution.text.text()
    tap(qtbot, sheet.caution.keep)
    tap_zone(qtbot, chair, "face.chin")
    saved(qtbot, chair)
    (use,) = kept(records, chair.session.id).serums
    assert (use.product, use.name, use.maker) == (product.code, "Glow 7", "Lab & Co")


def test_a_serum_meant_for_needling_is_one_tap(qtbot: QtBot, keep: Keep, fresh: Fresh) -> None:
    product = a_product()
    keep(product)
    chair = fresh()
    sheet = content(chair, "serum")
    assert isinstance(sheet, SerumContent)
    tap(qtbot, sheet.used.chip(f"{product.code}|Glow 7|"))
    assert chair.sheets.content is None


def test_a_record_keeps_the_name_it_was_made_with(
    keep: Keep, records: Records, started: Start
) -> None:
    product = a_product()
    keep(product)
    first = started()
    use = replace(as_serum(product), lot="G-1")
    done = a_layer("face.chin", 500, serum_id=use.id)
    records(partial(put, session=replace(first, serums=(use,), layers=(done,))))
    renamed = replace(product, name="Glow 8", version=1)
    records(partial(products.save, product=renamed))

    assert kept(records, first.id).serums[0].name == "Glow 7"
    offered = records(partial(load, session_id=first.id)).favourites.serums
    assert [(serum.name, serum.lot) for serum in offered] == [("Glow 8", "G-1")]
    records(partial(products.save, product=replace(renamed, is_retired=True, version=2)))
    assert records(partial(load, session_id=first.id)).favourites.serums == ()


def test_own_cartridges_and_numbing_are_one_tap(
    qtbot: QtBot, keep: Keep, records: Records, fresh: Fresh
) -> None:
    cartridge = a_product(kind=ProductKind.CARTRIDGE, name="Fine 12", pins=12)
    numbing = a_product(kind=ProductKind.NUMBING, name="Numb 4 %", id=a_price().id)
    keep(cartridge, numbing)
    chair = fresh()
    sheet = content(chair, "tip")
    assert isinstance(sheet, TipContent)
    tap(qtbot, sheet.own.chip(cartridge.code))
    chair.sheets.close()
    sheet = content(chair, "numbing")
    assert isinstance(sheet, NumbingContent)
    assert next(iter(sheet.products._chips)) == numbing.code
    tap(qtbot, sheet.products.chip(numbing.code))
    tap(qtbot, sheet.clock.on)
    saved(qtbot, chair)

    found = kept(records, chair.session.id)
    assert [(t.name, t.pins, t.product, t.lot) for t in found.tips] == [
        ("Fine 12", 12, cartridge.code, ""),
    ]  # fmt: skip
    assert [(n.name, n.product) for n in found.numbings] == [("Numb 4 %", numbing.code)]
    assert "Numb 4 %" in words_on(chair)


def test_an_open_chair_offers_a_new_product_at_once(
    qtbot: QtBot, tasks: Tasks, chair: Chair
) -> None:
    product = a_product()
    work = partial(products.add, product=product)
    tasks.write(chair, work, Topic.CLINIC)
    qtbot.waitUntil(lambda: f"{product.code}|Glow 7|" in chair.treat.panel.serums._chips)


def test_a_price_is_one_tap_in_the_details(qtbot: QtBot, records: Records, fresh: Fresh) -> None:
    mine, dollars = a_price(), a_price(name="Dollars", currency="USD", id=a_device().id)
    for price in (mine, dollars):
        records(partial(prices.add, price=price))
    chair = fresh()
    sheet = content(chair, "details")
    assert isinstance(sheet, DetailsContent)
    assert list(sheet.prices._chips) == [mine.id.hex]
    tap(qtbot, sheet.prices.chip(mine.id.hex))
    assert (chair.session.price_minor, chair.session.currency) == (19900, "GBP")
    assert sheet.price.text() == "199"
    tap(qtbot, sheet.prices.chip(mine.id.hex))
    assert (chair.session.price_minor, chair.session.currency) == (None, "")


def test_what_was_signed_knows_nothing_of_later_changes(
    keep: Keep, records: Records, started: Start, you: Practitioner
) -> None:
    pen = a_device(is_default=True)
    keep(pen)
    session = started()
    records(
        lambda db: sessions.sign(db, session.id, session.version, Status.COMPLETED, you.id, NOON)
    )
    records(partial(devices.save, device=replace(pen, name="Renamed", version=1)))
    assert kept(records, session.id).device == "Fine Pen"


def test_other_serums_stay_beside_the_longest_names(qtbot: QtBot, keep: Keep, fresh: Fresh) -> None:
    keep(a_product(name="Conditioned medium of stem cells"), a_product(name="Hyaluronic 2 %, LMW"))
    chair = fresh()
    chair.window().resize(1250, 860)
    serums = chair.treat.panel.serums
    other = serums.chip("other")
    qtbot.waitUntil(lambda: other.y() == 0 and other.isVisible())
    assert serums.rect().contains(other.geometry())


@pytest.mark.parametrize(
    ("meant_for", "words"),
    [
        (MeantFor.TOPICAL_ONLY, "topical only, not meant for needling"),
        (MeantFor.UNKNOWN, "not known whether meant for needling"),
    ],
)
def test_a_serum_not_meant_for_needling_is_told_as_long_as_it_is_used(
    qtbot: QtBot, keep: Keep, fresh: Fresh, meant_for: MeantFor, words: str
) -> None:
    keep(a_product(name="Vit-C glow", meant_for=meant_for))
    chair = fresh()
    panel = chair.treat.panel
    (key,) = [key for key in panel.serums._chips if key.startswith("own:")]
    chip = panel.serums.chip(key)
    bare = chip.grab().toImage()
    tap(qtbot, chip)
    tap_zone(qtbot, chair, "face.nose")
    assert chip._warns_chosen()
    assert chip.grab().toImage() != bare
    assert panel.serum_caption.text() == f"Vit-C glow: {words}"
    assert panel.serum_caption.property("ink") == "warn"

    chair.go("aftercare")
    line = chair.finish.lines["serum"]
    assert line.text.text() == f"Vit-C glow: {words}."
    assert not line.line.holds
    record = sections(chair.session, Reader(chair.facts.zone, {}, chair.facts.shelf))
    told_serums = next(one.lines for one in record if one.title == "Serums")
    assert told_serums == (f"Vit-C glow, Lab & Co, lot not noted, {words}",)
    qtbot.waitUntil(lambda: words in words_on(chair.finish.summary))
    tap(qtbot, line.buttons["step:treat"])
    assert chair.session.step is ChairStep.TREAT


def test_in_a_narrow_window_the_serum_itself_warns(qtbot: QtBot, keep: Keep, fresh: Fresh) -> None:
    product = a_product(name="Vit-C glow", meant_for=MeantFor.TOPICAL_ONLY)
    keep(product)
    chair = fresh()
    chair.resize(940, 520)
    chair.treat.hand.use_serum(as_serum(product))
    said = "Vit-C glow, topical only, not meant for needling"
    qtbot.waitUntil(lambda: chair.treat.panel.serum.accessibleName() == said)
    chair.treat.hand.use_serum(None)
    assert chair.treat.panel.serum.accessibleName() == "Serum, none"


def test_vitamin_c_of_the_catalogue_warns_too(qtbot: QtBot, fresh: Fresh) -> None:
    chair = fresh()
    tap(qtbot, chair.treat.panel.serums.chip("vitamin_c||"))
    assert chair.treat.panel.serum_caption.text() == "Vitamin C: take care while needling"
    tap(qtbot, chair.treat.panel.serums.chip("hyaluronic_acid||"))
    assert chair.treat.panel.serum_caption.text() == "Serum"
