"""The steps of a visit and what it still lacks: always open, never in the way."""

from __future__ import annotations

from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from needlelog.ui.widgets.close_out_strip import CloseOutItem, CloseOutStrip
from needlelog.ui.widgets.step_bar import Step, StepBar
from tests.ui.conftest import Finger

STEPS = (Step("treat", "Treat"), Step("reactions", "Reactions"), Step("sign", "Aftercare & sign"))
ITEMS = (
    CloseOutItem("consent", "Consent", "done"),
    CloseOutItem("photos", "Photos", "declined"),
    CloseOutItem("lots", "Lots"),
)


def steps(qtbot: QtBot) -> StepBar:
    bar = StepBar(STEPS)
    qtbot.addWidget(bar)
    bar.show_progress("reactions", done=["treat"])
    bar.show()
    return bar


def strip(qtbot: QtBot) -> CloseOutStrip:
    made = CloseOutStrip("Still to close")
    qtbot.addWidget(made)
    made.show_items(ITEMS)
    made.show()
    return made


def test_every_step_can_be_opened(qtbot: QtBot, finger: Finger) -> None:
    bar = steps(qtbot)
    asked = QSignalSpy(bar.asked)
    for step in STEPS:
        finger(bar.button(step.code))
    assert [asked.at(i) for i in range(asked.count())] == [["treat"], ["reactions"], ["sign"]]


def test_a_step_is_read_out_with_its_state(qtbot: QtBot) -> None:
    bar = steps(qtbot)
    assert [bar.button(step.code).accessibleName() for step in STEPS] == [
        "1 Treat, done",
        "2 Reactions, current step",
        "3 Aftercare & sign, not done",
    ]


def test_the_compact_bar_says_only_the_current_word(qtbot: QtBot) -> None:
    bar = steps(qtbot)
    bar.set_compact(True)
    widths = [bar.button(step.code).sizeHint().width() for step in STEPS]
    assert widths[0] == widths[2] == 48
    assert widths[1] > 48


def test_a_tap_asks_for_the_gap(qtbot: QtBot, finger: Finger) -> None:
    made = strip(qtbot)
    asked = QSignalSpy(made.asked)
    for item in ITEMS:
        finger(made.button(item.code))
    assert [asked.at(i) for i in range(asked.count())] == [["consent"], ["photos"], ["lots"]]


def test_an_item_is_read_out_with_its_state(qtbot: QtBot) -> None:
    made = strip(qtbot)
    names = [made.button(item.code).accessibleName() for item in ITEMS]
    assert names == ["Consent, done", "Photos, declined", "Lots, not done"]


def test_an_item_that_is_closed_keeps_its_place_and_the_focus(qtbot: QtBot) -> None:
    made = strip(qtbot)
    lots = made.button("lots")
    place = lots.geometry()
    made.show_items((*ITEMS[:2], CloseOutItem("lots", "Lots", "done")))
    assert made.button("lots") is lots
    assert (lots.geometry(), lots.accessibleName()) == (place, "Lots, done")


def test_a_gap_does_not_look_like_something_done(qtbot: QtBot) -> None:
    made = strip(qtbot)
    gap = made.button("lots").grab().toImage()
    made.show_items((*ITEMS[:2], CloseOutItem("lots", "Lots", "done")))
    assert made.button("lots").grab().toImage() != gap


def test_items_are_as_big_as_a_thumb(qtbot: QtBot) -> None:
    made = strip(qtbot)
    sizes = {(made.button(item.code).width(), made.button(item.code).height()) for item in ITEMS}
    assert sizes == {(94, 64)}
    made.set_compact(True)
    assert made.button("lots").sizeHint().width() == 75


def test_both_fit_the_smallest_window(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    six = CloseOutStrip("Still to close")
    six.setParent(window)
    six.set_compact(True)
    six.show_items([CloseOutItem(str(number), "Aftercare") for number in range(6)])
    assert six.sizeHint().width() <= 560
