"""Side by side while there is room, under each other while there is not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from needlelog.ui.widgets.beside import Beside
from needlelog.ui.widgets.buttons import ActionButton


@pytest.fixture
def pair(qtbot: QtBot) -> Iterator[Beside]:
    window = QWidget()
    qtbot.addWidget(window)
    made = Beside((ActionButton("Back", height=48), ActionButton("Save client", height=48)))
    made.setParent(window)
    window.resize(800, 200)
    made.resize(made.wanted_width() + 40, 60)
    with qtbot.waitExposed(window):
        window.show()
    yield made
    window.close()


def test_the_parts_go_under_each_other_where_the_room_ends(pair: Beside) -> None:
    assert not pair.is_stacked
    pair.resize(pair.wanted_width() - 1, 120)
    assert pair.is_stacked


def test_longer_words_are_less_room(qtbot: QtBot, pair: Beside) -> None:
    save = pair.findChildren(ActionButton)[1]
    save.set_text("Save this client and start a session")
    qtbot.waitUntil(lambda: pair.is_stacked)
    save.set_text("Save")
    qtbot.waitUntil(lambda: not pair.is_stacked)


def test_for_the_left_hand_the_last_part_stands_first(qtbot: QtBot, pair: Beside) -> None:
    back, save = pair.findChildren(ActionButton)
    assert back.x() < save.x()
    pair.set_mirrored(True)
    qtbot.waitUntil(lambda: save.x() < back.x())


def test_where_one_reads_from_the_right_the_first_part_stands_there(
    qtbot: QtBot, pair: Beside
) -> None:
    back, save = pair.findChildren(ActionButton)
    pair.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.waitUntil(lambda: save.x() < back.x())
