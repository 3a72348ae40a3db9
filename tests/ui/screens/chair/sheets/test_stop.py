"""Why a session was stopped and what was done then."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from needlelog.domain.carry_over import stopped
from needlelog.domain.session import StopRecord
from needlelog.ui.screens.chair.sheets.stop import StopContent
from tests.builders import a_planned_layer, a_session, at
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


def opened(qtbot: QtBot) -> tuple[StopContent, Told]:
    planned = a_session(layers=(a_planned_layer("face.chin"),))
    content = StopContent(stopped(planned, StopRecord(stopped_at=at(10))), facts())
    return content, shown(qtbot, content)


def the_stop(told: Told) -> StopRecord:
    assert told.session.stop is not None
    return told.session.stop


def test_reasons_and_measures_in_single_taps(qtbot: QtBot) -> None:
    content, told = opened(qtbot)
    tap(content.reasons, "faint", "client_asked")
    tap(content.measures, "lay_flat")
    assert the_stop(told).reasons == ("faint", "client_asked")
    assert the_stop(told).measures == ("lay_flat",)
    assert told.steps == ["stop"] * 3


def test_a_measure_asks_for_what_belongs_to_it(qtbot: QtBot) -> None:
    content, told = opened(qtbot)
    assert not content.pulse.isVisible()
    tap(content.measures, "pulse", "blood_pressure")
    write(content.pulse, "58")
    write(content.systolic, "90")
    write(content.diastolic, "55")
    stop = the_stop(told)
    assert (stop.pulse, stop.systolic, stop.diastolic) == (58, 90, 55)


@pytest.mark.parametrize("text", ["-1", "1,5", "NaN", "9999"])
def test_a_pulse_that_is_none(qtbot: QtBot, text: str) -> None:
    content, _ = opened(qtbot)
    tap(content.measures, "pulse")
    write(content.pulse, text)
    assert content.pulse.error() == "Type a whole number from 20 to 250."
    assert content.pulse.value() is None


def test_moments_by_one_tap_or_typed(qtbot: QtBot) -> None:
    content, told = opened(qtbot)
    tap(content.measures, "recovered", "left")
    write(content.recovered.field, "12:25")
    click(content.left_at.now)
    assert (the_stop(told).recovered_at, the_stop(told).left_at) == (at(25), at(30))
    assert content.left_at.field.text() == "12:30"


@pytest.mark.parametrize("text", ["12:05", "12:31", "25:00"])
def test_a_moment_that_can_not_be(qtbot: QtBot, text: str) -> None:
    content, told = opened(qtbot)
    tap(content.measures, "recovered")
    write(content.recovered.field, text)
    assert content.recovered.field.error()
    assert the_stop(told).recovered_at is None


def test_the_call_to_emergency_services_keeps_its_time(qtbot: QtBot) -> None:
    content, told = opened(qtbot)
    write(content.note, "Pale")
    tap(content.measures, "emergency_called")
    assert the_stop(told).note == "Pale\nEmergency called 12:30"
    tap(content.measures, "emergency_called")
    assert the_stop(told).note == "Pale"


def test_a_note_is_kept_letter_for_letter(qtbot: QtBot) -> None:
    content, told = opened(qtbot)
    paste(content.note, NASTY)
    assert the_stop(told).note == KEPT
    assert {what for what, _ in told.typing} == {"stop"}


def test_going_on_plans_again_what_was_planned(qtbot: QtBot) -> None:
    content, told = opened(qtbot)
    click(content.go_on)
    click(content.go_on)
    assert (told.steps, told.session.stop) == (["stop"], None)
    assert [layer.is_planned for layer in told.session.layers] == [True]
    assert told.done >= 1
