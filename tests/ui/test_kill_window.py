"""The window itself is killed while a mouse taps: what it showed as saved is there, whole."""

from __future__ import annotations

import contextlib
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from needlelog import settings
from needlelog.db import clients, clinic, practitioners, sessions, sqlite, timeline
from needlelog.db.store import Store
from needlelog.domain.session import NeedlingSession
from needlelog.ui.screens.chair.chair import Chair
from needlelog.ui.tasks import Tasks
from needlelog.ui.window import Window
from tests.builders import a_client, a_clinic, a_practitioner, a_session
from tests.ui.screens.people import screen, ways
from tests.ui.window_tapping import written

KILLS = 5
SECONDS = 20


@pytest.fixture
def open_session(records_file: Path) -> None:
    """An empty session in the chair."""
    store = Store.open(records_file)
    with store.transaction() as db:
        clinic.add(db, a_clinic())
        you = practitioners.add(db, a_practitioner())
        client = clients.add(db, a_client())
        sessions.start(db, a_session(client, treated_by_id=you.id))
    store.close()


def killed_while_tapped(records: Path, chance: random.Random) -> list[str]:
    """Everything the window said until it was killed at some moment."""
    command = [sys.executable, "-m", "tests.ui.window_tapping", str(records)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as window:
        assert window.stdout is not None
        said = []
        for _word in range(chance.randint(4, 40)):
            line = window.stdout.readline()
            assert line, "the window ended by itself"
            said.append(line.strip())
        until = time.monotonic() + chance.uniform(0, 0.03)
        while time.monotonic() < until:
            pass  # anywhere within a tap or a save
        window.kill()
        rest, _errors = window.communicate(timeout=SECONDS)
    # The last line may be cut: the window died while it spoke.
    return [*said, *(line for line in rest.split("\n")[:-1] if line)]


def kept(records: Path) -> NeedlingSession:
    store = Store.open(records)
    try:
        with store.reading() as db:
            return timeline.unfinished(db)[0]
    finally:
        store.close()


@pytest.mark.usefixtures("open_session")
def test_killed_at_any_moment_the_window_keeps_what_it_showed_as_saved(
    qtbot: QtBot, records_file: Path, tasks: Tasks
) -> None:
    chance = random.Random(20261123)
    saves = 0
    for _kill in range(KILLS):
        said = killed_while_tapped(records_file, chance)
        acknowledged = [place for place, line in enumerate(said) if line.startswith("saved ")]
        saves += len(acknowledged)
        last = said[acknowledged[-1]].removeprefix("saved ") if acknowledged else None
        shown = [line.removeprefix("shown ") for line in said if line.startswith("shown ")]
        found = written(kept(records_file))

        assert found in shown, "something else than any screen showed, or half a tap"
        if last is not None:
            assert len(shown) - shown[::-1].index(found) >= shown.index(last) + 1

    assert saves > KILLS
    with contextlib.closing(sqlite.connect(records_file)) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    it_reopens_with_undo(qtbot, records_file, tasks)


def it_reopens_with_undo(qtbot: QtBot, records_file: Path, tasks: Tasks) -> None:
    before = kept(records_file)
    window = Window(tasks, settings.Settings())
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.navigation is not None)
    ways(window).resume(before.id)
    chair = screen(qtbot, window, Chair)

    assert chair.session == before
    assert chair.bar.undo.isVisible()
    chair.bar.undo.click()
    qtbot.waitUntil(lambda: chair.autosave.is_saved)
    assert chair.session.layers != before.layers
    window.close()
