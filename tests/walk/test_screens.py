"""Through every screen in every look: all can be read, hit, heard and reached by keyboard."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Sequence
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QApplication, QComboBox, QWidget

from needlelog.ui import screens
from needlelog.ui.screens.demo_card import DemoCard
from tests.walk.layout import controls_of, faults, place_on, spoken
from tests.walk.looks import EACH_TIME, EVERY, Look
from tests.walk.reading import out_of_order, pale
from tests.walk.screens import FIRST_SCREENS, SCREENS, Screen, Visit

if TYPE_CHECKING:
    from tests.walk.conftest import OpenVisit

FINGER_PX = 48
DESK_PX = 32


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "look" in metafunc.fixturenames:
        every = metafunc.config.getoption("--every-look", default=False)
        metafunc.parametrize("look", EVERY if every else EACH_TIME, ids=str)


def test_every_screen_is_right(opened: OpenVisit, look: Look) -> None:
    visit = opened(look)
    wrong = [f"{screen.name}: {one}" for screen in SCREENS for one in _wrong(visit, screen, look)]

    assert not wrong, "\n".join(wrong)


def test_the_first_minutes_are_right(opened_new: OpenVisit, look: Look) -> None:
    visit = opened_new(look)
    wrong = [f"{one.name}: {said}" for one in FIRST_SCREENS for said in _wrong(visit, one, look)]

    assert not wrong, "\n".join(wrong)


def test_a_wheel_that_passes_by_changes_nothing(opened: OpenVisit) -> None:
    visit = opened(EACH_TIME[0])
    changed = [f"{screen.name}: {name}" for screen in SCREENS for name in _turned(visit, screen)]

    assert changed == []


def test_no_screen_is_passed_by(opened: OpenVisit) -> None:
    """A class in ui/screens that no walk shows: it needs a line in `tests/walk/screens.py`."""
    seen = _shown(opened(EACH_TIME[0]), SCREENS)
    missed = {one for one in _screen_classes() - seen if not _is_of_the_first_start(one)}

    assert sorted(one.__name__ for one in missed) == []


def test_no_step_of_the_first_start_is_passed_by(opened_new: OpenVisit) -> None:
    seen = _shown(opened_new(EACH_TIME[0]), FIRST_SCREENS)
    missed = {one for one in _screen_classes() - seen if _is_of_the_first_start(one)}

    assert sorted(one.__name__ for one in missed) == []


def _is_of_the_first_start(one: type) -> bool:
    return "first_start" in one.__module__ or one is DemoCard


def _shown(visit: Visit, walk: Sequence[Screen]) -> set[type]:
    seen: set[type] = set()
    for screen in walk:
        screen.go(visit)
        visit.settle()
        seen |= {type(one) for one in visit.window.findChildren(QWidget) if one.isVisible()}
        visit.put_away()
    return seen


def _screen_classes() -> set[type]:
    """Every public widget of the screens that no other one is made of."""
    found = set()
    for module in pkgutil.walk_packages(screens.__path__, f"{screens.__name__}."):
        for one in vars(importlib.import_module(module.name)).values():
            if isinstance(one, type) and issubclass(one, QWidget) and one.__module__ == module.name:
                found.add(one)
    return {one for one in found if not one.__name__.startswith("_") and not _is_extended(one)}


def _is_extended(one: type) -> bool:
    return bool(one.__subclasses__())


def _turned(visit: Visit, screen: Screen) -> list[str]:
    """What a turn of the wheel over it has changed, though nobody was in it."""
    screen.go(visit)
    visit.settle()
    changed = []
    for one in controls_of(visit.in_front):
        if isinstance(one, QComboBox | QAbstractSlider) and not one.hasFocus():
            before = _value(one)
            QApplication.sendEvent(one, _wheel(one))
            changed += [spoken(one)] if _value(one) != before else []
    visit.put_away()
    return changed


def _value(control: QComboBox | QAbstractSlider) -> int:
    return control.currentIndex() if isinstance(control, QComboBox) else control.value()


def _wheel(over: QWidget) -> QWheelEvent:
    middle = QPointF(over.rect().center())
    nothing, none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    phase = Qt.ScrollPhase.NoScrollPhase
    here = over.mapToGlobal(middle)
    return QWheelEvent(middle, here, QPoint(0, -120), QPoint(0, -120), nothing, none, phase, False)


def _wrong(visit: Visit, screen: Screen, look: Look) -> list[str]:
    screen.go(visit)
    visit.settle()
    window, part = visit.window, visit.in_front
    found = faults(part, FINGER_PX if screen.is_chair else DESK_PX)
    found += _under_the_toast(visit)
    if (window.width(), window.height()) != look.size:
        found.append(f"the window grew to {window.width()} x {window.height()}")
    found += pale(part, 7.0 if look.display.theme == "high-contrast" else 4.5)
    found += out_of_order(part)
    visit.put_away()
    return found


def _under_the_toast(visit: Visit) -> list[str]:
    """In the chair a message must not lie on what is tapped next."""
    toasts, ways = visit.window.toasts, visit.window.navigation
    chair = ways.chair if ways is not None else None
    if not toasts.isVisible() or chair is None or not chair.isVisible():
        return []
    return [
        f"the toast lies over {spoken(control)!r}"
        for control in controls_of(chair)
        if toasts.geometry().intersects(place_on(visit.window, control))
    ]
