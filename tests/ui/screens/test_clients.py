"""The list of clients: who was here lately."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from needlelog.db import clients
from needlelog.ui.screens.clients import Clients
from needlelog.ui.widgets.list_row import ListRow
from needlelog.ui.window import Window
from tests.builders import a_client
from tests.ui.conftest import Records
from tests.ui.screens.people import client_page, is_whole, screen, tap, ways, words_on


def home(qtbot: QtBot, window: Window) -> Clients:
    ways(window).show_clients()
    return screen(qtbot, window, Clients)


def test_without_clients_the_page_says_what_to_do_next(qtbot: QtBot, window: Window) -> None:
    page = home(qtbot, window)
    qtbot.waitUntil(lambda: "No clients yet" in words_on(page))
    assert "family name, given name and birth date are enough" in words_on(page)


def test_a_tap_on_a_recent_client_opens_them(
    qtbot: QtBot, window: Window, records: Records
) -> None:
    records(partial(clients.add, client=a_client()))
    page = home(qtbot, window)
    qtbot.waitUntil(lambda: any(row.height() > 32 for row in page.findChildren(ListRow)))
    (row,) = page.findChildren(ListRow)
    tap(row)
    assert client_page(qtbot, window).banner.name.text() == "VENKATARAMAN, Priya"


def test_a_very_long_name_neither_widens_nor_hides_anything(
    qtbot: QtBot, window: Window, records: Records
) -> None:
    records(partial(clients.add, client=a_client(family_name="V" * 10_000)))
    window.resize(1024, 600)
    page = home(qtbot, window)
    qtbot.waitUntil(lambda: any(row.height() > 32 for row in page.findChildren(ListRow)))
    qtbot.waitUntil(lambda: is_whole(page.new_client))
    (row,) = page.findChildren(ListRow)
    tap(row)
    opened = client_page(qtbot, window)
    qtbot.waitUntil(lambda: is_whole(opened.start))
    assert window.width() == 1024
    assert all(label.width() < 1024 for label in opened.findChildren(QLabel) if label.isVisible())
