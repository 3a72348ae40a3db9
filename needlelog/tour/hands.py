"""Three ways to work the window: a mouse, a finger, a keyboard. Each counts what it does."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPointingDevice, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton, QWidget

from needlelog.tour.count import Count
from needlelog.tour.failures import OutOfReach
from needlelog.tour.keys import Keys
from needlelog.tour.reach import reached, ready, spoken
from needlelog.ui.widgets.zone_key import ZoneKey
from needlelog.ui.widgets.zone_map import ZoneMap

_MOST_STOPS = 160
"""More Tabs than any screen has stops: after these the keyboard goes round in circles."""


class Hand(Protocol):
    """Gets at what a person sees; raises OutOfReach where a person could not."""

    def tap(self, widget: QWidget) -> None: ...

    def tap_zone(self, zone_map: ZoneMap, code: str) -> None: ...


class Mouse:
    """Presses where the pointer is, so what lies on top gets it."""

    def __init__(self, count: Count) -> None:
        self._count = count

    def tap(self, widget: QWidget) -> None:
        self._press(widget, None)

    def tap_zone(self, zone_map: ZoneMap, code: str) -> None:
        self._press(zone_map, _place_of(zone_map, code))

    def _press(self, widget: QWidget, place: QPoint | None) -> None:
        point = reached(widget, place)
        self._count.taps += 1
        window = native(widget)
        QTest.mouseMove(window, point)
        QTest.mouseClick(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)


class Finger:
    """Touches the glass; Qt itself makes mouse events of it where a widget takes no touch."""

    def __init__(self, count: Count, screen: QPointingDevice) -> None:
        self._count = count
        self._screen = screen

    def tap(self, widget: QWidget) -> None:
        self._touch(widget, None)

    def tap_zone(self, zone_map: ZoneMap, code: str) -> None:
        self._touch(zone_map, _place_of(zone_map, code))

    def _touch(self, widget: QWidget, place: QPoint | None) -> None:
        point = reached(widget, place)
        self._count.taps += 1
        window = native(widget)
        QTest.touchEvent(window, self._screen).press(0, point, window).commit()
        QTest.touchEvent(window, self._screen).release(0, point, window).commit()


class Keyboard:
    """Goes to a control by Tab, among answers of one question by arrows, and presses Space."""

    def __init__(self, keys: Keys) -> None:
        self._keys = keys

    def tap(self, widget: QWidget) -> None:
        self._go_to(widget)
        if not (isinstance(widget, QRadioButton) and widget.isChecked()):
            self._keys.press(Qt.Key.Key_Space)

    def tap_zone(self, zone_map: ZoneMap, code: str) -> None:
        for key in zone_map.findChildren(ZoneKey):
            if key.zone == code and key.isVisible():
                self._go_to(key)
                self._keys.press(Qt.Key.Key_Space)
                return
        raise OutOfReach(f"the map shows no zone {code}")

    def _go_to(self, widget: QWidget) -> None:
        ready(widget)
        for _stop in range(_MOST_STOPS):
            if widget.hasFocus():
                return
            beside = self._is_beside(widget)
            self._keys.press(Qt.Key.Key_Right if beside else Qt.Key.Key_Tab)
        raise OutOfReach(f"the keyboard never gets to {spoken(widget)}")

    def _is_beside(self, widget: QWidget) -> bool:
        """Tab stops once at the answers of one question; the arrows go from one to the next."""
        focused = self._keys.focused()
        if not (isinstance(widget, QRadioButton) and isinstance(focused, QRadioButton)):
            return False
        return focused.parentWidget() is widget.parentWidget()


def native(widget: QWidget) -> QWindow:
    """The window as the system knows it: events begin there."""
    return widget.window().windowHandle()


def _place_of(zone_map: ZoneMap, code: str) -> QPoint:
    place = zone_map.place_of(code)
    if place is None:
        raise OutOfReach(f"the map shows no zone {code}")
    return place
