"""Into the demo from a first start, and out of it again."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from needlelog.ui.screens.first_start import FirstStart
from needlelog.ui.screens.today import Today
from needlelog.ui.window import Window
from tests.ui.screens.people import screen, tap, words_on

MAKING_MS = 10_000


def visited(qtbot: QtBot, window: Window) -> Today:
    """From the first start into the demo."""
    tap(screen(qtbot, window, FirstStart).demo.open)
    qtbot.waitUntil(lambda: window.navigation is not None, timeout=MAKING_MS)
    page = screen(qtbot, window, Today)
    qtbot.waitUntil(lambda: "Recent clients" in words_on(page))
    return page


def left(qtbot: QtBot, window: Window) -> FirstStart:
    tap(window.rail.leave_demo)
    page = screen(qtbot, window, FirstStart)
    assert window.windowTitle() == "NeedleLog"
    return page
