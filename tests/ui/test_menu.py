"""The menu at the head of the rail."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from needlelog.ui import menu
from needlelog.ui.screens.client_form import ClientForm
from needlelog.ui.screens.today import Today
from needlelog.ui.window import Window
from tests.ui.conftest import Finger
from tests.ui.screens.conftest import window
from tests.ui.screens.people import screen

__all__ = ["window"]

# The offscreen platform has no keyboard to give to a menu alone; on a screen this never comes.
pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)


@pytest.fixture
def shown(qtbot: QtBot, window: Window) -> Iterator[Window]:
    screen(qtbot, window, Today)
    yield window
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()


def opened() -> QMenu:
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    return popup


def below(opened_menu: QMenu, title: str) -> QMenu:
    found = next(one for one in opened_menu.actions() if one.text() == title).menu()
    assert isinstance(found, QMenu)
    return found


def texts(of: QMenu) -> dict[str, bool]:
    return {one.text(): one.isEnabled() for one in of.actions()}


def test_a_finger_opens_it_and_its_groups_are_those_of_the_table(
    shown: Window, finger: Finger
) -> None:
    assert shown.rail.menu.accessibleName() == "Menu"
    assert min(shown.rail.menu.width(), shown.rail.menu.height()) >= 48
    finger(shown.rail.menu)
    groups = [one.text() for one in opened().actions()]
    assert groups == ["Go to", "Client", "Session", "Find", "Settings", "Help"]


def test_by_keyboard_alone_it_leads_to_a_new_client(qtbot: QtBot, shown: Window) -> None:
    QTest.keyClick(shown, Qt.Key.Key_F10)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Return):
        QTest.keyClick(opened(), key)
    screen(qtbot, shown, ClientForm)


def test_what_cannot_be_done_now_is_there_with_its_reason(shown: Window) -> None:
    made = menu.made(shown.desk, shown)
    session = texts(below(made, "Session"))
    assert session["New session\tCtrl+N"]
    assert session["Repeat last session · Open a client first\tCtrl+R"] is False
    assert session["Step: Aftercare && sign · Open a session first\tCtrl+3"] is False
    assert texts(below(made, "Help"))["About NeedleLog"]


def test_every_entry_is_high_enough_for_a_finger(shown: Window) -> None:
    shown.desk.open_menu()
    session = below(opened(), "Session")
    heights = [opened().actionGeometry(one).height() for one in opened().actions()]
    heights += [session.actionGeometry(one).height() for one in session.actions()]
    assert min(heights) >= 44
