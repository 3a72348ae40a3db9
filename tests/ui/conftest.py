"""What tests of the window share: the program dressed in its theme, and a finger."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from sqlalchemy.orm import Session

from needlelog.db import clinic, practitioners
from needlelog.db.store import Store
from needlelog.domain.clinic import Practitioner
from needlelog.ui import theme
from needlelog.ui.garbage import GarbageCollector
from needlelog.ui.tasks import Tasks
from tests.builders import a_clinic, a_practitioner

Finger = Callable[..., None]
Records = Callable[[Callable[[Session], Any]], Any]


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: QApplication) -> None:
    """Every widget test sees the sizes and colours that people see."""
    theme.apply(qapp, theme.load("light"))


@pytest.fixture(scope="session")
def garbage(qapp: QApplication) -> GarbageCollector:
    return GarbageCollector(qapp)


@pytest.fixture(autouse=True)
def garbage_stays_on_this_thread(garbage: GarbageCollector) -> Iterator[None]:
    """As in the program; between tests too, when no event loop runs."""
    yield
    garbage.collect()


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


@pytest.fixture
def tasks(qapp: QApplication, records_file: Path) -> Iterator[Tasks]:
    """The one door to the records of this test, which have no clinic yet."""
    opened = Tasks(partial(Store.open, records_file))
    yield opened
    opened.finish()


@pytest.fixture
def records(records_file: Path) -> Records:
    """Does something with the records behind the window's back, in one transaction."""

    def act(work: Callable[[Session], Any]) -> Any:
        store = Store.open(records_file)
        try:
            with store.transaction() as db:
                return work(db)
        finally:
            store.close()

    return act


@pytest.fixture
def you(records: Records) -> Practitioner:
    """The practitioner of a clinic that is named; ask for it to have both in the records."""

    def named(db: Session) -> Practitioner:
        clinic.add(db, a_clinic())
        return practitioners.add(db, a_practitioner())

    person: Practitioner = records(named)
    return person
