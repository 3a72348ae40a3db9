"""Practitioners: added, put right, and one of them works at this computer."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from needlelog import settings
from needlelog.db import clients, practitioners
from needlelog.domain.clinic import Practitioner
from needlelog.ui import ending_words
from needlelog.ui.screens import session_start
from needlelog.ui.screens.settings.practitioner_form import PractitionerForm
from needlelog.ui.screens.settings.practitioners_section import PractitionersSection
from needlelog.ui.screens.settings.settings_screen import SettingsScreen
from tests.builders import TODAY, a_client, a_practitioner
from tests.ui.conftest import Records
from tests.ui.screens.people import press, tap, type_here


@pytest.fixture
def section(qtbot: QtBot, shown: SettingsScreen) -> PractitionersSection:
    tap(shown.items["practitioners"])
    qtbot.waitUntil(lambda: shown.practitioners.form is not None)
    return shown.practitioners


def form(section: PractitionersSection) -> PractitionerForm:
    assert section.form is not None
    return section.form


def people(records: Records) -> tuple[Practitioner, ...]:
    return cast("tuple[Practitioner, ...]", records(practitioners.everyone))


def add_tomasz(qtbot: QtBot, section: PractitionersSection) -> None:
    tap(section.add)
    qtbot.waitUntil(form(section).fields["name"].edit.hasFocus)
    type_here("Tomasz Wojcik")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(section.rows) == 2)


def test_everything_of_a_practitioner_can_be_typed(
    qtbot: QtBot, section: PractitionersSection, records: Records
) -> None:
    add_tomasz(qtbot, section)
    typed = {"profession": "Therapist", "registration": "N-1", "insurer": "Hiscox", "policy": "P-2"}
    for name, text in typed.items():
        form(section).fields[name].edit.setFocus()
        type_here(text)
    form(section).ends["policy_expires_on"].edit.setFocus()
    type_here("31.3.2031")
    press(Qt.Key.Key_Return)

    kept = form(section).saver
    qtbot.waitUntil(lambda: kept.is_saved)
    added = people(records)[1]
    assert added == Practitioner(
        name="Tomasz Wojcik",
        initials="TW",
        profession="Therapist",
        registration="N-1",
        insurer="Hiscox",
        policy="P-2",
        policy_expires_on=date(2031, 3, 31),
        id=added.id,
    )


def test_initials_that_were_typed_stay_when_the_name_changes(
    qtbot: QtBot, section: PractitionersSection, records: Records
) -> None:
    fields = form(section).fields
    fields["initials"].edit.setFocus()
    fields["initials"].edit.selectAll()
    type_here("AdV")
    fields["name"].edit.setFocus()
    fields["name"].edit.end(False)
    type_here(" MSc")
    qtbot.waitUntil(lambda: people(records)[0].name == "Anneke de Vries, RN MSc")
    assert people(records)[0].initials == "AdV"


def test_a_practitioner_without_a_name_is_not_added(
    qtbot: QtBot, section: PractitionersSection, records: Records
) -> None:
    tap(section.add)
    qtbot.waitUntil(form(section).fields["name"].edit.hasFocus)
    press(Qt.Key.Key_Return)
    assert form(section).fields["name"].error() == "Type the name: it signs the sessions."
    assert len(people(records)) == 1


def test_who_works_at_this_computer_treats(
    qtbot: QtBot, section: PractitionersSection, records: Records, you: Practitioner
) -> None:
    add_tomasz(qtbot, section)
    tomasz = people(records)[1]
    section.here.setFocus()
    QTest.keyClick(section.here, Qt.Key.Key_Down)
    file = settings.settings_file()
    qtbot.waitUntil(lambda: settings.load(file)[0].practitioner == str(tomasz.id))

    client = records(lambda db: clients.add(db, a_client()))
    begun = records(partial(session_start.started, client_id=client.id))
    assert (begun.treated_by_id, begun.entered_by_id) == (tomasz.id, tomasz.id)


def test_an_own_ceiling_is_none_until_somebody_sets_one(
    qtbot: QtBot, section: PractitionersSection, records: Records
) -> None:
    assert form(section).ceiling.value() is None
    form(section).ceiling.setFocus()
    press(Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: people(records)[0].ceiling_um == 1500)

    tap(form(section).no_ceiling)
    qtbot.waitUntil(lambda: people(records)[0].ceiling_um is None)


def test_half_a_date_takes_no_expiry_away(
    qtbot: QtBot, section: PractitionersSection, records: Records
) -> None:
    field = form(section).ends["policy_expires_on"]
    field.edit.setFocus()
    type_here("31.3.2031")
    qtbot.waitUntil(lambda: people(records)[0].policy_expires_on == date(2031, 3, 31))
    press(Qt.Key.Key_Backspace)
    press(Qt.Key.Key_Period)
    press(Qt.Key.Key_Tab)
    assert "There is no such day" in field.error() or "not a date" in field.error()
    assert form(section).saver.record.policy_expires_on == date(2031, 3, 31)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (-1, "Policy ended 22-Nov-2026"),
        (0, "Policy ends today"),
        (1, "Policy ends in 1 day, 24-Nov-2026"),
        (30, "Policy ends in 30 days, 23-Dec-2026"),
        (31, ""),
    ],
)
def test_a_policy_is_told_of_thirty_days_before_and_once_it_is_over(days: int, words: str) -> None:
    assert ending_words.policy(date.fromordinal(TODAY.toordinal() + days), TODAY) == words


def test_another_person_shows_what_is_known_of_them(
    qtbot: QtBot, section: PractitionersSection, records: Records, you: Practitioner
) -> None:
    add_tomasz(qtbot, section)
    tap(section.rows[you.id])
    qtbot.waitUntil(lambda: form(section).fields["name"].text() == a_practitioner().name)
    assert form(section).fields["registration"].text() == "18E0042"
