"""One, one or none, several; and never what is blocked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from needlelog.ui.widgets.chips import ChipGroup, Choice, Picking
from tests.ui.conftest import Finger

CHOICES = (Choice("half", "0.5"), Choice("one", "1"), Choice("more", "1.25", "proposed"))


def group(qtbot: QtBot, picking: Picking = "one", columns: int = 0) -> ChipGroup:
    made = ChipGroup("Depth", picking, height=60, columns=columns)
    qtbot.addWidget(made)
    made.set_choices(CHOICES)
    made.resize(600, 200)
    made.show()
    return made


def click(chips: ChipGroup, code: str) -> None:
    QTest.mouseClick(chips.chip(code), Qt.MouseButton.LeftButton)


def test_one_of_several(qtbot: QtBot) -> None:
    chips = group(qtbot)
    changes = QSignalSpy(chips.changed)
    for code in ("half", "one", "one"):
        click(chips, code)
    assert chips.chosen() == ("one",)
    assert [changes.at(i) for i in range(changes.count())] == [[("half",)], [("one",)]]


def test_a_lone_chip_stays_on(qtbot: QtBot) -> None:
    chips = group(qtbot)
    chips.set_choices(CHOICES[:1])
    changes = QSignalSpy(chips.changed)
    click(chips, "half")
    click(chips, "half")
    assert (chips.chosen(), changes.count()) == (("half",), 1)


def test_one_or_none(qtbot: QtBot) -> None:
    chips = group(qtbot, "one_or_none")
    changes = QSignalSpy(chips.changed)
    for code in ("half", "one", "one"):
        click(chips, code)
    told = [changes.at(i) for i in range(changes.count())]
    assert told == [[("half",)], [("one",)], [()]]


def test_several_in_the_order_of_the_chips(qtbot: QtBot) -> None:
    chips = group(qtbot, "many")
    for code in ("more", "half"):
        click(chips, code)
    assert chips.chosen() == ("half", "more")


def test_a_finger_chooses_with_one_tap(qtbot: QtBot, finger: Finger) -> None:
    chips = group(qtbot)
    changes = QSignalSpy(chips.changed)
    finger(chips.chip("one"))
    assert (changes.count(), chips.chosen()) == (1, ("one",))


@pytest.mark.parametrize("picking", ["one", "one_or_none", "many"])
def test_what_the_program_chooses_is_not_reported(qtbot: QtBot, picking: Picking) -> None:
    chips = group(qtbot, picking)
    changes = QSignalSpy(chips.changed)
    chips.set_chosen(["one"])
    chips.set_chosen([])
    assert (chips.chosen(), changes.count()) == ((), 0)


def test_a_blocked_chip_stays_off_and_says_so(qtbot: QtBot) -> None:
    chips = group(qtbot)
    changes, refusals = QSignalSpy(chips.changed), QSignalSpy(chips.refused)
    chips.set_choices([Choice("lido", "Lidocaine", blocked="Allergy: lidocaine")])
    click(chips, "lido")
    chips.set_chosen(["lido"])
    assert chips.chosen() == ()
    assert (changes.count(), refusals.at(0)) == (0, ["lido"])
    assert chips.chip("lido").accessibleName() == "Lidocaine, Allergy: lidocaine"


def test_new_choices_keep_the_choice(qtbot: QtBot) -> None:
    chips = group(qtbot)
    chips.set_chosen(["one"])
    chips.set_choices([*CHOICES, Choice("two", "2")])
    assert chips.chosen() == ("one",)
    chips.set_choices([Choice("two", "2")])
    assert chips.chosen() == ()


def test_choosing_moves_nothing(qtbot: QtBot) -> None:
    chips = group(qtbot, "many")
    before = [chips.chip(choice.code).sizeHint() for choice in CHOICES]
    for choice in CHOICES:
        click(chips, choice.code)
    assert [chips.chip(choice.code).sizeHint() for choice in CHOICES] == before


def test_columns_are_equally_wide(qtbot: QtBot) -> None:
    chips = group(qtbot, columns=3)
    widths = [chips.chip(choice.code).width() for choice in CHOICES]
    assert max(widths) - min(widths) <= 1


def test_chips_go_into_further_rows(qtbot: QtBot) -> None:
    chips = group(qtbot)
    chips.resize(180, 400)
    tops = {chips.chip(choice.code).y() for choice in CHOICES}
    assert len(tops) > 1
    assert all(chips.chip(choice.code).geometry().right() < 180 for choice in CHOICES)


def test_rows_begin_at_the_right_for_languages_that_do(qtbot: QtBot) -> None:
    chips = group(qtbot)
    chips.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    chips.resize(500, 200)
    assert chips.chip("half").geometry().right() == chips.rect().right()


@pytest.mark.parametrize(
    ("picking", "role"),
    [("one", QAccessible.Role.RadioButton), ("many", QAccessible.Role.CheckBox)],
)
def test_a_screen_reader_hears_what_kind_of_choice_it_is(
    qtbot: QtBot, picking: Picking, role: QAccessible.Role
) -> None:
    chips = group(qtbot, picking)
    assert QAccessible.queryAccessibleInterface(chips.chip("one")).role() == role


def test_markup_in_a_choice_is_only_text(qtbot: QtBot) -> None:
    chips = group(qtbot)
    chips.set_choices([Choice("x", "<img src=x> & more")])
    chip = chips.chip("x")
    chip.resize(60, 60)
    assert chip.accessibleName() == "<img src=x> & more"
    assert chip.toolTip() == "<qt>&lt;img src=x&gt; &amp; more</qt>"
