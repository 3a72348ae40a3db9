"""What tests of the window share: the program dressed in its theme, and a finger."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from needlelog.ui import theme

Finger = Callable[..., None]


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: QApplication) -> None:
    """Every widget test sees the sizes and colours that people see."""
    theme.apply(qapp, theme.load("light"))


@pytest.fixture
def dark(qapp: QApplication) -> Iterator[theme.Theme]:
    """The dark theme for one test."""
    theme.apply(qapp, theme.load("dark"))
    yield theme.current()
    theme.apply(qapp, theme.load("light"))


@pytest.fixture(scope="session")
def touch_screen(qapp: QApplication) -> QPointingDevice:
    return QTest.createTouchDevice()


@pytest.fixture
def finger(touch_screen: QPointingDevice) -> Finger:
    """Tap a shown widget with a finger, in its middle or at a place of it."""

    def tap(widget: QWidget, place: QPoint | None = None) -> None:
        window = widget.window()
        spot = widget.mapTo(window, widget.rect().center() if place is None else place)
        QTest.touchEvent(window, touch_screen).press(0, spot, window).commit()
        QTest.touchEvent(window, touch_screen).release(0, spot, window).commit()

    return tap
