"""A sheet that was open leaves every control behind it as it was."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from needlelog.ui.screens.chair.chair import Chair
from needlelog.ui.widgets.page_buttons import PageButtons
from tests.ui.screens.chair.doing import tap, tap_zone


@pytest.mark.parametrize("name", ["lots", "next_date", "numbing", "tip", "serum", "all_zones"])
def test_no_control_dies_with_a_sheet(qtbot: QtBot, chair: Chair, name: str) -> None:
    tap_zone(qtbot, chair, "face.chin")
    tap(qtbot, chair.bar.strip.button("aftercare"))
    qtbot.waitUntil(lambda: bool(chair.finish.lines))
    before = chair.findChildren(QWidget)
    chair.sheets.open(name)
    inside = chair.sheets.sheet
    assert inside is not None
    own = {id(widget) for widget in inside.findChildren(QWidget)}
    chair.sheets.close()
    with qtbot.waitSignal(inside.destroyed):
        pass

    dead = [widget for widget in before if id(widget) not in own and not isValid(widget)]
    assert before
    assert dead == []


def test_pages_still_turn_after_a_sheet(qtbot: QtBot, chair: Chair) -> None:
    tap(qtbot, chair.bar.strip.button("reactions"))
    chair.sheets.open("next_date")
    inside = chair.sheets.sheet
    assert inside is not None
    chair.sheets.close()
    with qtbot.waitSignal(inside.destroyed):
        pass

    pages = chair.reactions.findChildren(PageButtons)
    assert pages
    for page in pages:
        page.up.click()
        page.down.click()


def test_escape_in_a_field_closes_its_sheet(qtbot: QtBot, chair: Chair) -> None:
    chair.sheets.open("next_date")
    assert chair.sheets.content is not None
    field = chair.sheets.content.findChildren(QLineEdit)[0]
    QTest.keyClicks(field, "31.2.")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: chair.sheets.sheet is None)

    tap_zone(qtbot, chair, "face.chin")
    assert chair.session.treated_zones == ("face.chin",)
