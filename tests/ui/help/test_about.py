"""About: what somebody asks for who helps from afar."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from needlelog import __version__, settings
from needlelog.ui.help.about_sheet import About
from needlelog.ui.screens.today import Today
from needlelog.ui.window import Window
from tests.ui.screens.people import screen, tap, words_on


class Desktop(QObject):
    """Stands where the system's window of files would open."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    made = Desktop()
    method: Any = "open"  # the stubs ask for bytes, the function for text
    QDesktopServices.setUrlHandler("file", made, method)
    yield made
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def about(qtbot: QtBot, window: Window) -> About:
    screen(qtbot, window, Today)
    window.desk.open_about()
    found: About = window.findChildren(About)[0]
    qtbot.waitUntil(lambda: bool(found.records.text()))
    return found


def test_it_names_version_records_and_log(about: About, window: Window, records_file: Path) -> None:
    assert f"Version {__version__}" in words_on(about)
    assert about.records.text() == str(records_file)
    assert about.records.isReadOnly()
    about.records.selectAll()
    assert about.records.selectedText() == str(records_file)
    assert about.log_folder.text() == str(settings.log_folder())


def test_the_log_folder_opens(about: About, desktop: Desktop) -> None:
    tap(about.open_log)
    assert desktop.opened == [str(settings.log_folder())]


@pytest.mark.qt_log_ignore("does not support QPlatformServices", extend=True)
def test_where_no_folder_can_be_opened_its_place_is_told(about: About, window: Window) -> None:
    tap(about.open_log)
    toast = window.toasts.current()
    assert toast is not None
    assert toast.text.endswith(f"The log is in {settings.log_folder()}.")


@pytest.mark.parametrize(
    "part",
    ["MIT License", "PySide6", "LGPL 3.0", "psycopg", "SQLCipher", "SQLAlchemy", "ReportLab",
     "Lucide", "Inter", "SIL Open Font License"],
)  # fmt: skip
def test_the_licences_of_all_parts_can_be_read(about: About, part: str) -> None:
    assert part in about.licences.toPlainText()
