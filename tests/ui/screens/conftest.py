"""The whole window, on records of the test's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from needlelog import settings
from needlelog.db.place import Place
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


@pytest.fixture
def home(own_folders: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder this computer keeps records in, and nothing in it yet."""
    folder = own_folders / "data"
    monkeypatch.setattr(settings, "data_folder", lambda: folder)
    return folder


@pytest.fixture
def window_on(qtbot: QtBot, home: Path) -> Iterator[Callable[[Path], Window]]:
    """The program as it is started with `--database`."""
    opened: list[Window] = []

    def start(file: Path) -> Window:
        place = Place(str(file))
        assert place.hold()
        window = Window(Tasks(place.open), settings.Settings(), place)
        opened.append(window)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        qtbot.waitUntil(lambda: window.navigation is not None)
        return window

    yield start
    for window in opened:
        window.close()
        window.moving.place.release()


@pytest.fixture
def first_window(qtbot: QtBot, home: Path) -> Iterator[Window]:
    """The window on the very first start: no file is there."""
    place = Place(str(settings.default_database()))
    assert place.hold()
    tasks = Tasks(place.open)
    yield from _shown(qtbot, tasks, place)
    tasks.finish()


def _shown(qtbot: QtBot, tasks: Tasks, place: Place | None = None) -> Iterator[Window]:
    window = Window(tasks, settings.Settings(), place)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    qtbot.waitUntil(lambda: window.screens.currentWidget() is not None)
    yield window
    window.close()
    window.moving.place.release()
