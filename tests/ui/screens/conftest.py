"""The whole window, on records of the test's own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from needlelog import settings
from needlelog.domain.clinic import Practitioner
from needlelog.ui.tasks import Tasks
from needlelog.ui.window import Window


@pytest.fixture
def new_window(qtbot: QtBot, tasks: Tasks) -> Iterator[Window]:
    """The window on records that nobody has named yet."""
    yield from _shown(qtbot, tasks)


@pytest.fixture
def window(qtbot: QtBot, tasks: Tasks, you: Practitioner) -> Iterator[Window]:
    """The window on the first page of a named clinic."""
    yield from _shown(qtbot, tasks)


def _shown(qtbot: QtBot, tasks: Tasks) -> Iterator[Window]:
    window = Window(tasks, settings.Settings())
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    qtbot.waitUntil(lambda: window.screens.currentWidget() is not None)
    yield window
    window.close()
