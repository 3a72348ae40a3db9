"""Clinic and letterhead: kept field by field, and on the next sheet at once."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from needlelog.db import clients, clinic, sessions
from needlelog.domain.clinic import Clinic, Practitioner
from needlelog.domain.session import NeedlingSession
from needlelog.ui.screens.chair.chair import Chair
from needlelog.ui.screens.settings.settings_screen import SettingsScreen
from needlelog.ui.widgets.empty_state import EmptyState
from needlelog.ui.widgets.fields import Field
from needlelog.ui.window import Window
from tests.builders import a_client, a_session
from tests.documents import pages
from tests.ui.conftest import Records
from tests.ui.screens.people import press, screen, tap, type_here, ways, words_on


def retype(field: Field, text: str) -> None:
    """Another text where one stands, then on with the keyboard."""
    field.edit.setFocus()
    field.edit.selectAll()
    press(Qt.Key.Key_Delete)
    type_here(text)


def kept(records: Records) -> Clinic:
    return cast(Clinic, records(clinic.get))


def test_what_is_typed_is_kept_after_a_pause(
    qtbot: QtBot, shown: SettingsScreen, records: Records
) -> None:
    retype(shown.clinic.fields["hours"], "Tue to Sat 10:00 to 19:00")
    qtbot.waitUntil(lambda: kept(records).hours == "Tue to Sat 10:00 to 19:00")


def test_every_line_of_the_letterhead_can_be_set(
    qtbot: QtBot, shown: SettingsScreen, records: Records
) -> None:
    typed: dict[str, Any] = {
        "name": "Lindenhof Hautstudio",
        "phone": "+49 30 1234",
        "address": "Lindenstr. 3, Berlin",
        "hours": "Mo bis Fr 9 bis 17",
        "out_of_hours": "116117",
        "emergency_number": "112",
        "time_zone": "Europe/Berlin",
        "currency": "eur",
    }
    for name, text in typed.items():
        retype(shown.clinic.fields[name], text)
        press(Qt.Key.Key_Return)
    tap(shown.clinic.paper.button("Letter"))

    wanted = replace(kept(records), paper="Letter", **{**typed, "currency": "EUR"})
    qtbot.waitUntil(lambda: kept(records) == wanted)


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("name", "", "Type the name of the clinic."),
        ("phone", "none", "Type a phone number"),
        ("emergency_number", "", "Type the number that is called in an emergency"),
        ("time_zone", "Europe/Lundon", "This computer knows no time zone “Europe/Lundon”"),
        ("time_zone", "../etc/passwd", "This computer knows no time zone"),
        ("currency", "EUX", "There is no currency “EUX”."),
        ("address", "x" * 501, "501 characters are too many"),
    ],
)
def test_what_cannot_be_kept_says_why_under_its_field(
    shown: SettingsScreen, records: Records, name: str, text: str, sentence: str
) -> None:
    before = kept(records)
    field = shown.clinic.fields[name]
    field.edit.setFocus()
    field.edit.setMaxLength(1000)
    field.edit.clear()
    if text:
        field.edit.insert(text)
        field.edit.textEdited.emit(text)
    press(Qt.Key.Key_Tab)

    assert sentence in field.error()
    assert shown.is_saved()
    assert kept(records) == before


def test_a_second_writer_is_told_and_nothing_is_overwritten(
    qtbot: QtBot, shown: SettingsScreen, records: Records
) -> None:
    def by_another_chair(db: Session) -> None:
        here = clinic.get(db)
        assert here is not None
        clinic.save(db, replace(here, address="Other Row 9"))

    records(by_another_chair)
    retype(shown.clinic.fields["hours"], "Mon to Thu")
    strip = shown.clinic.not_kept
    qtbot.waitUntil(strip.isVisible)
    assert "Somebody else changed this record" in strip.sentence.text()
    assert kept(records).hours == ""

    tap(strip.reload)
    qtbot.waitUntil(lambda: not strip.isVisible())
    assert shown.clinic.fields["address"].text() == "Other Row 9"
    retype(shown.clinic.fields["hours"], "Mon to Thu")
    qtbot.waitUntil(lambda: kept(records).hours == "Mon to Thu")
    assert kept(records).address == "Other Row 9"


def test_closing_the_window_keeps_what_was_just_typed(
    qtbot: QtBot, window: Window, shown: SettingsScreen, records: Records
) -> None:
    retype(shown.clinic.fields["out_of_hours"], "+44 20 1111")
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert kept(records).out_of_hours == "+44 20 1111"


def begun(db: Session, you: Practitioner) -> NeedlingSession:
    client = clients.add(db, a_client())
    return sessions.start(db, a_session(client, {"face.chin": 500}, treated_by_id=you.id))


def test_the_sheet_takes_the_new_letterhead(
    qtbot: QtBot, window: Window, records: Records, you: Practitioner, shown: SettingsScreen
) -> None:
    waiting = records(partial(begun, you=you))
    ways(window).resume(waiting.id)
    screen(qtbot, window, Chair)
    tap(window.rail.settings)
    retype(shown.clinic.fields["address"], "22 Elm Street")
    qtbot.waitUntil(shown.is_saved)
    qtbot.waitUntil(ways(window).is_saved)

    tap(window.rail.chair)
    chair = screen(qtbot, window, Chair)
    qtbot.waitUntil(lambda: chair.facts.clinic.address == "22 Elm Street")
    chair.finish.paper.show_session(chair.session)
    qtbot.waitUntil(lambda: chair.finish.paper.newest is not None)
    drawn = chair.finish.paper.newest
    assert drawn is not None
    assert "22 Elm Street" in pages.text_of(drawn.handout.pdf)


def test_a_new_time_zone_is_the_one_the_window_tells_times_in(
    qtbot: QtBot, window: Window, shown: SettingsScreen
) -> None:
    retype(shown.clinic.fields["time_zone"], "tokyo")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: ways(window).zone.key == "Asia/Tokyo")
    assert shown.clinic.time_zone.text() == "Asia/Tokyo"


@pytest.fixture
def made_on_mars(records: Records, you: Practitioner) -> None:
    def moved(db: Session) -> None:
        here = clinic.get(db)
        assert here is not None
        clinic.save(db, replace(here, time_zone="Mars/Olympus"))

    records(moved)


def test_records_of_a_zone_this_computer_does_not_know_say_so(
    qtbot: QtBot, made_on_mars: None, window: Window
) -> None:
    page = screen(qtbot, window, EmptyState)
    assert "knows no time zone “Mars/Olympus”" in words_on(page)
    assert "Your records are safe" in words_on(page)
    assert not window.rail.isVisible()
