"""The device, the tip on it, and a new tip in one tap."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from needlelog.domain.session import NeedlingSession, Tip
from needlelog.ui.screens.chair.sheets.tip import TipContent
from tests.builders import NOON, a_session, a_tip, at
from tests.ui.conftest import Finger
from tests.ui.screens.chair.sheets.acting import (
    KEPT,
    NASTY,
    Told,
    click,
    facts,
    paste,
    shown,
    tap,
    write,
)


def opened(qtbot: QtBot, session: NeedlingSession) -> tuple[TipContent, Told]:
    content = TipContent(session, facts(session))
    return content, shown(qtbot, content)


def test_a_new_tip_in_one_tap_takes_over_no_lot(qtbot: QtBot, finger: Finger) -> None:
    session = a_session(tips=(a_tip(),))
    content, told = opened(qtbot, session)
    finger(content.new_tip)
    assert told.steps == ["new_tip"]
    first, second = told.session.tips
    assert first == session.tips[0]
    assert (second.name, second.pins, second.lot, second.opened_at) == (
        "12-pin tip", 12, "", at(30),
    )  # fmt: skip


def test_two_quick_taps_are_one_tip(qtbot: QtBot) -> None:
    content, told = opened(qtbot, a_session(tips=(a_tip(),)))
    click(content.new_tip)
    click(content.new_tip)
    assert len(told.session.tips) == 2


def test_the_reason_of_a_new_tip_is_one_more_tap(qtbot: QtBot) -> None:
    content, told = opened(qtbot, a_session(tips=(a_tip(),)))
    assert not content.reason.isVisible()
    click(content.new_tip)
    tap(content.reason, "bent")
    assert told.steps == ["new_tip", "tip"]
    assert [tip.reason for tip in told.session.tips] == ["", "bent"]


def test_a_tip_used_before_in_one_tap(qtbot: QtBot) -> None:
    session = a_session(zones={"face.chin": 500})
    content, told = opened(qtbot, session)
    tap(content.used, "0")
    tip = told.session.tips[0]
    assert (tip.name, tip.pins, tip.lot, tip.opened_at) == ("12-pin tip", 12, "C-88041", NOON)
    assert [layer.tip_id for layer in told.session.layers] == [tip.id]


def test_pins_name_the_tip_unless_it_has_a_name_of_its_own(qtbot: QtBot) -> None:
    content, told = opened(qtbot, a_session())
    tap(content.pins, "12", "36")
    assert (told.session.tips[0].pins, told.session.tips[0].name) == (36, "36-pin tip")
    write(content.name, "Nano")
    tap(content.pins, "9")
    assert (told.session.tips[0].pins, told.session.tips[0].name) == (9, "Nano")


def test_a_lot_is_typed_for_the_tip_on_the_device(qtbot: QtBot) -> None:
    session = a_session(tips=(a_tip(), Tip(opened_at=at(20))))
    content, told = opened(qtbot, session)
    write(content.lot.number, "D-7")
    assert [tip.lot for tip in told.session.tips] == ["C-88041", "D-7"]
    assert {what for what, _ in told.typing} == {"tip"}


def test_a_device_used_before_in_one_tap(qtbot: QtBot) -> None:
    session = a_session()
    content, told = opened(qtbot, session)
    tap(content.device.used, "0", "0")
    known = replace(session, device="Dr.Pen M8", device_serial="M8-2231")
    assert told.taps == [("tip", known)]


def test_device_serial_and_speed_are_typed(qtbot: QtBot) -> None:
    content, told = opened(qtbot, a_session())
    write(content.device.name, "SkinPen")
    write(content.device.serial, "SP-88")
    write(content.device.speed, "7000")
    tap(content.device.unit, "rpm")
    now = told.session
    assert (now.device, now.device_serial, now.speed, now.speed_unit) == (
        "SkinPen", "SP-88", 7000, "rpm",
    )  # fmt: skip


@pytest.mark.parametrize("text", ["-1", "0", "1,5", "NaN", "fast"])
def test_a_speed_that_is_none(qtbot: QtBot, text: str) -> None:
    content, told = opened(qtbot, a_session())
    write(content.device.speed, text)
    assert "whole number" in content.device.speed.error()
    assert all(session.speed in (None, 1) for _, session in told.typing)  # '1' of '1,5'
    assert content.device.speed.value() is None


def test_a_device_is_kept_letter_for_letter(qtbot: QtBot) -> None:
    content, told = opened(qtbot, a_session())
    paste(content.device.name, NASTY)
    assert told.session.device == KEPT


def test_undo_takes_the_new_tip_off_the_sheet(qtbot: QtBot) -> None:
    session = a_session(tips=(a_tip(),))
    content, _ = opened(qtbot, session)
    click(content.new_tip)
    content.show_session(session)
    assert not content.reason.isVisible()
    assert content.lot.number.text() == "C-88041"
