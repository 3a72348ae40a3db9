"""A row of radio buttons that starts with nothing chosen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from needlelog.ui import theme
from needlelog.ui.widgets.segmented import Segment, Segmented, grades
from tests.ui.conftest import Finger

WORDS = ("none", "slight", "mild", "moderate", "severe")


def endpoint(qtbot: QtBot) -> Segmented:
    made = Segmented("Endpoint", [Segment("n", "None"), Segment("e", "Even & red")])
    return shown(qtbot, made)


def shown(qtbot: QtBot, made: Segmented) -> Segmented:
    qtbot.addWidget(made)
    made.resize(420, made.sizeHint().height())
    made.show()
    return made


def test_nothing_is_chosen_at_first(qtbot: QtBot) -> None:
    segmented = endpoint(qtbot)
    assert segmented.choice() is None
    assert not segmented.button("n").isChecked()


def test_a_tap_chooses_once(qtbot: QtBot, finger: Finger) -> None:
    segmented = endpoint(qtbot)
    choices = QSignalSpy(segmented.chosen)
    finger(segmented.button("e"))
    finger(segmented.button("e"))
    assert (segmented.choice(), choices.count()) == ("e", 1)


def test_the_whole_segment_can_be_tapped(qtbot: QtBot, finger: Finger) -> None:
    segmented = endpoint(qtbot)
    corner = segmented.button("e").rect().bottomRight()
    finger(segmented.button("e"), corner)
    assert segmented.choice() == "e"


def test_arrow_keys_choose(qtbot: QtBot) -> None:
    segmented = endpoint(qtbot)
    segmented.set_choice("n")
    with qtbot.waitActive(segmented):
        segmented.activateWindow()
    segmented.button("n").setFocus()
    with qtbot.waitSignal(segmented.chosen) as told:
        QTest.keyClick(segmented.button("n"), Qt.Key.Key_Right)
    assert told.args == ["e"]


def test_a_choice_can_be_taken_back_by_the_program(qtbot: QtBot) -> None:
    segmented = endpoint(qtbot)
    choices = QSignalSpy(segmented.chosen)
    segmented.set_choice("e")
    segmented.set_choice(None)
    assert (segmented.choice(), choices.count()) == (None, 0)
    assert not segmented.button("e").isChecked()


def test_a_screen_reader_hears_radio_buttons(qtbot: QtBot) -> None:
    heard = QAccessible.queryAccessibleInterface(endpoint(qtbot).button("e"))
    assert heard.role() == QAccessible.Role.RadioButton
    assert heard.text(QAccessible.Text.Name) == "Even & red"


@pytest.mark.parametrize(
    ("level", "token"), [(0, "ink2"), (1, "accent"), (2, "accent"), (3, "warn"), (4, "danger")]
)
def test_a_grade_has_its_colour(qtbot: QtBot, level: int, token: str) -> None:
    scale = shown(qtbot, Segmented("Redness", grades(WORDS), height=56))
    scale.set_choice(str(level))
    assert block(scale, str(level)) == theme.current().color(token)


def test_graded_none_differs_from_not_graded(qtbot: QtBot) -> None:
    scale = shown(qtbot, Segmented("Redness", grades(WORDS), height=56))
    not_graded = block(scale, "0")
    scale.set_choice("0")
    assert block(scale, "0") != not_graded


def test_a_grade_is_read_out_with_its_word(qtbot: QtBot) -> None:
    scale = shown(qtbot, Segmented("Redness", grades(WORDS), height=56))
    assert scale.button("3").accessibleName() == "3 moderate"


@pytest.mark.parametrize("height", [48, 52, 56, 64])
def test_segments_are_big_enough_for_a_glove(qtbot: QtBot, height: int) -> None:
    segmented = shown(qtbot, Segmented("Pick", [Segment("a", "A"), Segment("b", "B")], height))
    assert segmented.button("a").height() == height
    assert segmented.button("a").width() >= 48


def block(scale: Segmented, code: str) -> QColor:
    button = scale.button(code)
    place = button.geometry().topLeft()
    return scale.grab().toImage().pixelColor(place.x() + 8, place.y() + button.height() // 2)
