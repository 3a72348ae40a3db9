"""What was typed stays, whatever the program thinks of it."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from needlelog.errors import BadValue
from needlelog.ui.widgets.fields import DateField, Field, NoteField
from needlelog.ui.widgets.labelled import Labelled

Shown = TypeVar("Shown", bound=QWidget)

NINTH = date(2008, 9, 9)


def read(text: str) -> date:
    if text in {"9.9.08", "9/9/2008", "2008-09-09"}:
        return NINTH
    raise BadValue("Type the day as 9.9.2008.")


def echo(day: date) -> str:
    return f"Tue {day.day:02}-Sep-{day.year}"


def shown(qtbot: QtBot, widget: Shown) -> Shown:
    qtbot.addWidget(widget)
    widget.show()
    return widget


def born(qtbot: QtBot) -> DateField:
    return shown(qtbot, DateField("Born", read, echo))


def test_every_edit_of_a_person_is_told(qtbot: QtBot) -> None:
    field = shown(qtbot, Field("Lot number"))
    typed = QSignalSpy(field.typed)
    QTest.keyClicks(field.edit, "HA")
    assert [typed.at(i) for i in range(typed.count())] == [["H"], ["HA"]]


def test_what_the_program_shows_is_not_told(qtbot: QtBot) -> None:
    field, note = shown(qtbot, Field("Lot number")), shown(qtbot, NoteField("Notes"))
    told = [QSignalSpy(field.typed), QSignalSpy(note.typed)]
    field.set_text("HA-2291")
    note.set_text("Even redness.")
    assert [spy.count() for spy in told] == [0, 0]


def test_the_same_text_again_leaves_the_cursor_where_it_is(qtbot: QtBot) -> None:
    field = shown(qtbot, Field("Lot number"))
    QTest.keyClicks(field.edit, "HA-2291")
    field.edit.setCursorPosition(2)
    field.set_text("HA-2291")
    assert field.edit.cursorPosition() == 2


def test_an_error_stands_under_the_text_and_not_in_its_place(qtbot: QtBot) -> None:
    field = shown(qtbot, Field("Lot number", help_text="Printed on the box"))
    QTest.keyClicks(field.edit, "HA-22")
    field.show_error("No lot with this number.")
    assert field.text() == "HA-22"
    assert field.message.isVisible()
    assert field.edit.accessibleDescription() == "No lot with this number."


def test_typing_on_takes_the_error_away(qtbot: QtBot) -> None:
    field = shown(qtbot, Field("Lot number", help_text="Printed on the box"))
    field.show_error("No lot with this number.")
    QTest.keyClicks(field.edit, "9")
    assert (field.error(), field.message.text()) == ("", "Printed on the box")


def test_an_error_has_a_red_edge(qtbot: QtBot) -> None:
    field = shown(qtbot, Field("Lot number"))
    before = field.edit.grab().toImage().pixelColor(100, 1)
    field.show_error("No lot with this number.")
    after = field.edit.grab().toImage().pixelColor(100, 1)
    assert (before.name(), after.name()) == ("#ffffff", "#b42318")


@pytest.mark.parametrize("field", [Field, NoteField])
def test_a_field_is_called_by_its_label(qtbot: QtBot, field: type[Field | NoteField]) -> None:
    made: Labelled = shown(qtbot, field("Name & <b>title</b>"))
    assert made.control.accessibleName() == "Name & <b>title</b>"
    assert made.label.textFormat() is Qt.TextFormat.PlainText


def test_a_field_is_high_enough_to_be_tapped(qtbot: QtBot) -> None:
    assert shown(qtbot, Field("Lot number")).edit.height() >= 48


def test_tab_leaves_a_note(qtbot: QtBot) -> None:
    window = shown(qtbot, QWidget())
    note, field = NoteField("Notes"), Field("Lot number")
    note.setParent(window)
    field.setParent(window)
    note.show()
    field.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    note.setFocus()
    QTest.keyClick(note.edit, Qt.Key.Key_Tab)
    assert (note.text(), field.edit.hasFocus()) == ("", True)


@pytest.mark.parametrize("text", ["9.9.08", "9/9/2008", "2008-09-09"])
def test_a_date_is_echoed_in_full(qtbot: QtBot, text: str) -> None:
    field = born(qtbot)
    QTest.keyClicks(field.edit, text)
    assert (field.value(), field.message.text()) == (NINTH, "Tue 09-Sep-2008")
    assert field.text() == text


def test_a_date_is_told_once(qtbot: QtBot) -> None:
    field = born(qtbot)
    days = QSignalSpy(field.understood)
    QTest.keyClicks(field.edit, "9.9.08")
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert [days.at(i) for i in range(days.count())] == [[NINTH]]


def test_half_a_date_is_no_mistake_until_the_field_is_left(qtbot: QtBot) -> None:
    field = born(qtbot)
    QTest.keyClicks(field.edit, "9.9")
    assert field.error() == ""
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert (field.error(), field.text()) == ("Type the day as 9.9.2008.", "9.9")


def test_an_emptied_date_is_no_date(qtbot: QtBot) -> None:
    field = born(qtbot)
    field.show_as(NINTH, "09-Sep-2008")
    days = QSignalSpy(field.understood)
    field.edit.selectAll()
    QTest.keyClick(field.edit, Qt.Key.Key_Delete)
    assert (field.value(), days.at(0)) == (None, [None])
