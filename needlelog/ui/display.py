"""How this computer shows everything: theme, size of text and controls, and for which hand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Literal, cast

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication

from needlelog.settings import Density, Hand, Settings, TextSize, Theme
from needlelog.ui import metrics, theme
from needlelog.ui.metrics import Scale

Place = Literal["desk", "chair"]

_DISPLAY = "needlelog_display"
_PLACE = "needlelog_place"
_CHAIR_DENSITY = 1.25
"""The desk at the sizes of the chair: text of 20 px for 16, targets of 56 px for 44."""
_MOST_AT_THE_DESK = 2.0
_MOST_IN_THE_CHAIR = 1.5


@dataclass(frozen=True, slots=True)
class Display:
    """What was chosen in Settings > Display."""

    theme: Theme = "light"
    text_size: TextSize = "100"
    density: Density = "desk"
    hand: Hand = "right"

    def scale(self, place: Place) -> Scale:
        """The chair has large sizes of its own and less room for larger ones."""
        text = int(self.text_size) / 100
        if place == "chair":
            return Scale(min(text, _MOST_IN_THE_CHAIR))
        target = _CHAIR_DENSITY if self.density == "chair" else 1.0
        return Scale(min(text * target, _MOST_AT_THE_DESK), target)


def chosen(kept: Settings) -> Display:
    """What this computer keeps."""
    return Display(kept.theme, kept.text_size, kept.density, kept.hand)


def current() -> Display:
    found = _app().property(_DISPLAY)
    return cast(Display, found) if found is not None else Display()


def is_left_handed() -> bool:
    return current().hand == "left"


def wear(app: QApplication, display: Display) -> None:
    """Show everything so from now on."""
    if app.property(_DISPLAY) is None:
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(partial(_follow_the_system, app))
        hints.accessibility().contrastPreferenceChanged.connect(partial(_follow_the_system, app))
    before = current()
    app.setProperty(_DISPLAY, display)
    name = _theme_name(app, display.theme)
    if app.property(theme.PROPERTY) is None or theme.current().name != name:
        theme.apply(app, theme.load(name))
    metrics.wear(app, display.scale(_place()))
    if display.hand != before.hand:
        metrics.lay_out_again(app)


def enter(place: Place) -> None:
    """Somebody sits down in the chair, or comes back from it."""
    app = _app()
    app.setProperty(_PLACE, place)
    metrics.wear(app, current().scale(place))


def _place() -> Place:
    return "chair" if _app().property(_PLACE) == "chair" else "desk"


def _follow_the_system(app: QApplication, _preference: object) -> None:
    if current().theme == "system":
        theme.apply(app, theme.load(_theme_name(app, "system")))


def _theme_name(app: QApplication, wanted: Theme) -> str:
    """A system that doesn't say which colours it has gets the light ones."""
    if wanted != "system":
        return wanted
    hints = app.styleHints()
    if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
        return "high-contrast"
    return "dark" if hints.colorScheme() is Qt.ColorScheme.Dark else "light"


def _app() -> QApplication:
    return cast(QApplication, QCoreApplication.instance())
