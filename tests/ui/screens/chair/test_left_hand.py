"""For the left hand the brush and the way on change sides; the client's sides do not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from needlelog.ui import display
from needlelog.ui.display import Display
from needlelog.ui.screens.chair.chair import Chair


@pytest.fixture(autouse=True)
def as_before(qapp: QApplication) -> Iterator[None]:
    yield
    display.wear(qapp, Display())


def left_of(chair: Chair, one: QWidget) -> int:
    return one.mapTo(chair, QPoint(0, 0)).x()


def test_the_hand_changes_sides_while_the_chair_is_open(
    qtbot: QtBot, qapp: QApplication, chair: Chair
) -> None:
    treat, bar = chair.treat, chair.bar
    right_cheek = treat.side.map.place_of("face.cheek_r")
    assert left_of(chair, treat.side.map) < left_of(chair, treat.panel)
    assert left_of(chair, bar.strip) < left_of(chair, bar.next)

    display.wear(qapp, Display(hand="left"))

    qtbot.waitUntil(lambda: left_of(chair, treat.panel) < left_of(chair, treat.side.map))
    qtbot.waitUntil(lambda: left_of(chair, bar.next) < left_of(chair, bar.stop))
    qtbot.waitUntil(lambda: left_of(chair, bar.stop) < left_of(chair, bar.strip))
    cheek = treat.side.map.place_of("face.cheek_r")
    assert cheek is not None
    assert right_cheek is not None
    assert abs(cheek.x() - right_cheek.x()) < 30
