"""The list of all clients: found, sorted, chosen from and opened."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from needlelog import settings
from needlelog.db import clients, sessions
from needlelog.domain.client import Client
from needlelog.domain.client_list import Column
from needlelog.domain.identity import new_id
from needlelog.ui.actions import doing
from needlelog.ui.screens.client import ClientScreen
from needlelog.ui.screens.clients import Clients
from needlelog.ui.window import Window
from tests.builders import NOON, a_client, a_session
from tests.ui.conftest import Finger, Records
from tests.ui.screens.people import (
    client_page,
    focused,
    is_whole,
    press,
    screen,
    tap,
    ways,
    words_on,
)

PEOPLE = (
    ("Wójcik", "Katarzyna", date(1986, 2, 14)),
    ("Venkataraman", "Priya", date(1997, 6, 8)),
    ("العمري", "ليلى", date(1988, 5, 5)),
)


@pytest.fixture
def people(records: Records) -> list[Client]:
    def added(db: Session) -> list[Client]:
        return [
            clients.add(
                db, a_client(family_name=family, given_name=given, born_on=born, id=new_id())
            )
            for family, given, born in PEOPLE
        ]

    found: list[Client] = records(added)
    return found


def listed(qtbot: QtBot, window: Window, count: int = 3) -> Clients:
    ways(window).show_clients()
    page = screen(qtbot, window, Clients)
    qtbot.waitUntil(lambda: page.model.count() == count)
    qtbot.waitUntil(lambda: page.table.isVisible() and len(page.header.buttons) > 1)
    return page


def names(page: Clients) -> list[str]:
    rows = [page.model.row(place) for place in range(page.model.rowCount())]
    return [row.cells[Column.NAME].text.split(",")[0] if row else "" for row in rows]


def titles(page: Clients) -> list[str]:
    return [button.text() for button in page.header.buttons.values()]


def row_place(page: Clients, row: int) -> QPoint:
    tall = page.table.rowHeight(row)
    return QPoint(page.table.viewport().width() // 2, row * tall + tall // 2)


def test_without_clients_the_page_says_what_to_do_next(qtbot: QtBot, window: Window) -> None:
    ways(window).show_clients()
    page = screen(qtbot, window, Clients)
    qtbot.waitUntil(lambda: "No clients yet" in words_on(page))
    assert "family name, given name and birth date are enough" in words_on(page)


@pytest.mark.usefixtures("people")
def test_the_list_says_how_many_there_are(qtbot: QtBot, window: Window) -> None:
    page = listed(qtbot, window)
    assert page.count.text() == "3 clients"
    assert names(page) == ["VENKATARAMAN", "WÓJCIK", "العمري"]


@pytest.mark.usefixtures("people")
def test_a_tap_anywhere_on_a_row_opens_the_client(
    qtbot: QtBot, window: Window, finger: Finger
) -> None:
    page = listed(qtbot, window)
    finger(page.table.viewport(), row_place(page, 1))
    assert client_page(qtbot, window).banner.name.text() == "WÓJCIK, Katarzyna"


@pytest.mark.usefixtures("people")
def test_the_keyboard_alone_finds_and_opens_somebody(qtbot: QtBot, window: Window) -> None:
    page = listed(qtbot, window)
    page.table.setFocus()
    QTest.keyClicks(page.table, "zyn")
    assert page.filter.hasFocus()
    assert page.filter.text() == "zyn"
    qtbot.waitUntil(lambda: page.model.count() == 1)
    press(Qt.Key.Key_Down)
    assert focused() is page.table
    press(Qt.Key.Key_Return)
    assert client_page(qtbot, window).banner.name.text() == "WÓJCIK, Katarzyna"


@pytest.mark.usefixtures("people")
def test_arrows_home_and_end_walk_through_the_rows(qtbot: QtBot, window: Window) -> None:
    page = listed(qtbot, window)
    page.table.setFocus()
    for key, row in (
        (Qt.Key.Key_Down, 1),
        (Qt.Key.Key_End, 2),
        (Qt.Key.Key_Up, 1),
        (Qt.Key.Key_Home, 0),
    ):
        press(key)
        assert page.table.currentIndex().row() == row


@pytest.mark.usefixtures("people")
def test_a_title_sorts_and_a_second_tap_turns_it_round(qtbot: QtBot, window: Window) -> None:
    page = listed(qtbot, window)
    born = page.header.buttons["born"]
    assert born.accessibleName() == "Sort by Born (age)"

    tap(born)
    qtbot.waitUntil(lambda: names(page) == ["WÓJCIK", "العمري", "VENKATARAMAN"])
    assert born.accessibleName() == "Born (age), sorted upwards"
    tap(born)
    qtbot.waitUntil(lambda: names(page) == ["VENKATARAMAN", "العمري", "WÓJCIK"])
    assert born.accessibleName() == "Born (age), sorted downwards"


def test_the_first_tap_on_last_session_shows_who_came_last(
    qtbot: QtBot, window: Window, records: Records, people: list[Client]
) -> None:
    records(partial(sessions.start, session=a_session(people[2], happened_at=NOON)))
    page = listed(qtbot, window)
    tap(page.header.buttons["last_session"])
    qtbot.waitUntil(lambda: names(page)[0] == "العمري")
    row = page.model.row(0)
    assert row is not None
    assert row.cells[Column.LAST_SESSION].text == "23-Nov-2026"


@pytest.mark.usefixtures("people")
def test_chosen_columns_are_shown_and_kept_on_this_computer(qtbot: QtBot, window: Window) -> None:
    window.resize(1366, 860)
    page = listed(qtbot, window)
    tap(page.columns)
    for column in ("phone", "born", "allergies"):
        QTest.mouseClick(page.columns.below.rows[column], Qt.MouseButton.LeftButton)
    assert page.columns.below.isVisible()
    assert titles(page) == ["Name", "Number", "Last session", "Sessions", "Next date", "Allergies"]
    file = settings.settings_file()
    kept = "name,number,last_session,sessions,next,allergies"
    qtbot.waitUntil(lambda: settings.load(file)[0].client_columns == kept)
    assert [column.value for column in Clients(page._tasks)._columns] == kept.split(",")


@pytest.mark.usefixtures("people")
def test_a_column_without_room_says_so_where_it_is_chosen(qtbot: QtBot, window: Window) -> None:
    window.resize(1024, 600)
    page = listed(qtbot, window)
    qtbot.waitUntil(lambda: "Next date" not in titles(page))
    tick = page.columns.below.rows["next"]
    assert tick.accessibleName() == "Next date (no room in this window)"
    assert page.table.horizontalScrollBar().maximum() == 0
    window.resize(1366, 860)
    qtbot.waitUntil(lambda: "Next date" in titles(page))
    assert tick.accessibleName() == "Next date"


@pytest.mark.usefixtures("people")
def test_a_filter_nobody_matches_says_what_to_do(qtbot: QtBot, window: Window) -> None:
    page = listed(qtbot, window)
    page.filter.setFocus()
    QTest.keyClicks(page.filter, "zzz")
    qtbot.waitUntil(lambda: "Nobody here matches “zzz”" in words_on(page))
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.model.count() == 3 and page.table.isVisible())


def put_aside(qtbot: QtBot, window: Window, client: Client, what: str) -> ClientScreen:
    page = client_page(qtbot, window, client.id)
    tap(page.more)
    tap(page.more.below.rows[what])
    qtbot.waitUntil(lambda: window.toasts.current() is not None)
    return page


def undo(qtbot: QtBot, window: Window) -> None:
    toast = window.toasts.current()
    assert toast is not None
    assert toast.then is not None
    tap(window.toasts._action)


@pytest.mark.parametrize(
    ("what", "where", "said"),
    [("archive", "archived", "NOTE Archived"), ("trash", "trash", "NOTE In the trash")],
)
def test_who_is_put_aside_leaves_the_list_and_undo_brings_them_back(
    qtbot: QtBot, window: Window, people: list[Client], what: str, where: str, said: str
) -> None:
    page = put_aside(qtbot, window, people[0], what)
    qtbot.waitUntil(lambda: said in page.banner.alerts())
    listed(qtbot, window, 2)
    home = screen(qtbot, window, Clients)
    tap(home.shown.button(where))
    qtbot.waitUntil(lambda: names(home) == ["WÓJCIK"])

    undo(qtbot, window)
    qtbot.waitUntil(lambda: home.model.count() == 0)
    tap(home.shown.button("all"))
    qtbot.waitUntil(lambda: home.model.count() == 3)


def test_who_lies_in_the_trash_is_given_no_session_until_restored(
    qtbot: QtBot, window: Window, people: list[Client]
) -> None:
    page = put_aside(qtbot, window, people[0], "trash")
    qtbot.waitUntil(lambda: not page.start.isEnabled())
    assert page.start.accessibleName() == "Start session, In the trash"
    assert not page.side.from_paper.isEnabled()
    assert page.side.from_paper.accessibleName() == "Enter a session from paper, In the trash"
    assert doing.not_read_yet(window.desk) == ""
    assert doing.why_no_repeat(window.desk) == "In the trash"
    tap(page.more)
    assert [name for name, row in page.more.below.rows.items() if row.isVisible()] == [
        "edit",
        "restore",
    ]
    tap(page.more.below.rows["restore"])
    qtbot.waitUntil(page.start.isEnabled)
    assert page.start.accessibleName() == "Start session"


def test_somebody_in_the_chair_stays_and_a_sentence_says_why(
    qtbot: QtBot, window: Window, records: Records, people: list[Client]
) -> None:
    records(partial(sessions.start, session=a_session(people[1])))
    page = put_aside(qtbot, window, people[1], "trash")
    toast = window.toasts.current()
    assert toast is not None
    assert toast.text == "Priya Venkataraman has a session in the chair. Sign it first."
    assert "NOTE In the trash" not in page.banner.alerts()


def test_an_archived_client_is_found_and_marked(
    qtbot: QtBot, window: Window, people: list[Client]
) -> None:
    put_aside(qtbot, window, people[0], "archive")
    tap(window.bar.finder)
    palette = window.desk.palette
    QTest.keyClicks(palette.field, "wojc")
    qtbot.waitUntil(lambda: "Archived" in palette.inside.rows[0].accessibleName())


def test_a_very_long_name_neither_widens_nor_hides_anything(
    qtbot: QtBot, window: Window, records: Records
) -> None:
    records(partial(clients.add, client=a_client(family_name="V" * 10_000)))
    window.resize(1024, 600)
    page = listed(qtbot, window, 1)
    qtbot.waitUntil(lambda: is_whole(page.new_client))
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=row_place(page, 0))
    opened = client_page(qtbot, window)
    qtbot.waitUntil(lambda: is_whole(opened.start))
    assert window.width() == 1024
    assert all(label.width() < 1024 for label in opened.findChildren(QLabel) if label.isVisible())


@pytest.mark.usefixtures("people")
def test_everything_is_whole_in_the_smallest_window(qtbot: QtBot, window: Window) -> None:
    window.resize(1024, 600)
    page = listed(qtbot, window)
    for part in (page.new_client, page.columns, page.filter, page.shown, page.count):
        qtbot.waitUntil(partial(is_whole, part))
    assert all(button.height() >= 44 for button in page.header.buttons.values())
