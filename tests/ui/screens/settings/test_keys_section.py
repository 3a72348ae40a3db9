"""Keys: pressed, refused, kept and reset."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from needlelog import settings
from needlelog.ui.screens.client_form import ClientForm
from needlelog.ui.screens.settings.keys_section import KeyRow
from needlelog.ui.screens.settings.settings_screen import SettingsScreen
from needlelog.ui.window import Window
from tests.ui.screens.people import press, screen, tap, ways
from tests.walk.layout import faults

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def row(shown: SettingsScreen, code: str) -> KeyRow:
    shown.show_section("keys")
    found: KeyRow = shown.keys.rows[code]
    found.change.setFocus()
    return found


def kept() -> dict[str, str]:
    return dict(settings.load(settings.settings_file())[0].keys)


def test_new_keys_are_pressed_shown_and_kept(
    qtbot: QtBot, window: Window, shown: SettingsScreen
) -> None:
    new_client = row(shown, "new_client")
    press(Qt.Key.Key_Space)
    assert new_client.change.accessibleName() == "Press the new keys"
    press(Qt.Key.Key_Control, CTRL)  # held down on the way to the keys
    press(Qt.Key.Key_J, CTRL)
    assert new_client.caps.caps == ("Ctrl", "J")
    qtbot.waitUntil(lambda: kept() == {"new_client": "Ctrl+J"})
    press(Qt.Key.Key_J, CTRL)
    screen(qtbot, window, ClientForm)


def test_keys_with_a_meaning_already_are_only_asked_for(
    qtbot: QtBot, window: Window, shown: SettingsScreen
) -> None:
    """Pressed while the button waits, they open nothing; the clash is told in a sentence."""
    chair = row(shown, "go_chair")
    tap(chair.change)
    press(Qt.Key.Key_N, CTRL)
    assert chair.wrong.text().startswith("Ctrl+N is taken by “New session”.")
    assert chair.caps.caps == ("Alt", "H")
    assert window.desk.palette.isHidden()
    assert kept() == {}


def test_the_button_on_the_first_page_shows_the_keys_that_were_chosen(
    window: Window, shown: SettingsScreen
) -> None:
    button = ways(window).today.new_session
    assert button.accessibleDescription() == "Ctrl + N"
    tap(row(shown, "new_session").change)
    press(Qt.Key.Key_F8)
    assert button.accessibleDescription() == "F8"


def test_a_letter_alone_is_refused(qtbot: QtBot, shown: SettingsScreen) -> None:
    about = row(shown, "about")
    tap(about.change)
    press(Qt.Key.Key_A)
    assert about.wrong.text().startswith("That key is needed for typing")


def test_esc_or_looking_elsewhere_changes_nothing(qtbot: QtBot, shown: SettingsScreen) -> None:
    about = row(shown, "about")
    tap(about.change)
    press(Qt.Key.Key_Escape)
    assert not about.change.is_waiting
    tap(about.change)
    shown.keys.rows["go_chair"].change.setFocus()
    assert not about.change.is_waiting
    assert about.caps.caps == ()


def test_one_is_reset_and_all_are(qtbot: QtBot, shown: SettingsScreen) -> None:
    chair, about = row(shown, "go_chair"), row(shown, "about")
    for one, key in ((chair, Qt.Key.Key_F7), (about, Qt.Key.Key_F8)):
        tap(one.change)
        press(key)
    qtbot.waitUntil(lambda: kept() == {"go_chair": "F7", "about": "F8"})
    tap(chair.reset)
    qtbot.waitUntil(lambda: kept() == {"about": "F8"})
    assert not chair.reset.isVisible()
    tap(shown.keys.reset_all)
    qtbot.waitUntil(lambda: kept() == {})
    assert not shown.keys.reset_all.isEnabled()


def test_a_sign_is_the_same_wherever_it_stands_on_the_keyboard(
    qtbot: QtBot, shown: SettingsScreen
) -> None:
    shortcuts = row(shown, "shortcuts")
    tap(shortcuts.change)
    press(Qt.Key.Key_F9)
    tap(shortcuts.change)
    press(Qt.Key.Key_Question, SHIFT)
    assert shortcuts.caps.caps == ("?",)


def test_nothing_is_cut_in_the_smallest_window(window: Window, shown: SettingsScreen) -> None:
    window.resize(1024, 600)
    row(shown, "about")
    QApplication.processEvents()  # rows that came last are still to be placed
    assert faults(window, 32) == []
