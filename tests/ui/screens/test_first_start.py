"""New records ask whose they are, on one page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from needlelog import settings
from needlelog.db import clinic, practitioners
from needlelog.domain.clinic import Clinic
from needlelog.ui.screens.first_start import FirstStart
from needlelog.ui.screens.today import Today
from needlelog.ui.window import Window
from tests.ui.conftest import Records
from tests.ui.screens.people import is_whole, press, screen, tap, type_here, words_on


def kept_clinic(db: Session) -> Clinic | None:
    return clinic.get(db)


def test_three_fields_by_keyboard_alone_name_the_clinic_and_the_practitioner(
    qtbot: QtBot, new_window: Window, records: Records
) -> None:
    screen(qtbot, new_window, FirstStart)
    for text in ("Linden Skin Studio", "+44 20 7946 0100", "Anneke de Vries, RN"):
        type_here(text)
        press(Qt.Key.Key_Return)

    home = screen(qtbot, new_window, Today)
    kept = records(kept_clinic)
    assert (kept.name, kept.phone) == ("Linden Skin Studio", "+44 20 7946 0100")
    (you,) = records(practitioners.everyone)
    assert (you.name, you.initials) == ("Anneke de Vries, RN", "AV")
    qtbot.waitUntil(lambda: "No clients yet" in words_on(home))


def test_what_is_missing_is_said_under_its_field_and_nothing_is_kept(
    qtbot: QtBot, new_window: Window, records: Records
) -> None:
    page = screen(qtbot, new_window, FirstStart)
    QTest.keyClicks(page.phone.edit, "call me")
    tap(page.start)

    assert page.clinic_name.error() == "Type the name of the clinic."
    assert page.phone.error() == "Type a phone number that clients can call."
    assert page.your_name.error() == "Type your name: it signs the sessions."
    assert page.phone.text() == "call me"
    assert page.clinic_name.edit.hasFocus()
    assert records(kept_clinic) is None


def test_a_name_nobody_can_print_is_not_taken_and_not_cut(qtbot: QtBot, new_window: Window) -> None:
    page = screen(qtbot, new_window, FirstStart)
    page.clinic_name.edit.setText("x" * 10_000)
    tap(page.start)

    assert "10000 characters are too many" in page.clinic_name.error()
    assert len(page.clinic_name.text()) == 10_000


def test_two_quick_taps_on_start_name_one_clinic(
    qtbot: QtBot, new_window: Window, records: Records
) -> None:
    page = screen(qtbot, new_window, FirstStart)
    for field, text in ((page.clinic_name, "Linden"), (page.phone, "1"), (page.your_name, "A")):
        QTest.keyClicks(field.edit, text)
    tap(page.start)
    tap(page.start)

    screen(qtbot, new_window, Today)
    (you,) = records(practitioners.everyone)
    kept, _complaint = settings.load(settings.settings_file())
    assert kept.practitioner == str(you.id)


def test_the_time_zone_can_be_another_than_the_computers(
    qtbot: QtBot, new_window: Window, records: Records
) -> None:
    page = screen(qtbot, new_window, FirstStart)
    tap(page.change_zone)
    page.zones.setCurrentText("Asia/Tokyo")
    page.zones.activated.emit(page.zones.currentIndex())
    for field, text in ((page.clinic_name, "Linden"), (page.phone, "1"), (page.your_name, "A")):
        QTest.keyClicks(field.edit, text)
    tap(page.start)

    screen(qtbot, new_window, Today)
    assert records(kept_clinic).time_zone == "Asia/Tokyo"


def test_the_way_on_is_whole_in_the_smallest_window(qtbot: QtBot, new_window: Window) -> None:
    new_window.resize(1024, 600)
    page = screen(qtbot, new_window, FirstStart)
    qtbot.waitUntil(lambda: is_whole(page.start))
