"""Through the settings, with a picture of what the guide tells of."""

from __future__ import annotations

from functools import partial

from needlelog.tour.patience import until
from needlelog.tour.tour import Tour
from needlelog.ui.screens.settings.settings_screen import SettingsScreen

SECTIONS = ("clinic", "practitioners", "rules", "papers")


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
