"""A sheet lies over the screen and gives everything back."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from needlelog.ui.widgets.sheet import Sheet, Side
from tests.ui.conftest import Finger


class Screen(QWidget):
    """Counts the presses that reach it."""

    presses = 0

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.presses += 1
        event.accept()


@dataclass
class Room:
    """A screen with a button under a sheet with two fields."""

    screen: Screen
    under: QPushButton
    first: QLineEdit
    second: QLineEdit
    sheet: Sheet


def room(qtbot: QtBot, side: Side = "bottom") -> Room:
    screen, content = Screen(), QWidget()
    qtbot.addWidget(screen)
    screen.resize(1024, 600)
    under = QPushButton("Under")
    QVBoxLayout(screen).addWidget(under)
    first, second = QLineEdit(), QLineEdit()
    column = QVBoxLayout(content)
    column.addWidget(first)
    column.addWidget(second)
    sheet = Sheet(screen, "Next <b>date</b>", content, side)
    with qtbot.waitActive(screen):
        screen.show()
        screen.activateWindow()
    under.setFocus()
    return Room(screen, under, first, second, sheet)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_the_focus_goes_in_and_comes_back(qtbot: QtBot) -> None:
    at = room(qtbot)
    at.sheet.open()
    assert focused() is at.first
    QTest.keyClick(at.first, Qt.Key.Key_Escape)
    assert focused() is at.under
    assert at.sheet.isHidden()


def test_tab_goes_round_inside(qtbot: QtBot) -> None:
    at = room(qtbot)
    at.sheet.open()
    visited = []
    for _stop in range(4):
        visited.append(focused())
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert visited[:2] == [at.first, at.second]
    assert visited[3] is at.first
    assert visited[2].accessibleName() == "Close"
    QTest.keyClick(at.second, Qt.Key.Key_Backtab)
    assert focused() is at.first


def test_a_tap_beside_it_closes_it_and_presses_nothing_under_it(
    qtbot: QtBot, finger: Finger
) -> None:
    at = room(qtbot)
    at.sheet.open()
    clicked, closed = QSignalSpy(at.under.clicked), QSignalSpy(at.sheet.closed)
    finger(at.screen, QPoint(512, 40))
    assert (closed.count(), clicked.count(), at.screen.presses) == (1, 0, 0)


def test_a_tap_inside_keeps_it_open(qtbot: QtBot, finger: Finger) -> None:
    at = room(qtbot)
    at.sheet.open()
    finger(at.sheet.panel, QPoint(6, 6))
    assert at.sheet.isVisible()


@pytest.mark.parametrize("side", ["bottom", "right"])
def test_it_covers_the_screen_at_any_size(qtbot: QtBot, side: Side) -> None:
    at = room(qtbot, side)
    at.sheet.open()
    at.screen.resize(1366, 860)
    assert at.sheet.geometry() == at.screen.rect()
    assert at.sheet.rect().contains(at.sheet.panel.geometry())


def test_closing_twice_tells_once(qtbot: QtBot) -> None:
    at = room(qtbot)
    at.sheet.open()
    closed = QSignalSpy(at.sheet.closed)
    at.sheet.dismiss()
    at.sheet.dismiss()
    assert closed.count() == 1
