"""What holds for every line of the table."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from needlelog import settings
from needlelog.ui.actions.action import Action, Group, Place
from needlelog.ui.actions.table import table
from needlelog.ui.help import texts
from needlelog.ui.window import Window
from tests.ui.screens.people import ways

ACTIONS = table()
PORTABLE = QKeySequence.SequenceFormat.PortableText


@pytest.mark.parametrize("action", ACTIONS, ids=lambda one: one.code)
def test_an_action_has_words_an_icon_and_keys_that_exist(action: Action) -> None:
    assert action.words.strip() == action.words != ""
    assert (settings.resources() / "icons" / f"{action.icon}.svg").is_file()
    assert QKeySequence(action.keys).toString(PORTABLE) == action.keys
    assert action.code.isidentifier()  # it is a name in the settings file


def test_no_two_actions_have_one_name() -> None:
    assert len({one.code for one in ACTIONS}) == len(ACTIONS)
    assert len({one.words for one in ACTIONS}) == len(ACTIONS)


def test_keys_mean_one_thing_in_one_place() -> None:
    clashes = [
        (one.code, other.code)
        for one, other in combinations(ACTIONS, 2)
        if one.keys and one.keys == other.keys and one.meets(other)
    ]
    assert clashes == []


def test_every_group_has_something_in_it() -> None:
    assert {one.group for one in ACTIONS} == set(Group)


def test_every_section_of_the_settings_can_be_gone_to(qtbot: QtBot, window: Window) -> None:
    qtbot.waitUntil(lambda: window.navigation is not None)
    ways(window).show_settings()
    shown = ways(window).settings
    assert shown is not None
    codes = {one.code for one in ACTIONS if one.group is Group.SETTINGS}
    assert codes == {f"settings_{name}" for name in shown.items}


@pytest.mark.parametrize("place", sorted(set(Place) - {Place.CHAIR}))
def test_every_place_has_its_help(place: Place) -> None:
    assert texts.title(place, None)
    assert 3 <= len(texts.sentences(place, None)) <= 7
