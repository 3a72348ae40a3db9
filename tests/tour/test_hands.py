"""A hand gets only at what a person could get at, and each press is counted."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from needlelog.tour import patience, reach
from needlelog.tour.application import touch_screen
from needlelog.tour.count import Count
from needlelog.tour.failures import NotReached, OutOfReach
from needlelog.tour.hands import Finger, Hand, Keyboard, Mouse
from needlelog.tour.keys import Keys

MadeHand = Callable[[Count], Hand]


def a_mouse(count: Count) -> Hand:
    return Mouse(count)


def a_finger(count: Count) -> Hand:
    return Finger(count, touch_screen())


def a_keyboard(count: Count) -> Hand:
    return Keyboard(Keys(count))


@pytest.fixture(autouse=True)
def no_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reach, "_PATIENCE_MS", 100)
    monkeypatch.setattr(patience, "PATIENCE_MS", 100)


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """A window with a field and two buttons that count how often they were pressed."""
    window = QWidget()
    column = QVBoxLayout(window)
    field = QLineEdit()
    field.setMinimumHeight(40)
    column.addWidget(field)
    for name in ("First", "Second"):
        button = QPushButton(name)
        button.setMinimumHeight(48)
        button.clicked.connect(lambda _on=False, pressed=button: count_press(pressed))
        column.addWidget(button)
    qtbot.addWidget(window)
    window.resize(300, 240)
    with qtbot.waitActive(window):
        window.show()
    return window


def count_press(button: QPushButton) -> None:
    button.setProperty("presses", presses(button) + 1)


def presses(button: QWidget) -> int:
    return int(button.property("presses") or 0)


@pytest.mark.parametrize("made", [a_mouse, a_finger, a_keyboard])
def test_a_tap_presses_what_it_is_sent_to_and_nothing_else(page: QWidget, made: MadeHand) -> None:
    hand = made(Count())
    hand.tap(reach.saying(page, "Second"))
    assert presses(reach.saying(page, "Second")) == 1
    assert presses(reach.saying(page, "First")) == 0


def test_pointer_and_finger_count_taps_and_the_keyboard_keys(page: QWidget) -> None:
    taps, keys = Count(), Count()
    for hand in (a_mouse(taps), a_finger(taps), a_keyboard(keys)):
        hand.tap(reach.saying(page, "First"))
    assert (taps.taps, taps.keys, keys.taps) == (2, 0, 0)
    assert keys.keys > 0


@pytest.mark.parametrize("made", [a_mouse, a_finger])
def test_what_is_covered_is_out_of_reach(page: QWidget, made: MadeHand) -> None:
    count = Count()
    cover = QWidget(page)
    cover.setGeometry(page.rect())
    cover.show()
    with pytest.raises(OutOfReach, match="covered"):
        made(count).tap(reach.saying(page, "First"))
    assert count.taps == 0


@pytest.mark.parametrize("made", [a_mouse, a_finger, a_keyboard])
def test_what_is_disabled_or_hidden_is_out_of_reach(page: QWidget, made: MadeHand) -> None:
    first, second = reach.saying(page, "First"), reach.saying(page, "Second")
    first.setEnabled(False)
    second.hide()
    with pytest.raises(OutOfReach, match="not enabled"):
        made(Count()).tap(first)
    with pytest.raises(OutOfReach, match="not shown"):
        made(Count()).tap(second)


def test_what_is_too_small_for_a_finger_is_out_of_reach(page: QWidget) -> None:
    first = reach.saying(page, "First")
    first.setFixedHeight(31)
    with pytest.raises(OutOfReach, match="31 px, less than 32"):
        a_finger(Count()).tap(first)


def test_what_lies_outside_the_window_is_out_of_reach(page: QWidget) -> None:
    first = reach.saying(page, "First")
    first.move(QPoint(page.width(), 0))
    with pytest.raises(OutOfReach, match="outside"):
        a_mouse(Count()).tap(first)


def test_what_is_not_there_is_named_with_what_is(page: QWidget) -> None:
    with pytest.raises(OutOfReach, match="First; Second"):
        reach.saying(page, "Third")


@pytest.mark.parametrize("text", ["Wójcik", "العمري", "阮氏", "O'Neill & <b>"])
def test_every_alphabet_can_be_typed(page: QWidget, text: str) -> None:
    count = Count()
    field = page.findChild(QLineEdit)
    assert field is not None
    a_mouse(count).tap(field)
    Keys(count).type(text)
    assert field.text() == text
    assert count.typed == len(text)


def test_nothing_is_typed_into_the_void(page: QWidget) -> None:
    a_keyboard(Count()).tap(reach.saying(page, "First"))
    with pytest.raises(NotReached, match="in a field"):
        Keys(Count()).type("lost")
