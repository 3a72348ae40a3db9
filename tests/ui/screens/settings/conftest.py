"""The settings in the window, on records of a named clinic."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from needlelog.ui.screens.settings.settings_screen import SettingsScreen
from needlelog.ui.window import Window
from tests.ui.screens.people import screen, tap, ways


@pytest.fixture
def shown(qtbot: QtBot, window: Window) -> SettingsScreen:
    """Settings as they are gone to: by the rail."""
    qtbot.waitUntil(lambda: window.navigation is not None)
    tap(window.rail.settings)
    found = screen(qtbot, window, SettingsScreen)
    qtbot.waitUntil(lambda: found.clinic.saver is not None)
    assert ways(window).title == "Settings"
    return found
