"""A policy or registration that ends is seen on the rail, in the list and beside its date."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from needlelog.db import practitioners
from needlelog.domain import dates
from needlelog.domain.clinic import Practitioner
from needlelog.ui.clock import now
from needlelog.ui.screens.settings.settings_screen import SettingsScreen
from needlelog.ui.window import Window
from tests.ui.conftest import Records
from tests.ui.screens.people import screen, tap, type_here, words_on

SOON = now().date() + timedelta(days=12)


@pytest.fixture
def ending(records: Records, you: Practitioner) -> Practitioner:
    """Your registration ends in twelve days."""
    later = replace(you, registration_expires_on=SOON)
    kept: Practitioner = records(partial(practitioners.save, practitioner=later))
    return kept


def test_the_rail_says_what_ends_before_settings_are_opened(
    qtbot: QtBot, ending: Practitioner, window: Window
) -> None:
    item = window.rail.settings
    qtbot.waitUntil(lambda: bool(item.warning))

    assert "AV: Registration ends in 1" in item.warning
    assert dates.short(SOON) in item.warning
    assert item.accessibleName() == f"Settings. {item.warning}"
    assert dates.short(SOON) in item.toolTip()


def test_settings_lead_to_the_one_whose_registration_ends(
    qtbot: QtBot, ending: Practitioner, window: Window
) -> None:
    qtbot.waitUntil(lambda: bool(window.rail.settings.warning))
    tap(window.rail.settings)
    shown = screen(qtbot, window, SettingsScreen)
    item = shown.items["practitioners"]
    qtbot.waitUntil(lambda: "Registration ends" in item.accessibleName())

    tap(item)
    qtbot.waitUntil(lambda: shown.practitioners.form is not None)
    assert f", {dates.short(SOON)}" in words_on(shown.practitioners)


def test_a_new_date_takes_the_dot_away(qtbot: QtBot, ending: Practitioner, window: Window) -> None:
    qtbot.waitUntil(lambda: bool(window.rail.settings.warning))
    tap(window.rail.settings)
    shown = screen(qtbot, window, SettingsScreen)
    tap(shown.items["practitioners"])
    qtbot.waitUntil(lambda: shown.practitioners.form is not None)
    assert shown.practitioners.form is not None
    field = shown.practitioners.form.ends["registration_expires_on"]
    field.edit.setFocus()
    field.edit.selectAll()
    type_here("31.3.2039")

    qtbot.waitUntil(lambda: not window.rail.settings.warning)
    assert window.rail.settings.accessibleName() == "Settings, you are here"


def test_nothing_is_marked_while_there_is_time(
    qtbot: QtBot, window: Window, you: Practitioner
) -> None:
    qtbot.waitUntil(lambda: window.navigation is not None)
    tap(window.rail.settings)
    shown = screen(qtbot, window, SettingsScreen)
    qtbot.waitUntil(lambda: shown.clinic.saver is not None)

    assert not window.rail.settings.warning
    assert shown.items["practitioners"].accessibleName() == "Practitioners"
