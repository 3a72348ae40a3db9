"""Why a depth: one tap answers and closes."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from needlelog.domain.session import NeedlingSession
from needlelog.ui.screens.chair.sheets.reason import ReasonContent
from tests.builders import a_session
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
)


def cheeks(depth_um: int) -> NeedlingSession:
    zones = {"face.cheek_l": depth_um, "face.cheek_r": depth_um, "face.chin": 500}
    return a_session(zones=zones)


def opened(qtbot: QtBot, session: NeedlingSession) -> tuple[ReasonContent, Told]:
    asked = [layer.id for layer in session.layers if "cheek" in layer.zone]
    content = ReasonContent(session, facts(session), asked)
    return content, shown(qtbot, content)


def reasons(session: NeedlingSession) -> list[str]:
    return [layer.reason for layer in session.layers]


def test_one_tap_on_a_reason_answers_both_sides_and_closes(qtbot: QtBot, finger: Finger) -> None:
    content, told = opened(qtbot, cheeks(2000))
    assert content.question.text() == "Why 2 mm on Cheek L + R?"
    finger(content.reasons.chips.chip("scar"))
    assert reasons(told.session) == ["scar", "scar", ""]
    assert (told.steps, told.done) == (["reason"], 1)


def test_the_ceiling_is_one_tap_away(qtbot: QtBot) -> None:
    content, told = opened(qtbot, cheeks(2000))
    assert content.use.text() == "Use 1.5"
    click(content.use)
    click(content.use)
    assert [layer.depth_um for layer in told.session.layers] == [1500, 1500, 500]
    assert (told.steps, told.done) == (["depth"], 1)


def test_keeping_it_without_a_reason_changes_nothing(qtbot: QtBot) -> None:
    content, told = opened(qtbot, cheeks(2000))
    click(content.keep)
    assert (told.taps, told.done) == ([], 1)


def test_another_reason_is_typed(qtbot: QtBot) -> None:
    content, told = opened(qtbot, cheeks(2000))
    tap(content.reasons.chips, "other")
    assert (told.taps, told.done) == ([], 0)
    paste(content.reasons.words, NASTY)
    assert reasons(told.session) == [KEPT, KEPT, ""]
    click(content.keep)
    assert told.done == 1


def test_deeper_than_two_and_a_half_is_asked_first(qtbot: QtBot) -> None:
    content, told = opened(qtbot, cheeks(2750))
    assert content.question.text() == "Is 2.75 mm right on Cheek L + R?"
    assert not content.reasons.isVisible()
    click(content.right)
    assert content.question.text() == "Why 2.75 mm on Cheek L + R?"
    tap(content.reasons.chips, "thick_skin")
    assert reasons(told.session) == ["thick_skin", "thick_skin", ""]


def test_below_the_ceiling_it_asks_about_the_usual_range(qtbot: QtBot) -> None:
    content, told = opened(qtbot, cheeks(250))
    tap(content.reasons.chips, "thin_skin")
    assert reasons(told.session) == ["thin_skin", "thin_skin", ""]


def test_undoing_the_tap_closes(qtbot: QtBot) -> None:
    content, told = opened(qtbot, cheeks(2000))
    content.show_session(a_session())
    assert told.done == 1
