"""New records ask whose they are, in three steps."""

from __future__ import annotations

import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from needlelog import settings
from needlelog.db import clinic, practitioners
from needlelog.domain.clinic import Clinic
from needlelog.tour.reach import saying
from needlelog.ui.screens.first_start import FirstStart
from needlelog.ui.screens.today import Today
from needlelog.ui.system_time_zone import system_time_zone
from needlelog.ui.window import Window
from tests.ui.conftest import Records
from tests.ui.screens.people import is_whole, press, screen, tap, type_here, words_on
from tests.ui.screens.starting import ANSWERS, last_step, records_in
from tests.walk.layout import faults


def kept_clinic(db: Session) -> Clinic | None:
    return clinic.get(db)


def test_three_steps_by_keyboard_alone_name_the_clinic_and_the_practitioner(
    qtbot: QtBot, new_window: Window, records: Records
) -> None:
    last_step(qtbot, new_window)
    press(Qt.Key.Key_Return)

    home = screen(qtbot, new_window, Today)
    kept = records(kept_clinic)
    assert (kept.name, kept.phone) == ANSWERS[:2]
    assert kept.time_zone == system_time_zone()
    assert not kept.is_demo
    (you,) = records(practitioners.everyone)
    assert (you.name, you.initials, you.profession) == (ANSWERS[2], "AV", "")
    qtbot.waitUntil(lambda: "No clients yet" in words_on(home))


def test_nothing_is_written_before_the_last_step(
    qtbot: QtBot, first_window: Window, home: Path
) -> None:
    last_step(qtbot, first_window)
    assert records_in(home) == set()
    press(Qt.Key.Key_Return)
    screen(qtbot, first_window, Today)
    assert records_in(home) == {"needlelog.db"}
    assert settings.load(settings.settings_file())[0].database is None


def test_a_step_that_is_done_says_its_answer_and_can_be_changed(
    qtbot: QtBot, new_window: Window, records: Records
) -> None:
    last_step(qtbot, new_window)
    page = screen(qtbot, new_window, FirstStart)
    clinic_card, you_card, _place = page.cards
    assert "Linden Skin Studio · +44 20 7946 0100" in words_on(clinic_card)
    assert "Anneke de Vries, RN" in words_on(you_card)
    tap(you_card.change)
    page.you.initials.edit.selectAll()
    QTest.keyClicks(page.you.initials.edit, "ADV")
    QTest.keyClicks(page.you.profession.edit, "Nurse")
    press(Qt.Key.Key_Return)
    tap(clinic_card.change)
    page.clinic.name.edit.selectAll()
    type_here("Alder Row")
    press(Qt.Key.Key_Return)
    tap(page.you.next)
    tap(page.place.start)

    screen(qtbot, new_window, Today)
    assert records(kept_clinic).name == "Alder Row"
    (you,) = records(practitioners.everyone)
    assert (you.initials, you.profession) == ("ADV", "Nurse")


def test_back_leads_to_the_step_before(qtbot: QtBot, new_window: Window) -> None:
    last_step(qtbot, new_window)
    page = screen(qtbot, new_window, FirstStart)
    tap(page.place.back)
    assert page.you.name.edit.hasFocus()
    tap(page.you.back)
    assert page.clinic.name.edit.hasFocus()
    assert page.clinic.name.text() == ANSWERS[0]


def test_what_is_missing_is_said_under_its_field_and_nothing_is_kept(
    qtbot: QtBot, new_window: Window, records: Records
) -> None:
    page = screen(qtbot, new_window, FirstStart)
    QTest.keyClicks(page.clinic.phone.edit, "call me")
    tap(page.clinic.next)

    assert page.clinic.name.error() == "Type the name of the clinic."
    assert page.clinic.phone.error() == "Type a phone number that clients can call."
    assert page.clinic.phone.text() == "call me"
    assert page.clinic.name.edit.hasFocus()
    assert not page.you.isVisible()
    assert records(kept_clinic) is None


def test_without_a_name_nobody_can_sign(qtbot: QtBot, new_window: Window) -> None:
    page = screen(qtbot, new_window, FirstStart)
    for text in (*ANSWERS[:2], " , "):
        type_here(text)
        press(Qt.Key.Key_Return)
    assert page.you.name.error() == "Type your name: it signs the sessions."
    assert not page.place.isVisible()


def test_initials_somebody_wrote_stay_when_the_name_is_typed_on(
    qtbot: QtBot, new_window: Window
) -> None:
    page = screen(qtbot, new_window, FirstStart)
    for text in ANSWERS[:2]:
        type_here(text)
        press(Qt.Key.Key_Return)
    type_here("Anneke")
    assert page.you.initials.text() == "A"
    page.you.initials.edit.selectAll()
    QTest.keyClicks(page.you.initials.edit, "XY")
    QTest.keyClicks(page.you.name.edit, " de Vries")
    assert page.you.initials.text() == "XY"


def test_a_name_nobody_can_print_is_not_taken_and_not_cut(qtbot: QtBot, new_window: Window) -> None:
    page = screen(qtbot, new_window, FirstStart)
    page.clinic.name.edit.setText("x" * 10_000)
    tap(page.clinic.next)

    assert "10000 characters are too many" in page.clinic.name.error()
    assert len(page.clinic.name.text()) == 10_000


def test_two_quick_taps_on_start_name_one_clinic(
    qtbot: QtBot, new_window: Window, records: Records
) -> None:
    step = last_step(qtbot, new_window)
    tap(step.start)
    tap(step.start)

    screen(qtbot, new_window, Today)
    (you,) = records(practitioners.everyone)
    kept, _complaint = settings.load(settings.settings_file())
    assert kept.practitioner == str(you.id)


@pytest.mark.parametrize("size", [(1366, 860), (1024, 600)], ids=str)
def test_each_step_is_whole_in_every_window(
    qtbot: QtBot, new_window: Window, size: tuple[int, int]
) -> None:
    new_window.resize(*size)
    page = screen(qtbot, new_window, FirstStart)
    steps = (page.clinic.next, page.you.next, page.place.start)
    for nth, onward in enumerate(steps):
        page._show_step(nth)
        qtbot.waitUntil(partial(is_whole, onward))
        assert is_whole(saying(page, "Try with demo data"))
        assert faults(new_window, 32) == []


WITHOUT_A_DATABASE = """
import sys
from needlelog.ui.screens import first_start
print(" ".join(sys.modules))
"""


def test_the_first_page_does_not_wait_for_the_database() -> None:
    order = [sys.executable, "-c", WITHOUT_A_DATABASE]
    root = Path(settings.__file__).parents[1]
    ended = subprocess.run(order, cwd=root, capture_output=True, text=True, check=True)
    assert "needlelog.ui.screens.first_start" in ended.stdout
    assert {"sqlalchemy", "alembic", "babel"}.isdisjoint(ended.stdout.split())
