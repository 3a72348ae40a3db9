"""One message at a time, with a way back, and errors that wait for somebody."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from needlelog.ui.widgets.toast import Toast, Toasts
from needlelog.ui.widgets.toast_button import ToastButton
from tests.ui.conftest import Finger

SAVED = Toast("Backup saved, 08:00")
PAINTED = Toast("Cheek: 1.5 ×4 + 0.5 ×2", kind="undo", action="Replace instead", topic="layer")
FAILED = Toast("Draft not saved. The disk is full.", kind="error", action="Retry", topic="save")


@pytest.fixture
def toasts(qtbot: QtBot) -> Iterator[Toasts]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1024, 600)
    QVBoxLayout(window).addWidget(QLineEdit())
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield Toasts(window)
    window.close()


def action(toasts: Toasts) -> ToastButton:
    return toasts.findChildren(ToastButton)[0]


def closing(toasts: Toasts) -> ToastButton:
    return toasts.findChildren(ToastButton)[1]


@pytest.mark.parametrize(("toast", "ms"), [(SAVED, 5_000), (PAINTED, 10_000), (FAILED, None)])
def test_a_toast_stays_long_enough(toast: Toast, ms: int | None) -> None:
    assert toast.lasts_ms() == ms


def test_the_newest_word_takes_the_place_of_the_one_before(toasts: Toasts) -> None:
    toasts.show_toast(SAVED)
    toasts.show_toast(PAINTED)
    assert toasts.current() == PAINTED
    toasts.close_current()
    assert (toasts.current(), toasts.isVisible()) == (None, False)


def test_an_error_stays_until_it_is_closed_and_the_newest_word_follows(toasts: Toasts) -> None:
    toasts.show_toast(FAILED)
    toasts.show_toast(SAVED)
    toasts.show_toast(PAINTED)
    assert toasts.current() == FAILED
    toasts.close_current()
    assert toasts.current() == PAINTED


def test_a_toast_goes_with_the_screen_it_came_from(toasts: Toasts, qtbot: QtBot) -> None:
    owner = QObject()
    toasts.show_toast(Toast("Undid: painting", "undo", "Redo", owner.deleteLater, owner=owner))
    owner.deleteLater()
    qtbot.waitUntil(lambda: toasts.current() is None)


def test_a_newer_toast_of_its_topic_takes_its_place(toasts: Toasts) -> None:
    newer = Toast("Chin: 1 ×3 + 0.5 ×2", kind="undo", action="Replace instead", topic="layer")
    toasts.show_toast(PAINTED)
    toasts.show_toast(newer)
    assert toasts.current() == newer
    toasts.close_current()
    assert toasts.current() is None


def test_an_error_that_is_no_longer_true_goes(toasts: Toasts) -> None:
    toasts.show_toast(FAILED)
    toasts.show_toast(SAVED)
    toasts.close_topic("save")
    assert toasts.current() == SAVED


def test_a_topic_that_is_not_shown_takes_nothing_away(toasts: Toasts) -> None:
    toasts.show_toast(SAVED)
    toasts.close_topic("save")
    assert toasts.current() == SAVED


def test_a_tap_on_the_action_acts_once(toasts: Toasts, finger: Finger) -> None:
    undone: list[str] = []
    toasts.show_toast(Toast("Cheek erased", "undo", "Undo", then=lambda: undone.append("cheek")))
    finger(action(toasts))
    assert (undone, toasts.current()) == (["cheek"], None)


def test_the_action_may_show_a_toast_itself(toasts: Toasts, finger: Finger) -> None:
    toasts.show_toast(Toast("Erased", "undo", "Undo", then=lambda: toasts.show_toast(SAVED)))
    finger(action(toasts))
    assert toasts.current() == SAVED


def test_the_cross_closes_an_error(toasts: Toasts, finger: Finger) -> None:
    toasts.show_toast(FAILED)
    finger(closing(toasts))
    assert toasts.current() is None


def test_the_keyboard_reaches_it(toasts: Toasts) -> None:
    toasts.show_toast(FAILED)
    field = toasts.window().findChildren(QLineEdit)[0]
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert action(toasts).hasFocus()
    QTest.keyClick(action(toasts), Qt.Key.Key_Escape)
    assert toasts.current() is None


def test_it_stands_at_the_foot_in_the_middle(toasts: Toasts) -> None:
    toasts.show_toast(SAVED)
    assert toasts.geometry().bottom() + 1 == 600 - 16
    assert abs(toasts.geometry().center().x() - 512) <= 1
    toasts.window().resize(1366, 860)
    assert toasts.geometry().bottom() + 1 == 860 - 16


def test_it_lies_over_the_part_it_is_given(toasts: Toasts) -> None:
    part = QWidget(toasts.window())
    part.setGeometry(100, 0, 700, 64)
    toasts.lie_over(part)
    toasts.show_toast(SAVED)
    assert part.geometry().contains(toasts.geometry())
    assert abs(toasts.geometry().center().x() - part.geometry().center().x()) <= 1


def test_a_long_message_wraps_inside_the_window(toasts: Toasts) -> None:
    toasts.show_toast(Toast("The disk is full. " * 30, "error"))
    assert toasts.width() <= 1024 - 32
    assert toasts.height() > 52


def test_a_toast_is_read_out_and_never_read_as_markup(toasts: Toasts) -> None:
    toasts.show_toast(Toast("<img src=x> & more erased", "undo", "Undo & back"))
    assert toasts.accessibleName() == "<img src=x> & more erased"
    assert action(toasts).accessibleName() == "Undo & back"
