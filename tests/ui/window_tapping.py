"""The real window on a records file, tapped by a mouse until somebody kills it.

It says 'shown' with what stands on the screen after each tap, and 'saved' once the chair says so.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from needlelog import settings
from needlelog.db import timeline
from needlelog.db.place import Place
from needlelog.db.store import Store
from needlelog.domain.session import NeedlingSession
from needlelog.ui import theme
from needlelog.ui.screens.chair.chair import Chair
from needlelog.ui.tasks import Tasks
from needlelog.ui.window import Window

ZONES = ("face.chin", "face.nose", "face.forehead", "face.cheek_l", "face.temple_r")
TAPS_PER_DEPTH = 7
PATIENCE_MS = 20_000


def written(session: NeedlingSession) -> str:
    """What of the session must not get lost, in one line."""
    rows = [[row.zone, row.depth_um, row.passes, str(row.serum_id)] for row in session.layers]
    return json.dumps([str(session.step), rows])


def say(word: str, session: NeedlingSession) -> None:
    os.write(1, f"{word} {written(session)}\n".encode())


def main(records: Path) -> None:
    application = QApplication(sys.argv[:1])
    theme.apply(application, theme.load("light"))
    window = Window(Tasks(Place(str(records)).open), settings.Settings())
    window.show()
    chair = in_the_chair(window, records)
    say("shown", chair.session)
    chair.autosave.changed.connect(partial(say, "shown"))
    chair.saved.connect(lambda _text: say("saved", chair.session))
    for number in count():
        tap(chair, number)
        # Not after each tap: saves and taps meet in every order.
        QTest.qWait(number % 3 * 4)


def in_the_chair(window: Window, records: Path) -> Chair:
    store = Store.open(records)
    with store.reading() as db:
        waiting = timeline.unfinished(db)[0]
    store.close()
    wait_until(lambda: window.navigation is not None)
    ways = window.navigation
    assert ways is not None
    ways.resume(waiting.id)
    wait_until(lambda: ways.chair is not None and ways.chair.isVisible())
    assert ways.chair is not None
    return ways.chair


def wait_until(happened: Callable[[], bool]) -> None:
    patience = QDeadlineTimer(PATIENCE_MS)
    while not happened():
        assert not patience.hasExpired(), "the window did not come up"
        QTest.qWait(5)


def tap(chair: Chair, number: int) -> None:
    """A zone, and now and then another depth or a step back."""
    if number % TAPS_PER_DEPTH == 3 and chair.bar.undo.isVisible():
        QTest.mouseClick(chair.bar.undo, Qt.MouseButton.LeftButton)
    elif number % TAPS_PER_DEPTH == 5:
        chips = chair.treat.panel.presets
        code = ("500", "1000", "1500")[number // TAPS_PER_DEPTH % 3]
        QTest.mouseClick(chips.chip(code), Qt.MouseButton.LeftButton)
    else:
        place = chair.treat.side.map.place_of(ZONES[number % len(ZONES)])
        assert place is not None
        button, held = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(chair.treat.side.map, button, held, place)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
