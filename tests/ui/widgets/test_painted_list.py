"""The list of painted zones beside the map."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from needlelog.ui import theme
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.painted_list import PaintedList
from needlelog.ui.widgets.painted_row import PaintedRow, PaintedRowButton
from tests.ui.conftest import Finger

CHEEKS = PaintedRow("cheek", "Cheek L + R", 1500, "1.5", "×4")


def rows(count: int) -> list[PaintedRow]:
    return [replace(CHEEKS, key=f"zone{n}", label=f"Zone {n}") for n in range(count)]


@pytest.fixture
def painted(qtbot: QtBot) -> PaintedList:
    shown = PaintedList()
    qtbot.addWidget(shown)
    shown.resize(288, 464)
    shown.show()
    qtbot.waitExposed(shown)
    return shown


def buttons(painted: PaintedList) -> list[PaintedRowButton]:
    return [button for button in painted.findChildren(PaintedRowButton) if button.isVisible()]


def labels(painted: PaintedList) -> list[str]:
    return [button.row.label for button in buttons(painted)]


def page_button(painted: PaintedList, name: str) -> ActionButton:
    found = painted.findChildren(ActionButton)
    return next(button for button in found if button.accessibleName() == name)


def looks(painted: PaintedList, row: PaintedRow) -> QImage:
    painted.set_rows([row])
    return buttons(painted)[0].grab().toImage()


def test_a_tapped_row_gives_its_key_by_mouse_finger_and_keyboard(
    painted: PaintedList, finger: Finger
) -> None:
    tapped: list[str] = []
    painted.row_tapped.connect(tapped.append)
    painted.set_rows(rows(3))
    first, second, third = buttons(painted)

    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    finger(second)
    third.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(third, Qt.Key.Key_Space)

    assert tapped == ["zone0", "zone1", "zone2"]


def test_six_rows_fit_and_more_go_on_pages(painted: PaintedList, finger: Finger) -> None:
    painted.set_rows(rows(6))
    assert len(labels(painted)) == 6
    assert not page_button(painted, "Further rows").isVisible()

    painted.set_rows(rows(7))
    assert labels(painted) == [f"Zone {n}" for n in range(5)]
    finger(page_button(painted, "Further rows"))

    assert labels(painted) == ["Zone 5", "Zone 6"]
    assert not page_button(painted, "Further rows").isEnabled()
    finger(page_button(painted, "Earlier rows"))
    assert labels(painted)[0] == "Zone 0"


def test_everything_to_tap_is_64_pixels_high_and_apart(painted: PaintedList) -> None:
    painted.set_rows(rows(9))

    targets = [*buttons(painted), page_button(painted, "Further rows")]

    assert all(target.height() == 64 for target in targets)
    assert all(
        not one.geometry().intersects(two.geometry())
        for one in targets
        for two in targets
        if one is not two
    )


def test_the_row_painted_last_comes_into_sight(painted: PaintedList) -> None:
    some = rows(9)
    painted.set_rows(some)

    painted.set_rows([*some[:8], replace(some[8], last=True)])

    assert "Zone 8" in labels(painted)


def test_turning_the_page_is_not_undone_by_the_next_value(
    painted: PaintedList, finger: Finger
) -> None:
    some = [replace(row, last=row.key == "zone0") for row in rows(9)]
    painted.set_rows(some)
    finger(page_button(painted, "Further rows"))

    painted.set_rows([replace(row, passes_text="×5") for row in some])

    assert labels(painted)[0] == "Zone 5"


def test_fewer_rows_never_leave_an_empty_page(painted: PaintedList, finger: Finger) -> None:
    painted.set_rows(rows(7))
    finger(page_button(painted, "Further rows"))

    painted.set_rows(rows(5))

    assert len(labels(painted)) == 5


@pytest.mark.parametrize("is_compact", [False, True])
def test_the_four_looks_differ(painted: PaintedList, is_compact: bool) -> None:
    painted.set_compact(is_compact)
    painted.resize(painted.sizeHint())

    seen = [
        looks(painted, CHEEKS),
        looks(painted, replace(CHEEKS, last=True)),
        looks(painted, replace(CHEEKS, editing=True)),
        looks(painted, replace(CHEEKS, planned=True, second_line="not confirmed")),
    ]

    assert all(one != two for n, one in enumerate(seen) for two in seen[n + 1 :])


def test_not_confirmed_stands_in_the_colour_of_warnings(painted: PaintedList) -> None:
    row = looks(painted, replace(CHEEKS, planned=True, second_line="not confirmed"))
    warn = theme.current().color("warn")

    lower = range(row.height() // 2, row.height())
    assert any(row.pixelColor(x, y) == warn for x in range(row.width()) for y in lower)


def test_all_layers_of_a_zone_are_said(painted: PaintedList) -> None:
    painted.set_rows([replace(CHEEKS, layers_text="1.5 ×4 + 0.5 ×2")])

    assert buttons(painted)[0].accessibleName() == "Cheek L + R, 1.5 ×4 + 0.5 ×2"


def test_an_ampersand_in_a_label_is_no_shortcut(painted: PaintedList) -> None:
    painted.set_rows([replace(CHEEKS, label="Hands & feet")])

    assert buttons(painted)[0].shortcut().isEmpty()
    assert buttons(painted)[0].accessibleName().startswith("Hands & feet")


def test_five_rows_fit_a_narrow_window(painted: PaintedList) -> None:
    painted.set_compact(True)
    painted.resize(134, 340)

    painted.set_rows(rows(5))

    assert len(labels(painted)) == 5
    assert all(button.width() == 134 for button in buttons(painted))
