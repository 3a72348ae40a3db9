"""A number that only a person changes, by tap, key or typing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from needlelog.errors import BadValue
from needlelog.ui.widgets.stepper import Reading, Stepper, Steps
from tests.ui.conftest import Finger

DEPTH = Steps(low=250, high=2500, step=250, fine=50, start=500)


def written(um: int) -> str:
    return f"{um / 1000:g}"


def read(text: str) -> int:
    try:
        return round(float(text.replace(",", ".")) * 1000)
    except ValueError:
        raise BadValue("Type a depth such as 1.25.") from None


def depth(qtbot: QtBot, um: int | None = 1500) -> Stepper:
    stepper = Stepper("Depth", DEPTH, Reading(written, read, "mm"), button_px=72, value_px=52)
    qtbot.addWidget(stepper)
    stepper.set_value(um)
    with qtbot.waitActive(stepper):
        stepper.show()
        stepper.activateWindow()
    return stepper


def button(stepper: Stepper, name: str) -> QAbstractButton:
    return next(
        found
        for found in stepper.findChildren(QAbstractButton)
        if found.accessibleName() == f"Depth, {name}"
    )


def number(stepper: Stepper) -> QAbstractSlider:
    return stepper.findChildren(QAbstractSlider)[0]


def entry(stepper: Stepper) -> QLineEdit:
    return stepper.findChildren(QLineEdit)[0]


def test_plus_and_minus_step(qtbot: QtBot, finger: Finger) -> None:
    stepper = depth(qtbot)
    changes = QSignalSpy(stepper.value_changed)
    finger(button(stepper, "more"))
    finger(button(stepper, "less"))
    finger(button(stepper, "less"))
    assert [changes.at(i) for i in range(changes.count())] == [[1750], [1500], [1250]]


def test_quick_taps_all_count(qtbot: QtBot) -> None:
    stepper = depth(qtbot, 500)
    for _number in range(4):
        QTest.mouseClick(button(stepper, "more"), Qt.MouseButton.LeftButton)
    assert stepper.value() == 1500


def test_holding_repeats_after_a_moment(qtbot: QtBot) -> None:
    stepper = depth(qtbot)
    more = button(stepper, "more")
    assert (more.autoRepeatDelay(), more.autoRepeatInterval()) == (400, 150)
    assert more.autoRepeat()


def test_the_ends_are_disabled(qtbot: QtBot) -> None:
    stepper = depth(qtbot, 2250)
    QTest.mouseClick(button(stepper, "more"), Qt.MouseButton.LeftButton)
    assert not button(stepper, "more").isEnabled()
    stepper.set_value(250)
    assert not button(stepper, "less").isEnabled()
    assert button(stepper, "more").isEnabled()


@pytest.mark.parametrize(
    ("um", "up", "fine", "expected"),
    [
        (1500, True, False, 1750),
        (1500, False, False, 1250),
        (1500, True, True, 1550),
        (1550, True, False, 1750),
        (1550, False, False, 1500),
        (2400, True, False, 2500),
        (300, False, False, 250),
        (None, True, False, 500),
    ],
)
def test_steps_fall_on_the_grid(um: int | None, up: bool, fine: bool, expected: int) -> None:
    assert DEPTH.stepped(um, up, fine) == expected


def test_arrow_keys_step_and_shift_makes_it_fine(qtbot: QtBot) -> None:
    stepper = depth(qtbot)
    QTest.keyClick(number(stepper), Qt.Key.Key_Up)
    assert stepper.value() == 1750
    QTest.keyClick(number(stepper), Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert stepper.value() == 1700


def test_keys_stop_at_the_ends(qtbot: QtBot) -> None:
    stepper = depth(qtbot, 2500)
    changes = QSignalSpy(stepper.value_changed)
    QTest.keyClick(number(stepper), Qt.Key.Key_Up)
    assert (stepper.value(), changes.count()) == (2500, 0)


@pytest.mark.parametrize("text", ["1.35", "1,35"])
def test_a_value_can_be_typed_with_point_or_comma(qtbot: QtBot, finger: Finger, text: str) -> None:
    stepper = depth(qtbot)
    finger(number(stepper))
    QTest.keyClicks(entry(stepper), text)
    QTest.keyClick(entry(stepper), Qt.Key.Key_Return)
    assert stepper.value() == 1350
    assert entry(stepper).isHidden()


def test_a_digit_begins_typing(qtbot: QtBot) -> None:
    stepper = depth(qtbot)
    QTest.keyClick(number(stepper), Qt.Key.Key_2)
    assert (entry(stepper).text(), entry(stepper).hasFocus()) == ("2", True)


def test_what_cannot_be_read_stays_with_the_reason(qtbot: QtBot) -> None:
    stepper = depth(qtbot)
    changes = QSignalSpy(stepper.value_changed)
    QTest.keyClick(number(stepper), Qt.Key.Key_Return)
    QTest.keyClicks(entry(stepper), "1..5")
    QTest.keyClick(entry(stepper), Qt.Key.Key_Return)
    assert entry(stepper).text() == "1..5"
    assert entry(stepper).accessibleDescription() == "Type a depth such as 1.25."
    assert (stepper.value(), changes.count()) == (1500, 0)


def test_a_step_goes_on_from_what_was_typed(qtbot: QtBot) -> None:
    stepper = depth(qtbot)
    QTest.keyClick(number(stepper), Qt.Key.Key_Return)
    QTest.keyClicks(entry(stepper), "1")
    QTest.mouseClick(button(stepper, "more"), Qt.MouseButton.LeftButton)
    assert stepper.value() == 1250


def test_a_step_keeps_what_cannot_be_read(qtbot: QtBot) -> None:
    stepper = depth(qtbot)
    QTest.keyClick(number(stepper), Qt.Key.Key_Return)
    QTest.keyClicks(entry(stepper), "one")
    QTest.mouseClick(button(stepper, "more"), Qt.MouseButton.LeftButton)
    assert (entry(stepper).text(), stepper.value()) == ("one", 1500)


def test_escape_leaves_the_value_as_it_was(qtbot: QtBot) -> None:
    stepper = depth(qtbot)
    QTest.keyClick(number(stepper), Qt.Key.Key_Return)
    QTest.keyClicks(entry(stepper), "9")
    QTest.keyClick(entry(stepper), Qt.Key.Key_Escape)
    assert (stepper.value(), number(stepper).hasFocus()) == (1500, True)


def test_not_noted_is_no_number(qtbot: QtBot) -> None:
    stepper = depth(qtbot, None)
    assert number(stepper).accessibleName() == "Depth, not noted"
    QTest.mouseClick(button(stepper, "more"), Qt.MouseButton.LeftButton)
    assert stepper.value() == 500


def test_what_the_program_shows_is_not_reported(qtbot: QtBot) -> None:
    stepper = depth(qtbot)
    changes = QSignalSpy(stepper.value_changed)
    stepper.set_value(2750)
    stepper.set_value(None)
    assert changes.count() == 0


def test_a_passing_wheel_changes_nothing(qtbot: QtBot) -> None:
    stepper = depth(qtbot)
    number(stepper).setFocus()
    wheel = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, 0), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(number(stepper), wheel)
    assert stepper.value() == 1500
    assert not wheel.isAccepted()


def test_a_screen_reader_hears_the_value_and_can_set_it(qtbot: QtBot) -> None:
    stepper = depth(qtbot)
    heard = QAccessible.queryAccessibleInterface(number(stepper))
    assert heard.text(QAccessible.Text.Name) == "Depth, 1.5 mm"
    changes = QSignalSpy(stepper.value_changed)
    heard.valueInterface().setCurrentValue(1000)
    assert (stepper.value(), changes.count()) == (1000, 1)


@pytest.mark.parametrize("px", [48, 64, 72])
def test_the_buttons_are_squares_of_the_size_asked_for(qtbot: QtBot, px: int) -> None:
    stepper = Stepper("Depth", DEPTH, Reading(written, read), button_px=px)
    qtbot.addWidget(stepper)
    stepper.show()
    assert (button(stepper, "less").width(), button(stepper, "less").height()) == (px, px)


def test_other_limits_hold_from_then_on_and_change_no_value(qtbot: QtBot) -> None:
    stepper = Stepper("Depth", Steps(250, 2500, 250), Reading(str, int))
    qtbot.addWidget(stepper)
    stepper.set_value(1500)
    told = QSignalSpy(stepper.value_changed)
    stepper.set_steps(Steps(200, 1000, 250), Reading(str, int))
    assert (stepper.value(), told.count()) == (1500, 0)
    value = stepper.focusProxy()
    assert value is not None
    for _ in range(8):
        QTest.keyClick(value, Qt.Key.Key_Down)
    assert stepper.value() == 200
