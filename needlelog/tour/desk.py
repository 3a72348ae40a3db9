"""The screens of the desk, with a picture of each."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt

from needlelog.tour.looks import Looks
from needlelog.tour.patience import until
from needlelog.tour.tour import Tour
from needlelog.ui.screens.clients import Clients
from needlelog.ui.screens.settings.settings_screen import SettingsScreen

SECTIONS = ("clinic", "practitioners", "rules", "papers")


def pages(tour: Tour, shown: Looks) -> tuple[str, ...]:
    """The list of clients, the palette and the rules, each in every theme; the pictures' names."""
    window = tour.stage.window
    with tour.way("to the list of clients"):
        tour.mouse.tap(window.rail.clients)
        tour.stage.until_shown(Clients)
        tour.stage.until_quiet()
    pictures = shown.in_every_theme("clients", tour.stage.until_quiet)
    pictures += shown.in_every_theme("palette", partial(_look_for, tour, "pa"))
    with tour.way("out of the palette"):
        tour.keys.press(Qt.Key.Key_Escape)
        tour.mouse.tap(window.rail.settings)
        tour.stage.until_shown(SettingsScreen)
        tour.mouse.tap(tour.stage.settings.items["rules"])
        until(partial(_is_filled, tour.stage.settings, "rules"), "rules to be shown")
    return pictures + shown.in_every_theme("rules", tour.stage.until_quiet)


def _look_for(tour: Tour, letters: str) -> None:
    """In a palette opened anew: what lies behind it is a picture of the screen as it was."""
    with tour.way(f"to what begins with {letters}"):
        tour.keys.press(Qt.Key.Key_Escape)
        tour.keys.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        tour.keys.type(letters)
        palette = tour.stage.window.desk.palette
        until(lambda: not palette.is_waiting(), "the palette to answer")


def settings(tour: Tour) -> tuple[str, ...]:
    """The sections one after the other; the pictures' names."""
    with tour.way("to the settings"):
        tour.mouse.tap(tour.stage.window.rail.settings)
        tour.stage.until_shown(SettingsScreen)
    shown = tour.stage.settings
    pictures = []
    for section in SECTIONS:
        with tour.way(f"to the settings of {section}"):
            tour.mouse.tap(shown.items[section])
            until(partial(_is_filled, shown, section), f"{section} to be shown")
        pictures.append(tour.look(f"settings {section}"))
    return tuple(pictures)


def _is_filled(shown: SettingsScreen, section: str) -> bool:
    if section == "clinic":
        return shown.clinic.saver is not None
    if section == "practitioners":
        return shown.practitioners.form is not None
    if section == "rules":
        return bool(shown.rules.rows)
    return not any(card.first_page.is_empty() for card in shown.papers.cards.values())
