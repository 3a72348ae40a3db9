"""One numbered spot."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from needlelog.domain.session import Spot
from needlelog.ui.screens.chair.sheets.spot import SpotContent
from needlelog.ui.widgets.buttons import ActionButton
from tests.builders import a_session, at
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

SPOT = Spot(number=7, map="face_front", x=1.0, y=2.0, depth_um=1000, passes=3, done_at=at(5))


def opened(qtbot: QtBot) -> tuple[SpotContent, Told]:
    session = a_session(spots=(SPOT,), started_at=at(5), needling_ended_at=at(5))
    content = SpotContent(session, facts(session), SPOT.id)
    return content, shown(qtbot, content)


def press(content: SpotContent, name: str) -> None:
    buttons = content.findChildren(ActionButton)
    click(next(button for button in buttons if button.accessibleName() == name))


def test_its_number_is_shown_and_stays(qtbot: QtBot) -> None:
    content, told = opened(qtbot)
    assert content.number.text() == "Spot 7"
    tap(content.kind.chips, "boxcar")
    write(content.name, "Left of the chin")
    spot = told.session.spots[0]
    assert (spot.number, spot.id, spot.kind, spot.name) == (
        7, SPOT.id, "boxcar", "Left of the chin",
    )  # fmt: skip


def test_size_depth_and_passes_by_steps(qtbot: QtBot) -> None:
    content, told = opened(qtbot)
    for name in ("Width, more", "Width, more", "Height, more", "Depth, more", "Passes, less"):
        press(content, name)
    spot = told.session.spots[0]
    assert (spot.width_mm, spot.height_mm) == (4.0, 3.0)
    assert (spot.depth_um, spot.passes) == (1250, 2)
    assert set(told.steps) == {"spot"}


def test_a_size_is_typed_with_a_comma(qtbot: QtBot) -> None:
    content, told = opened(qtbot)
    width = content.steppers["width_mm"]
    value, entry = width.focusProxy(), width.findChild(QLineEdit)
    assert value is not None
    assert entry is not None
    QTest.keyClick(value, Qt.Key.Key_Return)
    QTest.keyClicks(entry, "2,5")
    QTest.keyClick(entry, Qt.Key.Key_Return)
    assert told.session.spots[0].width_mm == 2.5


def test_another_kind_in_own_words(qtbot: QtBot) -> None:
    content, told = opened(qtbot)
    tap(content.kind.chips, "other")
    assert told.session.spots[0].kind == "other"
    paste(content.kind.words, NASTY)
    assert told.session.spots[0].kind == KEPT
    assert content.kind.chips.chosen() == ("other",)


def test_it_is_removed_with_its_needling(qtbot: QtBot) -> None:
    content, told = opened(qtbot)
    click(content.remove)
    assert (told.session.spots, told.session.started_at) == ((), None)
    assert told.done >= 1


def test_undoing_the_tap_that_made_it_closes(qtbot: QtBot) -> None:
    content, told = opened(qtbot)
    content.show_session(a_session())
    assert (told.done, told.taps) == (1, [])


def test_a_depth_above_the_ceiling_asks_why_and_another_depth_asks_again(qtbot: QtBot) -> None:
    content, told = opened(qtbot)
    assert not content.reason.isVisible()
    press(content, "Depth, more")
    press(content, "Depth, more")
    press(content, "Depth, more")
    assert content.above.text() == "Above your ceiling of 1.5 mm."
    tap(content.reason.chips, "scar")
    assert (told.session.spots[0].depth_um, told.session.spots[0].reason) == (1750, "scar")
    press(content, "Depth, more")
    assert told.session.spots[0].reason == ""
