"""A client is found from every screen, by whatever is remembered of them."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from needlelog.db import clients
from needlelog.domain.identity import new_id
from needlelog.ui.screens.client_form import ClientForm
from needlelog.ui.window import Window
from tests.builders import a_client
from tests.ui.conftest import Finger, Records
from tests.ui.screens.people import client_page, is_whole, press, screen, tap, words_on

PEOPLE = (
    ("Venkataraman", "Priya", date(1997, 6, 8), "+44 20 7946 0018"),
    ("Wójcik", "Katarzyna", date(1986, 2, 14), "+48 22 555 0101"),
    ("Nguyễn", "Mai Anh", date(1991, 7, 12), ""),
)


@pytest.fixture
def people(records: Records) -> None:
    def added(db: Session) -> None:
        for family, given, born, phone in PEOPLE:
            client = a_client(
                family_name=family, given_name=given, born_on=born, phone=phone, id=new_id()
            )
            clients.add(db, client)

    records(added)


def look_for(qtbot: QtBot, window: Window, text: str) -> None:
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.bar.finder.hasFocus()
    window.bar.finder.insert(text)


def names(window: Window) -> list[str]:
    return [row.accessibleName().split(", Born")[0] for row in window.found.rows if row.isVisible()]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("tarzyn", "WÓJCIK, Katarzyna"),
        ("ojci", "WÓJCIK, Katarzyna"),
        ("wojcik", "WÓJCIK, Katarzyna"),
        ("nguyen", "NGUYỄN, Mai Anh"),
        ("79460018", "VENKATARAMAN, Priya"),
        ("020 7946", "VENKATARAMAN, Priya"),
        ("8.6.97", "VENKATARAMAN, Priya"),
        ("C-0003", "NGUYỄN, Mai Anh"),
    ],
)
def test_any_part_of_name_phone_or_birth_date_finds_a_client(
    qtbot: QtBot, people: None, window: Window, typed: str, name: str
) -> None:
    look_for(qtbot, window, typed)
    qtbot.waitUntil(lambda: names(window) == [name])
    press(Qt.Key.Key_Return)
    assert client_page(qtbot, window).banner.name.text() == name
    assert window.bar.finder.text() == ""


def test_the_arrow_keys_choose_among_several(qtbot: QtBot, people: None, window: Window) -> None:
    look_for(qtbot, window, "a")
    qtbot.waitUntil(lambda: len(names(window)) == 3)
    second = names(window)[1]
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert client_page(qtbot, window).banner.name.text() == second


def test_a_finger_chooses_a_row(qtbot: QtBot, people: None, window: Window, finger: Finger) -> None:
    look_for(qtbot, window, "priya")
    qtbot.waitUntil(lambda: names(window) == ["VENKATARAMAN, Priya"])
    finger(window.found.rows[0])
    assert client_page(qtbot, window).banner.name.text() == "VENKATARAMAN, Priya"


def test_enter_before_the_answer_opens_what_the_answer_brings(
    qtbot: QtBot, people: None, window: Window
) -> None:
    look_for(qtbot, window, "katarzyna")
    press(Qt.Key.Key_Return)
    assert client_page(qtbot, window).banner.name.text() == "WÓJCIK, Katarzyna"


def test_only_the_newest_question_is_answered(qtbot: QtBot, people: None, window: Window) -> None:
    look_for(qtbot, window, "wojcik")
    window.bar.finder.setText("nguyen")
    qtbot.waitUntil(lambda: names(window) == ["NGUYỄN, Mai Anh"])
    window.bar.finder.setText("wojcik")
    window.bar.finder.setText("")
    qtbot.wait(50)
    assert not window.found.isVisible()


def test_nobody_found_leads_to_a_new_client_of_that_name(
    qtbot: QtBot, people: None, window: Window
) -> None:
    look_for(qtbot, window, "prx")
    qtbot.waitUntil(lambda: "Nobody called “prx”" in words_on(window.found))
    tap(window.found.rows[0])
    form = screen(qtbot, window, ClientForm)
    assert form.fields.family_name.text() == "prx"
    assert form.fields.given_name.edit.hasFocus()


def test_a_phone_number_nobody_has_is_not_taken_for_a_name(
    qtbot: QtBot, people: None, window: Window
) -> None:
    look_for(qtbot, window, "555 999")
    qtbot.waitUntil(window.found.isVisible)
    press(Qt.Key.Key_Return)
    assert screen(qtbot, window, ClientForm).fields.family_name.text() == ""


def test_esc_closes_the_list(qtbot: QtBot, people: None, window: Window) -> None:
    look_for(qtbot, window, "a")
    qtbot.waitUntil(window.found.isVisible)
    press(Qt.Key.Key_Escape)
    assert not window.found.isVisible()
    assert window.bar.finder.text() == ""


def test_eight_rows_are_whole_in_the_smallest_window(
    qtbot: QtBot, window: Window, records: Records
) -> None:
    def many(db: Session) -> None:
        for number in range(12):
            clients.add(db, a_client(given_name=f"Priya {number}", id=new_id()))

    records(many)
    window.resize(1024, 600)
    look_for(qtbot, window, "priya")
    qtbot.waitUntil(lambda: len(names(window)) == 8)
    assert all(is_whole(row) for row in window.found.rows)
