"""Protocols in the chair: planned with a tap, done by none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from needlelog.domain.carry_over import carried_over
from needlelog.domain.session import NOT_NOTED
from needlelog.ui.screens.chair.chair import Chair
from needlelog.ui.screens.chair.map_side import MapSide
from needlelog.ui.screens.chair.sheets.next_date import NextDateContent
from needlelog.ui.screens.chair.sheets.protocol import ProtocolContent
from needlelog.ui.screens.session_text import Reader, sections
from needlelog.ui.widgets.buttons import ActionButton
from tests.builders import (
    a_device,
    a_product,
    a_protocol,
    a_session,
)
from tests.ui.conftest import Records
from tests.ui.screens.chair.doing import depths, kept, saved, tap, tap_zone
from tests.ui.screens.chair.own import Fresh, Keep, content, told
from tests.ui.screens.people import words_on

FACE = {"face.chin": 750, "face.cheek_l": 1000, "face.cheek_r": 1000}


def test_a_protocol_is_planned_in_two_taps_and_done_by_none(
    qtbot: QtBot, keep: Keep, records: Records, fresh: Fresh
) -> None:
    serum, pen = a_product(), a_device()
    protocol = a_protocol(FACE, serum=serum.code, serum_name="Glow 6", device_id=pen.id)
    keep(serum, pen, protocol)
    chair = fresh()
    tap(qtbot, chair.treat.side.protocol)
    sheet = chair.sheets.content
    assert isinstance(sheet, ProtocolContent)
    row = sheet.rows[protocol.id]
    assert row.height() >= 64
    about = "Chin, Cheek L + R · 0.75 to 1 mm · Glow 7"
    assert row.accessibleName() == f"Cheeks, fine, {about}, every 35 days"
    tap(qtbot, row)
    assert chair.sheets.content is None
    saved(qtbot, chair)

    session = kept(records, chair.session.id)
    assert {row.zone: row.depth_um for row in session.planned_layers} == FACE
    assert session.done_layers == ()
    assert {row.endpoint for row in session.layers} == {NOT_NOTED}
    assert [(use.name, use.lot) for use in session.serums] == [("Glow 7", "")]
    assert (session.protocol_id, session.device_id) == (protocol.id, pen.id)
    assert "Planned by “Cheeks, fine”:" in words_on(chair)

    chair._told.undo()
    saved(qtbot, chair)
    assert replace(kept(records, session.id), layers=()) == replace(
        session, layers=(), serums=(), protocol="", protocol_id=None, device="",
        device_serial="", device_id=None, speed_unit="",
    )  # fmt: skip
    assert chair.treat.side.protocol.isVisible()


def test_planned_zones_are_confirmed_as_those_of_last_time(
    qtbot: QtBot, keep: Keep, fresh: Fresh
) -> None:
    protocol = a_protocol(FACE)
    keep(protocol)
    chair = fresh()
    chair.treat.plan(protocol)
    chair.treat.side.row_tapped.emit("face.chin")
    tap(qtbot, chair.treat.side.carry.confirm)
    assert chair.session.planned_layers == ()
    assert set(chair.session.treated_zones) == set(FACE)


@pytest.mark.parametrize("is_retired", [None, True])
def test_a_clinic_without_protocols_sees_no_button(
    keep: Keep, fresh: Fresh, is_retired: bool | None
) -> None:
    if is_retired:
        keep(a_protocol(is_retired=True))
    side = fresh().treat.side
    assert not side.protocol.isVisible()
    assert side.erase.isVisible()


def test_the_button_gives_way_once_something_is_painted(
    qtbot: QtBot, keep: Keep, fresh: Fresh
) -> None:
    keep(a_protocol())
    chair = fresh()
    assert chair.treat.side.protocol.isVisible()
    tap_zone(qtbot, chair, "face.chin")
    assert not chair.treat.side.protocol.isVisible()
    assert chair.treat.side.erase.isVisible()


def test_zones_not_known_any_more_are_named_and_the_others_planned(
    keep: Keep, fresh: Fresh
) -> None:
    protocol = a_protocol({"face.gone": 500, "body.gone": 500, "face.chin": 500})
    keep(protocol)
    chair = fresh()
    said = told(chair)
    chair.treat.plan(protocol)
    (sentence,) = said
    assert "2 zones of this protocol are not known any more: face.gone, body.gone." in sentence
    assert sentence.endswith("The others are planned.")
    assert depths(chair.session) == {"face.chin": [(500, 3)]}


def test_a_protocol_with_nothing_left_plans_nothing_and_says_so(keep: Keep, fresh: Fresh) -> None:
    chair = fresh()
    before, said = chair.session, told(chair)
    chair.treat.plan(a_protocol({"face.gone": 500}, serum="own:00", serum_name="Glow 5"))
    assert "Nothing was planned." in said[0]
    assert chair.session == before


def test_a_serum_no_longer_in_use_is_not_planned(keep: Keep, fresh: Fresh) -> None:
    gone = a_product(is_retired=True)
    protocol = a_protocol(FACE, serum=gone.code, serum_name="Glow 7")
    keep(gone, protocol)
    chair = fresh()
    said = told(chair)
    chair.treat.plan(protocol)
    assert said == ["Its serum Glow 7 is no longer in use, so none is planned."]
    assert chair.session.serums == ()
    assert len(chair.session.planned_layers) == 3


def test_its_interval_is_the_first_date_offered(qtbot: QtBot, keep: Keep, fresh: Fresh) -> None:
    protocol = a_protocol(FACE, interval_days=35)
    keep(protocol)
    chair = fresh()
    chair.treat.plan(protocol)
    sheet = content(chair, "next_date")
    assert isinstance(sheet, NextDateContent)
    chips = [chip.choice.text for chip in sheet.chips._chips.values()]
    assert chips[:2] == ["Protocol: + 35 days", "+ 2 weeks"]


def test_the_record_says_which_protocol_it_was_planned_from(keep: Keep, fresh: Fresh) -> None:
    protocol = a_protocol(FACE)
    keep(protocol)
    chair = fresh()
    chair.treat.plan(protocol)
    told_by = sections(chair.session, Reader(chair.facts.zone, {}))
    assert "Planned from the protocol “Cheeks, fine”" in told_by[0].lines


def test_last_time_instead_of_a_protocol_is_no_protocol_any_more(
    keep: Keep, fresh: Fresh, client_id: UUID
) -> None:
    protocol = a_protocol(FACE)
    keep(protocol)
    chair = fresh()
    chair.treat.plan(protocol)
    last = a_session(client_id=client_id, zones={"face.nose": 500})
    session = carried_over(chair.session, last)
    assert (session.protocol, session.protocol_id, session.copied_from_id) == ("", None, last.id)


def test_a_scalp_protocol_turns_to_the_scalp(keep: Keep, fresh: Fresh) -> None:
    protocol = a_protocol({"scalp.crown": 500})
    keep(protocol)
    chair = fresh()
    chair.treat.plan(protocol)
    assert chair.treat.side.map.view == "scalp_top"


def test_two_taps_on_a_row_plan_once(qtbot: QtBot, keep: Keep, fresh: Fresh) -> None:
    protocol = a_protocol(FACE)
    keep(protocol)
    chair = fresh()
    chair.sheets.open("protocol")
    sheet = chair.sheets.content
    assert isinstance(sheet, ProtocolContent)
    spy = QSignalSpy(sheet.picked)
    tap(qtbot, sheet.rows[protocol.id])
    assert spy.count() == 1
    assert len(chair.session.planned_layers) == 3


def test_a_zone_painted_by_hand_gets_only_the_pattern_the_brush_shows(
    qtbot: QtBot, keep: Keep, fresh: Fresh, open_chair: Callable[..., Chair]
) -> None:
    protocol = a_protocol({"face.chin": 500}, techniques=("circle", "stamp"))
    keep(protocol)
    chair = fresh()
    chair.treat.plan(protocol)
    assert chair.treat.panel.techniques.chosen() == ("stamp",)
    tap_zone(qtbot, chair, "face.nose")
    (planned,), (by_hand,) = map(chair.session.layers_of, ("face.chin", "face.nose"))
    assert planned.techniques == ("circle", "stamp")
    assert by_hand.techniques == ("stamp",)

    chair.treat.side.row_tapped.emit("face.chin")
    assert chair.session.layers_of("face.chin")[0].techniques == ("circle", "stamp")
    saved(qtbot, chair)
    again = open_chair(chair.session.id)
    tap_zone(qtbot, again, "face.nose")
    assert [row.techniques for row in again.session.layers_of("face.nose")] == [("stamp",)]


@pytest.mark.parametrize(("width", "height"), [(1282, 860), (940, 600)])
def test_everything_else_stays_at_hand_beside_a_protocol_and_its_plan(
    qtbot: QtBot, keep: Keep, fresh: Fresh, width: int, height: int
) -> None:
    protocol = a_protocol(FACE)
    keep(protocol)
    chair = fresh()
    chair.resize(width, height)
    side = chair.treat.side
    always = (side.whole_face, side.spot, side.all_zones, side.erase)
    qtbot.waitUntil(lambda: all(map(partial(is_whole, side), (*always, side.protocol))))
    chair.treat.plan(protocol)
    qtbot.waitUntil(lambda: all(map(partial(is_whole, side), (*always, side.carry))))
    assert not side.carry.geometry().intersects(side._foot.geometry())
    assert not side.carry.geometry().intersects(side.map.geometry())
    tap(qtbot, side.erase)
    tap_zone(qtbot, chair, "face.chin")
    assert chair.session.layers_of("face.chin") == ()


def is_whole(side: MapSide, part: QWidget) -> bool:
    """It can be hit with a finger, nothing of it is cut off, and its words fit."""
    place = QRect(part.mapTo(side, QPoint()), part.size())
    cut = isinstance(part, ActionButton) and part._is_cut()
    return (
        part.isVisible()
        and min(part.width(), part.height()) >= 48
        and (side.rect().contains(place) and not cut)
    )
