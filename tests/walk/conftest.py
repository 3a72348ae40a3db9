"""The window a walk goes through, in any look there is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from needlelog import i18n, settings
from needlelog.domain.clinic import Practitioner
from needlelog.ui import display
from needlelog.ui.display import Display
from needlelog.ui.tasks import Tasks
from needlelog.ui.window import Window
from tests.ui.conftest import (  # noqa: F401  fixtures are found by their names
    Records,
    dressed,
    garbage,
    garbage_stays_on_this_thread,
    records,
    tasks,
    you,
)
from tests.walk.filled import SHORT, treated
from tests.walk.looks import Look
from tests.walk.pseudo import Pseudo
from tests.walk.screens import Visit

OpenVisit = Callable[[Look], Visit]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--every-look", action="store_true", help="walk all screens in all looks")


@pytest.fixture
def wear(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Look], None]]:
    """Dress the program; it is as before after the test."""

    def put_on(look: Look) -> None:
        display.wear(qapp, look.display)
        if look.language == "rtl":
            qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        if look.language == "pseudo":
            monkeypatch.setattr(i18n, "_screen", Pseudo())

    yield put_on
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    display.wear(qapp, Display())
    display.enter("desk")


@pytest.fixture
def opened(
    qtbot: QtBot,
    wear: Callable[[Look], None],
    tasks: Tasks,  # noqa: F811  the fixture
    records: Records,  # noqa: F811  the fixture
    you: Practitioner,  # noqa: F811  the fixture
) -> Iterator[OpenVisit]:
    """The window over filled records, in a look."""
    windows: list[Window] = []

    def open_in(look: Look, name: tuple[str, str] = SHORT) -> Visit:
        wear(look)
        known = records(partial(treated, you=you, name=name))
        window = _shown(qtbot, tasks, look)
        windows.append(window)
        qtbot.waitUntil(lambda: window.navigation is not None)
        return Visit(window, qtbot, known, known["open client"])

    yield open_in
    for window in windows:
        window.close()
        qtbot.waitUntil(window.isHidden)


@pytest.fixture
def opened_new(
    qtbot: QtBot,
    wear: Callable[[Look], None],
    tasks: Tasks,  # noqa: F811  the fixture
) -> Iterator[OpenVisit]:
    """The window over records that nobody has named yet."""
    windows: list[Window] = []

    def open_in(look: Look) -> Visit:
        wear(look)
        window = _shown(qtbot, tasks, look)
        windows.append(window)
        return Visit(window, qtbot)

    yield open_in
    for window in windows:
        window.close()


def _shown(qtbot: QtBot, tasks: Tasks, look: Look) -> Window:  # noqa: F811  the fixture's value
    window = Window(tasks, settings.Settings())
    qtbot.addWidget(window)
    window.resize(*look.size)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    qtbot.waitUntil(lambda: window.screens.currentWidget() is not None)
    return window
