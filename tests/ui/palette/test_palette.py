"""A client or an action is found from every screen, by whatever is remembered of them."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from needlelog.db import clients, timeline
from needlelog.domain.client import Client
from needlelog.domain.clinic import Practitioner
from needlelog.domain.identity import new_id
from needlelog.ui.palette.palette import Palette
from needlelog.ui.screens.chair.chair import Chair
from needlelog.ui.screens.client_form import ClientForm
from needlelog.ui.screens.settings.settings_screen import SettingsScreen
from needlelog.ui.screens.today import Today
from needlelog.ui.window import Window
from tests.builders import a_client
from tests.ui.conftest import Finger, Records
from tests.ui.screens.people import (
    client_page,
    focused,
    is_whole,
    press,
    screen,
    tap,
    type_here,
    ways,
)

CTRL = Qt.KeyboardModifier.ControlModifier
PEOPLE = (
    ("Venkataraman", "Priya", date(1997, 6, 8), "+44 20 7946 0018"),
    ("Wójcik", "Katarzyna", date(1986, 2, 14), "+48 22 555 0101"),
    ("Nguyễn", "Mai Anh", date(1991, 7, 12), ""),
)


@pytest.fixture
def people(records: Records) -> tuple[Client, ...]:
    def added(db: Session) -> tuple[Client, ...]:
        return tuple(
            clients.add(
                db,
                a_client(
                    family_name=family, given_name=given, born_on=born, phone=phone, id=new_id()
                ),
            )
            for family, given, born, phone in PEOPLE
        )

    found: tuple[Client, ...] = records(added)
    return found


def opened(qtbot: QtBot, window: Window, key: Qt.Key = Qt.Key.Key_K) -> Palette:
    """The palette, opened by its keys and answered."""
    screen(qtbot, window, Today)
    QTest.keyClick(window, key, CTRL)
    palette = window.desk.palette
    qtbot.waitUntil(lambda: palette.isVisible() and not palette.is_waiting())
    assert palette.field.hasFocus()
    return palette


def look_for(qtbot: QtBot, window: Window, text: str) -> Palette:
    palette = opened(qtbot, window)
    palette.field.insert(text)
    qtbot.waitUntil(lambda: not palette.is_waiting())
    return palette


def firsts(palette: Palette) -> list[str]:
    return [row.line.first for row in palette.inside.rows if row.isVisible()]


def people_in(palette: Palette) -> list[str]:
    return [row.line.first for row in palette.inside.rows if row.isVisible() and row.line.client]


def meant(palette: Palette) -> list[str]:
    """The typed letters in what is found."""
    lines = [row.line for row in palette.inside.rows if row.isVisible()]
    return ["".join(one.first[letter] for letter in one.letters) for one in lines]


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
    qtbot: QtBot, people: tuple[Client, ...], window: Window, typed: str, name: str
) -> None:
    palette = look_for(qtbot, window, typed)
    assert firsts(palette) == [name]
    press(Qt.Key.Key_Return)
    assert client_page(qtbot, window).banner.name.text() == name
    assert palette.isHidden()


def test_the_typed_letters_stand_out(
    qtbot: QtBot, people: tuple[Client, ...], window: Window
) -> None:
    palette = look_for(qtbot, window, "wojc")
    assert meant(palette) == ["WÓJC"]


def test_an_action_is_found_by_the_beginnings_of_its_words(
    qtbot: QtBot, people: tuple[Client, ...], window: Window
) -> None:
    palette = look_for(qtbot, window, "sru")
    assert firsts(palette) == ["Settings: Rules", "Nobody called “sru”"]
    press(Qt.Key.Key_Return)
    shown = screen(qtbot, window, SettingsScreen)
    assert shown.rules.isVisible()


def test_clients_come_before_actions_and_actions_before_places(
    qtbot: QtBot, people: tuple[Client, ...], window: Window, records: Records
) -> None:
    records(partial(clients.add, client=a_client(family_name="Sesay", id=new_id())))
    palette = look_for(qtbot, window, "se")
    shown = [row.line for row in palette.inside.rows if row.isVisible()]
    assert list(dict.fromkeys(one.heading for one in shown)) == ["Clients", "Actions", "Go to"]
    assert [one.caps for one in shown if one.first == "New session"] == [("Ctrl", "N")]


def test_what_cannot_be_done_here_is_not_offered(
    qtbot: QtBot, people: tuple[Client, ...], window: Window
) -> None:
    palette = look_for(qtbot, window, "repeat")
    assert firsts(palette) == ["Nobody called “repeat”"]
    palette.dismiss()
    client_page(qtbot, window, people[0].id)
    window.desk.open_palette(window.desk.palette._asking)
    palette.field.insert("edit")
    qtbot.waitUntil(lambda: firsts(palette)[:1] == ["Edit client"])
    press(Qt.Key.Key_Return)
    screen(qtbot, window, ClientForm)


def test_before_anything_is_typed_it_shows_who_was_here_last(
    qtbot: QtBot, people: tuple[Client, ...], window: Window
) -> None:
    palette = opened(qtbot, window)
    assert people_in(palette) == ["NGUYỄN, Mai Anh", "WÓJCIK, Katarzyna", "VENKATARAMAN, Priya"]
    assert palette.foot.count == "3 of 3 clients"
    palette.dismiss()
    client_page(qtbot, window, people[0].id)
    ways(window).show_today()
    assert people_in(opened(qtbot, window))[0] == "VENKATARAMAN, Priya"


def test_an_action_used_lately_comes_first(
    qtbot: QtBot, people: tuple[Client, ...], window: Window
) -> None:
    look_for(qtbot, window, "settings: rules")
    press(Qt.Key.Key_Return)
    screen(qtbot, window, SettingsScreen)
    ways(window).show_today()
    palette = opened(qtbot, window)
    assert "Settings: Rules" in firsts(palette)
    assert "Settings: Display" not in firsts(palette)


def test_the_arrow_keys_choose_among_several(
    qtbot: QtBot, people: tuple[Client, ...], window: Window
) -> None:
    palette = look_for(qtbot, window, "a")
    second = people_in(palette)[1]
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    assert client_page(qtbot, window).banner.name.text() == second


def test_a_finger_chooses_a_row(
    qtbot: QtBot, people: tuple[Client, ...], window: Window, finger: Finger
) -> None:
    screen(qtbot, window, Today)
    finger(window.bar.finder)
    palette = window.desk.palette
    qtbot.waitUntil(lambda: palette.isVisible() and palette.field.hasFocus())
    type_here("priya")
    qtbot.waitUntil(lambda: firsts(palette) == ["VENKATARAMAN, Priya"])
    finger(palette.inside.rows[0])
    assert client_page(qtbot, window).banner.name.text() == "VENKATARAMAN, Priya"


def test_enter_before_the_answer_opens_what_the_answer_brings(
    qtbot: QtBot, people: tuple[Client, ...], window: Window
) -> None:
    opened(qtbot, window).field.insert("katarzyna")
    press(Qt.Key.Key_Return)
    assert client_page(qtbot, window).banner.name.text() == "WÓJCIK, Katarzyna"


def test_only_the_newest_question_is_answered(
    qtbot: QtBot, people: tuple[Client, ...], window: Window
) -> None:
    palette = opened(qtbot, window)
    palette.field.setText("wojcik")
    palette.field.setText("nguyen")
    qtbot.waitUntil(lambda: firsts(palette) == ["NGUYỄN, Mai Anh"])
    palette.field.setText("wojcik")
    palette.field.setText("")
    qtbot.wait(50)
    assert len(people_in(palette)) == 3


def test_who_types_at_once_is_told_the_number_of_clients_too(
    qtbot: QtBot, people: tuple[Client, ...], window: Window
) -> None:
    screen(qtbot, window, Today)
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    type_here("wojc")
    palette = window.desk.palette
    qtbot.waitUntil(lambda: firsts(palette) == ["WÓJCIK, Katarzyna"])
    assert palette.foot.count == "1 of 3 clients"


def test_ctrl_enter_starts_a_session_for_the_client(
    qtbot: QtBot, people: tuple[Client, ...], window: Window, records: Records
) -> None:
    look_for(qtbot, window, "mai")
    press(Qt.Key.Key_Return, CTRL)
    chair = screen(qtbot, window, Chair)
    assert chair.session.client_id == people[2].id
    assert len(records(partial(timeline.for_client, client_id=people[2].id))) == 1


def test_a_new_session_asks_who_it_is_for(
    qtbot: QtBot, people: tuple[Client, ...], window: Window
) -> None:
    palette = opened(qtbot, window, Qt.Key.Key_N)
    assert palette.field.placeholderText() == "Who is the session for?"
    palette.field.insert("se")
    qtbot.waitUntil(lambda: not palette.is_waiting())
    assert firsts(palette) == ["Nobody called “se”"]  # no action stands between the clients
    palette.field.setText("wojcik")
    qtbot.waitUntil(lambda: firsts(palette) == ["WÓJCIK, Katarzyna"])
    press(Qt.Key.Key_Return)
    assert screen(qtbot, window, Chair).session.client_id == people[1].id


def test_on_the_page_of_a_client_a_new_session_is_theirs(
    qtbot: QtBot, people: tuple[Client, ...], window: Window, you: Practitioner
) -> None:
    page = client_page(qtbot, window, people[0].id)
    qtbot.waitUntil(page.start.isEnabled)
    press(Qt.Key.Key_N, CTRL)
    assert screen(qtbot, window, Chair).session.client_id == people[0].id


def test_find_a_client_offers_no_actions(
    qtbot: QtBot, people: tuple[Client, ...], window: Window
) -> None:
    palette = opened(qtbot, window, Qt.Key.Key_F)
    assert len(people_in(palette)) == len(firsts(palette))


def test_nobody_found_leads_to_a_new_client_of_that_name(
    qtbot: QtBot, people: tuple[Client, ...], window: Window
) -> None:
    palette = look_for(qtbot, window, "prx")
    assert firsts(palette) == ["Nobody called “prx”"]
    tap(palette.inside.rows[0])
    form = screen(qtbot, window, ClientForm)
    assert form.fields.family_name.text() == "prx"
    assert form.fields.given_name.edit.hasFocus()


def test_one_slip_in_a_name_or_an_action_is_forgiven(
    qtbot: QtBot, people: tuple[Client, ...], window: Window
) -> None:
    palette = look_for(qtbot, window, "wojick")
    assert firsts(palette) == ["WÓJCIK, Katarzyna", "Nobody called “wojick”"]
    assert {row.line.heading for row in palette.inside.rows[:2]} == {"Nearly"}
    press(Qt.Key.Key_Return)
    client_page(qtbot, window, people[1].id)
    ways(window).show_today()
    palette = look_for(qtbot, window, "setings")
    assert firsts(palette)[0].startswith("Settings")
    assert firsts(palette)[-1] == "Nobody called “setings”"
    press(Qt.Key.Key_Return)
    screen(qtbot, window, SettingsScreen)


def test_a_phone_number_nobody_has_is_not_taken_for_a_name(
    qtbot: QtBot, people: tuple[Client, ...], window: Window
) -> None:
    look_for(qtbot, window, "555 999")
    press(Qt.Key.Key_Return)
    assert screen(qtbot, window, ClientForm).fields.family_name.text() == ""


def test_esc_closes_it_and_gives_the_keyboard_back(
    qtbot: QtBot, people: tuple[Client, ...], window: Window
) -> None:
    page = screen(qtbot, window, Today)
    page.new_session.setFocus()
    palette = opened(qtbot, window)
    type_here("pri")
    press(Qt.Key.Key_Escape)
    assert palette.isHidden()
    assert focused() is page.new_session
    assert opened(qtbot, window).field.text() == ""


def test_a_tap_beside_it_closes_it(
    qtbot: QtBot, people: tuple[Client, ...], window: Window
) -> None:
    palette = opened(qtbot, window)
    QTest.mouseClick(palette, Qt.MouseButton.LeftButton, pos=QPoint(40, 400))
    assert palette.isHidden()


def test_it_opens_from_a_field_in_which_somebody_types(
    qtbot: QtBot, people: tuple[Client, ...], window: Window
) -> None:
    ways(window).new_client("Okafor")
    form = screen(qtbot, window, ClientForm)
    field = form.fields.family_name.edit
    field.setFocus()
    press(Qt.Key.Key_K, CTRL)
    assert window.desk.palette.isVisible()
    assert field.text() == "Okafor"


@pytest.mark.parametrize(("width", "height"), [(1024, 600), (1366, 860)])
def test_every_row_is_whole(
    qtbot: QtBot, window: Window, records: Records, width: int, height: int
) -> None:
    def many(db: Session) -> None:
        for number in range(12):
            clients.add(db, a_client(family_name=f"Sesay {number}", id=new_id()))

    records(many)
    window.resize(width, height)
    palette = look_for(qtbot, window, "se")
    assert len(firsts(palette)) == (6 if height == 600 else 8)
    assert all(is_whole(row) for row in palette.inside.rows if row.isVisible())
    assert is_whole(palette.foot)
    assert palette.foot.count.endswith("of 12 clients")


def test_it_stays_whole_while_the_window_changes(
    qtbot: QtBot, people: tuple[Client, ...], window: Window
) -> None:
    palette = opened(qtbot, window)
    for width, height in ((1366, 900), (1024, 600), (1200, 700)):
        window.resize(width, height)
        qtbot.waitUntil(lambda: palette.size() == window.size())
        assert all(is_whole(row) for row in palette.inside.rows if row.isVisible())
        assert is_whole(palette.foot)
