"""Every zone without aiming at the map."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from needlelog import catalogue
from needlelog.ui.screens.chair.sheets.all_zones import AllZonesContent
from tests.builders import a_layer, a_planned_layer, a_session
from tests.ui.conftest import Finger
from tests.ui.screens.chair.sheets.acting import click, facts, shown


def test_every_zone_can_be_painted(qtbot: QtBot) -> None:
    content = AllZonesContent(a_session(), facts())
    shown(qtbot, content)
    taps = QSignalSpy(content.zones_picked)
    for row in content.rows.values():
        for button in row.buttons:
            assert (button.height(), button.width() >= 64) == (64, True)
            click(button)
    alone = [codes[0] for i in range(taps.count()) if len(codes := taps.at(i)[0]) == 1]
    assert sorted(alone) == sorted(catalogue.zones())


def test_left_both_or_right(qtbot: QtBot, finger: Finger) -> None:
    content = AllZonesContent(a_session(), facts())
    told = shown(qtbot, content)
    taps = QSignalSpy(content.zones_picked)
    row = content.rows["face.temple_l"]
    finger(row.buttons[0])
    finger(row.buttons[1])
    QTest.keyClick(row.buttons[2], Qt.Key.Key_Space)
    left, right = "face.temple_l", "face.temple_r"
    assert [taps.at(i)[0] for i in range(3)] == [(left,), (left, right), (right,)]
    assert (told.taps, told.done) == ([], 0)


def test_a_row_says_what_is_painted(qtbot: QtBot) -> None:
    content = AllZonesContent(a_session(), facts())
    shown(qtbot, content)
    layers = (
        a_layer("face.cheek_l", 1500),
        a_layer("face.cheek_l", 500, position=1),
        a_planned_layer("face.cheek_r", 1250, position=2),
        a_layer("face.chin", 1000, position=3),
    )
    content.show_session(a_session(layers=layers))
    said = {code: row.painted.text() for code, row in content.rows.items()}
    assert said["face.cheek_l"] == "L 1.5 ×3 + 0.5 ×3 · R 1.25 ×3, not confirmed"
    assert said["face.chin"] == "1 ×3"
    assert said["face.nose"] == ""


def test_buttons_are_read_aloud_with_their_zone(qtbot: QtBot) -> None:
    content = AllZonesContent(a_session(), facts())
    shown(qtbot, content)
    names = [button.accessibleName() for button in content.rows["face.cheek_l"].buttons]
    assert names == ["Paint Cheek, left", "Paint Cheek L + R", "Paint Cheek, right"]
