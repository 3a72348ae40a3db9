"""What a power cut left behind is told once the records are open."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

from pytestqt.qtbot import QtBot

from needlelog import settings
from needlelog.db.store import Store
from needlelog.domain.clinic import Practitioner
from needlelog.ui.tasks import Tasks
from needlelog.ui.window import Window
from tests.ui.screens.people import words_on

TOLD = "NeedleLog was cut off last time"


def opened(qtbot: QtBot, records_file: Path) -> tuple[Window, Tasks]:
    tasks = Tasks(partial(Store.open, records_file))
    window = Window(tasks, settings.Settings())
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.navigation is not None)
    return window, tasks


def test_a_start_after_a_power_cut_says_that_the_records_are_whole(
    qtbot: QtBot, you: Practitioner, records_file: Path
) -> None:
    os.utime(records_file.with_name("records.backup.db"), (0, 0))
    window, tasks = opened(qtbot, records_file)

    qtbot.waitUntil(lambda: TOLD in words_on(window.toasts))
    assert "Your records are whole" in words_on(window.toasts)
    window.close()
    tasks.finish()


def test_a_start_after_a_proper_end_says_nothing(
    qtbot: QtBot, you: Practitioner, records_file: Path
) -> None:
    window, tasks = opened(qtbot, records_file)
    seen: list[bool] = []
    tasks.was_cut_off(window, seen.append)
    qtbot.waitUntil(lambda: seen == [False])

    assert TOLD not in words_on(window.toasts)
    window.close()
    tasks.finish()
