"""A press is one press, by mouse, key or finger."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from needlelog.ui import theme
from needlelog.ui.widgets.buttons import ActionButton, Kind
from tests.ui.conftest import Finger


def shown(qtbot: QtBot, button: ActionButton) -> ActionButton:
    qtbot.addWidget(button)
    button.show()
    return button


def test_a_click_is_one_click(qtbot: QtBot) -> None:
    button = shown(qtbot, ActionButton("Print"))
    clicks = QSignalSpy(button.clicked)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert clicks.count() == 1


def test_a_tap_of_a_finger_is_one_click(qtbot: QtBot, finger: Finger) -> None:
    button = shown(qtbot, ActionButton("Print"))
    clicks = QSignalSpy(button.clicked)
    finger(button)
    assert clicks.count() == 1


def test_a_finger_leaves_no_hover_behind(qtbot: QtBot, finger: Finger) -> None:
    button = shown(qtbot, ActionButton("Print"))
    finger(button)
    assert not button.is_hovered()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_space_and_enter_press_it(qtbot: QtBot, key: Qt.Key) -> None:
    button = shown(qtbot, ActionButton("Print"))
    clicks = QSignalSpy(button.clicked)
    QTest.keyClick(button, key)
    assert clicks.count() == 1


@pytest.mark.parametrize("text", ["Sign & finish", "<img src=x>", "&&"])
def test_words_are_shown_letter_by_letter(qtbot: QtBot, text: str) -> None:
    button = shown(qtbot, ActionButton(text))
    assert button.shortcut().isEmpty()
    assert QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name) == text


def test_an_ampersand_takes_its_room(qtbot: QtBot) -> None:
    with_ampersand = shown(qtbot, ActionButton("A&B"))
    without = shown(qtbot, ActionButton("AB"))
    assert with_ampersand.sizeHint().width() > without.sizeHint().width() + 8


def test_a_button_without_words_has_to_be_named() -> None:
    with pytest.raises(ValueError, match="name"):
        ActionButton(icon="printer")


def test_the_second_line_is_read_out_too(qtbot: QtBot) -> None:
    button = shown(qtbot, ActionButton("Tip", icon="grip"))
    button.set_text("Pen, 12-pin tip", second="C-88041")
    assert button.accessibleName() == "Pen, 12-pin tip, C-88041"


@pytest.mark.parametrize("height", [44, 48, 56, 64, 72])
def test_a_target_is_as_high_as_asked_and_at_least_as_wide(qtbot: QtBot, height: int) -> None:
    with_words = ActionButton("OK", height=height)
    for button in (with_words, ActionButton(icon="x", height=height, name="Close")):
        shown(qtbot, button)
        assert button.height() == height
        assert button.width() >= height


def test_a_guarded_button_ignores_a_second_press_that_follows_at_once(qtbot: QtBot) -> None:
    button = shown(qtbot, ActionButton("Next", guarded=True))
    clicks = QSignalSpy(button.clicked)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
    QTest.keyClick(button, Qt.Key.Key_Return)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert clicks.count() == 1


def test_a_guarded_button_works_again_after_its_rest(qtbot: QtBot) -> None:
    button = shown(qtbot, ActionButton("Next", guarded=True))
    clicks = QSignalSpy(button.clicked)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not button.is_resting())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert clicks.count() == 2


def test_two_fingers_taps_on_a_guarded_button_are_one(qtbot: QtBot, finger: Finger) -> None:
    button = shown(qtbot, ActionButton("Sign & finish", guarded=True))
    clicks = QSignalSpy(button.clicked)
    finger(button)
    finger(button)
    assert clicks.count() == 1


def test_every_press_of_an_unguarded_button_counts(qtbot: QtBot) -> None:
    button = shown(qtbot, ActionButton("Undo"))
    clicks = QSignalSpy(button.clicked)
    for _number in range(3):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert clicks.count() == 3


@pytest.mark.parametrize(
    ("kind", "rest", "pressed"),
    [
        ("primary", "accent", "accent-pressed"),
        ("secondary", "surface", "accent-soft"),
        ("danger", "surface", "danger-line"),
    ],
)
def test_a_press_can_be_seen(qtbot: QtBot, kind: Kind, rest: str, pressed: str) -> None:
    button = shown(qtbot, ActionButton("Words", kind=kind))
    assert ground(button) == theme.current().color(rest)
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    assert ground(button) == theme.current().color(pressed)
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)


def ground(button: ActionButton) -> QColor:
    return button.grab().toImage().pixelColor(8, button.height() // 2)
