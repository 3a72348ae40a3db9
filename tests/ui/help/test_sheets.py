"""Help for a screen and all shortcuts, as they are read."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from needlelog.domain.session import ChairStep
from needlelog.ui.actions.action import Place
from needlelog.ui.help import texts
from needlelog.ui.help.help_sheet import help_sheet
from needlelog.ui.screens.today import Today
from needlelog.ui.widgets.key_caps import KeyCaps
from needlelog.ui.widgets.labels import PlainLabel
from needlelog.ui.widgets.sheet import Sheet
from needlelog.ui.window import Window
from tests.ui.screens.people import press, screen, words_on
from tests.walk.layout import faults


@pytest.fixture
def shown(qtbot: QtBot, window: Window) -> Window:
    screen(qtbot, window, Today)
    return window


def sheet(window: Window) -> Sheet:
    return next(one for one in window.findChildren(Sheet) if one.isVisible())


@pytest.mark.parametrize(("width", "height"), [(1366, 860), (1024, 600)])
def test_all_shortcuts_names_every_action_with_its_keys(
    shown: Window, width: int, height: int
) -> None:
    shown.resize(width, height)
    shown.desk.open_shortcuts()
    keys = {one.accessibleName() for one in sheet(shown).findChildren(KeyCaps)}
    for action in shown.desk.keymap.actions:
        if action.keys:
            assert action.words in [one.text() for one in sheet(shown).findChildren(PlainLabel)]
            assert action.keys.replace("Return", "Enter").replace("+", " + ") in keys
    assert faults(sheet(shown), 32) == []


def test_all_shortcuts_scrolls_by_keys_where_the_window_is_low(shown: Window) -> None:
    shown.resize(1024, 600)
    shown.desk.open_shortcuts()
    page = sheet(shown).findChildren(QScrollArea)[0]
    assert page.hasFocus()
    press(Qt.Key.Key_PageDown)
    assert page.verticalScrollBar().value() > 0


@pytest.mark.parametrize("place", sorted(set(Place) - {Place.CHAIR}))
@pytest.mark.parametrize("size", [(1366, 860), (1024, 600)])
def test_every_help_can_be_read_whole(shown: Window, place: Place, size: tuple[int, int]) -> None:
    shown.resize(*size)
    made = help_sheet(shown, shown.desk.keymap, place, None)
    made.open()
    assert faults(made, 32) == []


@pytest.mark.parametrize("step", ChairStep)
def test_each_step_of_the_chair_has_its_own_help(shown: Window, step: ChairStep) -> None:
    made = help_sheet(shown, shown.desk.keymap, Place.CHAIR, step)
    made.open()
    sentences = texts.sentences(Place.CHAIR, step)
    assert 3 <= len(sentences) <= 7
    assert all(sentence in words_on(made) for sentence in sentences)
