"""Keys at the window: what they do, and where they keep out of the way."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from needlelog.db import clients, sessions
from needlelog.domain.clinic import Practitioner
from needlelog.domain.session import ChairStep, NeedlingSession
from needlelog.ui.screens.chair.chair import Chair
from needlelog.ui.screens.clients import Clients
from needlelog.ui.screens.settings.settings_screen import SettingsScreen
from needlelog.ui.screens.today import Today
from needlelog.ui.widgets.sheet import Sheet
from needlelog.ui.window import Window
from tests.builders import a_client, a_session
from tests.ui.conftest import Records
from tests.ui.screens.chair.doing import saved, tap_zone
from tests.ui.screens.people import (
    client_page,
    focused,
    new_client_form,
    press,
    screen,
    tap,
    type_here,
    ways,
    words_on,
)

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def begun(db: Session, you: Practitioner) -> NeedlingSession:
    client = clients.add(db, a_client())
    return sessions.start(db, a_session(client, treated_by_id=you.id))


@pytest.fixture
def chair(qtbot: QtBot, window: Window, records: Records, you: Practitioner) -> Chair:
    waiting = records(partial(begun, you=you))
    ways(window).resume(waiting.id)
    return screen(qtbot, window, Chair)


def sheets(window: Window) -> list[Sheet]:
    return [one for one in window.findChildren(Sheet) if one.isVisible()]


def at(window: Window, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    """Press keys where nothing in the window has the keyboard, as in the chair at first."""
    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= modifier
    QTest.keyClick(QApplication.focusWidget() or window, key, held)


def step(chair: Chair) -> ChairStep:
    return chair.session.step


def zones(chair: Chair) -> list[str]:
    return [layer.zone for layer in chair.session.layers]


def said(window: Window) -> str:
    toast = window.toasts.current()
    return toast.text if toast is not None else ""


def test_undo_and_redo_go_through_the_chair(qtbot: QtBot, window: Window, chair: Chair) -> None:
    tap_zone(qtbot, chair, "face.chin")
    saved(qtbot, chair)
    at(window, Qt.Key.Key_Z, CTRL)
    assert zones(chair) == []
    at(window, Qt.Key.Key_Z, CTRL, SHIFT)
    assert zones(chair) == ["face.chin"]


def test_the_steps_of_the_chair_have_their_keys(qtbot: QtBot, window: Window, chair: Chair) -> None:
    at(window, Qt.Key.Key_Return, CTRL)
    assert step(chair) is ChairStep.REACTIONS
    at(window, Qt.Key.Key_3, CTRL)
    assert step(chair) is ChairStep.AFTERCARE
    at(window, Qt.Key.Key_1, CTRL)
    assert step(chair) is ChairStep.TREAT


def test_under_a_sheet_nothing_happens_to_the_session(
    qtbot: QtBot, window: Window, chair: Chair
) -> None:
    tap_zone(qtbot, chair, "face.chin")
    chair.sheets.open("lots")
    at(window, Qt.Key.Key_Z, CTRL)
    at(window, Qt.Key.Key_Return, CTRL)
    assert zones(chair) == ["face.chin"]
    assert step(chair) is ChairStep.TREAT
    assert sheets(window)


def test_a_way_to_another_screen_closes_the_sheet_first(
    qtbot: QtBot, window: Window, chair: Chair
) -> None:
    chair.sheets.open("lots")
    press(Qt.Key.Key_C, ALT)
    screen(qtbot, window, Clients)
    assert sheets(window) == []


def test_what_cannot_be_done_says_why(qtbot: QtBot, window: Window, records: Records) -> None:
    client = records(partial(clients.add, client=a_client()))
    page = client_page(qtbot, window, client.id)
    qtbot.waitUntil(page.start.isEnabled)
    press(Qt.Key.Key_R, CTRL)
    assert said(window) == "Repeat last session: No signed session yet"
    ways(window).show_clients()
    press(Qt.Key.Key_R, CTRL)
    assert said(window) == "Repeat last session: Open a client first"


def test_undo_outside_the_chair_takes_back_what_the_message_offers(
    qtbot: QtBot, window: Window
) -> None:
    form = new_client_form(qtbot, window)
    type_here("Okafor")
    tap(form.discard)
    assert form.fields.family_name.text() == ""
    form.back.setFocus()
    press(Qt.Key.Key_Z, CTRL)
    assert form.fields.family_name.text() == "Okafor"


def test_while_somebody_types_undo_belongs_to_the_field(qtbot: QtBot, window: Window) -> None:
    form = new_client_form(qtbot, window)
    field = form.fields.family_name.edit
    field.insert("Okafor")
    press(Qt.Key.Key_Z, CTRL)
    assert field.text() == ""
    assert said(window) == ""


@pytest.mark.parametrize("held", [(), (SHIFT,)])
def test_a_question_mark_shows_all_shortcuts_but_not_to_who_types_one(
    qtbot: QtBot, window: Window, held: tuple[Qt.KeyboardModifier, ...]
) -> None:
    form = new_client_form(qtbot, window)
    type_here("?")
    assert form.fields.family_name.text() == "?"
    assert sheets(window) == []
    form.back.setFocus()
    press(Qt.Key.Key_Question, *held)
    (sheet,) = sheets(window)
    assert sheet.accessibleName() == "All shortcuts"
    press(Qt.Key.Key_Escape)
    assert sheets(window) == []
    assert focused() is form.back


def test_help_is_about_the_screen_one_is_on(qtbot: QtBot, window: Window, chair: Chair) -> None:
    at(window, Qt.Key.Key_F1)
    assert sheets(window)[0].accessibleName() == "Help: Treat"
    assert "Mirror paints both sides together." in words_on(sheets(window)[0])
    press(Qt.Key.Key_Escape)
    tap(window.rail.clients)
    screen(qtbot, window, Clients)
    press(Qt.Key.Key_F1)
    assert [one.accessibleName() for one in sheets(window)] == ["Help: Clients"]


def test_the_palette_has_all_keys_to_itself(qtbot: QtBot, window: Window) -> None:
    screen(qtbot, window, Today)
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    press(Qt.Key.Key_N, CTRL, SHIFT)
    press(Qt.Key.Key_F1)
    assert window.desk.palette.isVisible()
    assert sheets(window) == []
    screen(qtbot, window, Today)


def test_new_keys_work_at_once_and_the_old_ones_no_more(qtbot: QtBot, window: Window) -> None:
    screen(qtbot, window, Today)
    keymap = window.desk.keymap
    keymap.choose(next(one for one in keymap.actions if one.code == "go_settings"), "F6")
    QTest.keyClick(window, Qt.Key.Key_Comma, CTRL)
    screen(qtbot, window, Today)
    QTest.keyClick(window, Qt.Key.Key_F6)
    screen(qtbot, window, SettingsScreen)
