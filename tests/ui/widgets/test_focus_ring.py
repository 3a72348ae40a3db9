"""The keyboard sees where it is; a finger sees no ring."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from needlelog.ui import theme
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.focus_ring import FocusRing
from tests.ui.conftest import Finger


@dataclass
class Room:
    """Two controls in a window with a ring."""

    window: QWidget
    first: ActionButton
    second: QLineEdit
    ring: FocusRing

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.window.windowHandle(), key)


def room(qtbot: QtBot) -> Room:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(400, 200)
    first, second = ActionButton("First"), QLineEdit()
    column = QVBoxLayout(window)
    column.addWidget(first)
    column.addWidget(second)
    ring = FocusRing(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    first.setFocus()
    return Room(window, first, second, ring)


def test_tab_shows_the_ring_outside_a_gap(qtbot: QtBot) -> None:
    at = room(qtbot)
    at.press(Qt.Key.Key_Tab)
    at.press(Qt.Key.Key_Backtab)
    assert at.first.hasFocus()
    assert at.ring.isVisible()
    assert at.ring.geometry() == at.first.geometry().adjusted(-5, -5, 5, 5)
    edge = at.window.grab().toImage().pixelColor(at.first.x() - 3, at.first.geometry().center().y())
    assert edge == theme.current().color("accent")


def test_a_finger_hides_it(qtbot: QtBot, finger: Finger) -> None:
    at = room(qtbot)
    at.press(Qt.Key.Key_Tab)
    assert at.ring.isVisible()
    finger(at.first)
    assert not at.ring.isVisible()


def test_focus_by_the_program_alone_shows_no_ring(qtbot: QtBot) -> None:
    at = room(qtbot)
    at.second.setFocus()
    assert not at.ring.isVisible()


def test_it_follows_what_moves(qtbot: QtBot) -> None:
    at = room(qtbot)
    at.press(Qt.Key.Key_Tab)
    at.window.resize(600, 300)
    assert at.ring.geometry() == at.second.geometry().adjusted(-5, -5, 5, 5)
    at.second.hide()  # Qt gives the focus to the next one
    assert at.ring.geometry() == at.first.geometry().adjusted(-5, -5, 5, 5)


def test_it_lets_taps_through(qtbot: QtBot, finger: Finger) -> None:
    at = room(qtbot)
    at.press(Qt.Key.Key_Tab)
    at.press(Qt.Key.Key_Backtab)
    middle = at.first.geometry().center()
    assert at.window.childAt(middle) is at.first  # hover and wheel pass through
    with qtbot.waitSignal(at.first.clicked):
        finger(at.window, middle)


def test_it_stays_inside_what_scrolls(qtbot: QtBot) -> None:
    at = room(qtbot)
    area, tall = QScrollArea(at.window), QWidget()
    tall.resize(200, 2000)
    far = ActionButton("Far")
    far.setParent(tall)
    far.setGeometry(10, 10, 100, 56)
    area.setWidget(tall)
    area.setGeometry(20, 50, 300, 120)
    area.show()
    at.press(Qt.Key.Key_Tab)
    far.setFocus()
    area.verticalScrollBar().setValue(40)
    viewport = area.viewport()
    corner = viewport.mapTo(at.window, QPoint(0, 0))
    assert viewport.rect().translated(corner).contains(at.ring.geometry())


def test_a_control_that_is_gone_takes_the_ring_along(qtbot: QtBot) -> None:
    at = room(qtbot)
    box, inner = QWidget(at.window), QLineEdit()
    inner.setParent(box)
    box.show()
    inner.setFocus()
    with qtbot.waitSignal(box.destroyed):
        box.deleteLater()
    at.press(Qt.Key.Key_Tab)
    at.first.setFocus()
    assert at.ring.geometry() == at.first.geometry().adjusted(-5, -5, 5, 5)
