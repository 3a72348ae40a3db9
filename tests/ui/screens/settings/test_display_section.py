"""Display: the theme changes with the window open, and is kept."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from needlelog import settings
from needlelog.ui import theme
from needlelog.ui.screens.clients import Clients
from needlelog.ui.screens.settings.settings_screen import SettingsScreen
from needlelog.ui.window import Window
from tests.ui.screens.people import screen, tap


@pytest.fixture(autouse=True)
def light_again(qapp: QApplication) -> Iterator[None]:
    yield
    theme.apply(qapp, theme.load("light"))


def ground(widget: QWidget) -> QColor:
    return widget.grab().toImage().pixelColor(2, widget.height() - 2)


def test_dark_is_worn_at_once_and_kept(qtbot: QtBot, window: Window, shown: SettingsScreen) -> None:
    tap(shown.items["display"])
    tap(shown.display.theme.chip("dark"))
    dark = theme.load("dark")
    assert theme.current().name == "dark"
    assert ground(window.rail) == dark.color("surface")
    assert ground(shown) == dark.color("paper")
    file = settings.settings_file()
    qtbot.waitUntil(lambda: settings.load(file)[0].theme == "dark")

    tap(window.rail.clients)
    assert ground(screen(qtbot, window, Clients)) == dark.color("paper")
    window.close()
    assert settings.load(file)[0].theme == "dark"
    assert settings.load(file)[0].window is not None
