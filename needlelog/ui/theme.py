"""Colours, type and icons of the whole window; the only place that sets a style sheet."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from needlelog import settings
from needlelog.ui import icons, metrics

_FAMILIES = [
    "Inter", "Noto Sans", "Noto Sans Arabic", "Noto Sans Devanagari", "Noto Sans Thai",
    "Noto Sans SC",
]  # fmt: skip
_SCRIPTS = (
    "NotoSans-Regular", "NotoSansArabic-Regular", "NotoSansDevanagari-Regular",
    "NotoSansThai-Regular", "NotoSansSC-Regular",
)  # fmt: skip
_FACES = ("Inter-Regular", "Inter-Medium", "Inter-SemiBold", "Inter-Bold")
PROPERTY = "needlelog_theme"


@dataclass(frozen=True, slots=True)
class DepthColor:
    """How a needle depth is tinted: the fill, and the colour of a number written on it."""

    fill: QColor
    number: QColor


@dataclass(frozen=True, slots=True)
class DepthStep:
    """One colour of the depth scale; `up_to_um` is None for the deepest."""

    up_to_um: int | None
    tint: DepthColor


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours. Widgets ask for a token when they paint and keep no colour."""

    name: str
    colours: Mapping[str, QColor]
    depths: tuple[DepthStep, ...]

    def color(self, token: str) -> QColor:
        """A colour by its name in the theme file. KeyError for a name that no theme has."""
        return QColor(self.colours[token])

    def depth(self, um: int) -> DepthColor:
        """The step of the depth scale for a depth in micrometres."""
        for step in self.depths:
            if step.up_to_um is None or um <= step.up_to_um:
                return step.tint
        raise AssertionError("the last depth step of a theme has no upper bound")


def load(name: str) -> Theme:
    """Read one theme from resources/themes; `name` is 'light', 'dark' or 'high-contrast'."""
    raw = tomllib.loads(_resource("themes", f"{name}.toml").read_text(encoding="utf-8"))
    return Theme(
        name=name,
        colours={token: QColor(value) for token, value in raw["colours"].items()},
        depths=tuple(_depth_step(step) for step in raw["depth"]),
    )


def apply(app: QApplication, theme: Theme) -> None:
    """Dress the whole program; every widget repaints itself."""
    if app.property(PROPERTY) is None:
        _add_fonts()
        app.setStyle("Fusion")
    app.setProperty(PROPERTY, theme)
    app.setFont(font(15))
    app.setPalette(_palette(theme))
    app.setStyleSheet(_style_sheet(theme))


def add_scripts() -> None:
    """The fonts for names in scripts Inter does not have; not needed for the first paint."""
    for face in _SCRIPTS:
        QFontDatabase.addApplicationFont(str(_resource("fonts", f"{face}.ttf")))


def current() -> Theme:
    """The theme the program wears now."""
    return cast(Theme, _app().property(PROPERTY))


def font(px: int, weight: int = 400, tabular: bool = False, grows: bool = True) -> QFont:
    """Inter at a size in logical pixels as drawn, times the size of text that was chosen.

    Letters on a map keep to the zones they are written on: they don't grow. `tabular` lines
    digits up in columns; leave it off for lots and dates, because Inter widens the hyphen with
    the digits.
    """
    made = QFont(_FAMILIES)
    made.setPixelSize(metrics.px(px) if grows else px)
    made.setWeight(QFont.Weight(weight))
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


def icon(name: str, token: str = "ink", px: int = 24) -> QIcon:
    """An icon for menus, actions and windows. Read it again after a change of theme."""
    made = QIcon()
    for ratio in sorted({1.0, 2.0, *(screen.devicePixelRatio() for screen in _app().screens())}):
        made.addPixmap(pixmap(name, token, px, ratio))
    return made


def pixmap(name: str, token: str = "ink", px: int = 24, ratio: float = 1.0) -> QPixmap:
    """An icon for painting; pass the widget's devicePixelRatioF() as `ratio`."""
    return icons.draw(_resource("icons", f"{name}.svg"), current().color(token), px, ratio)


def _app() -> QApplication:
    return cast(QApplication, QApplication.instance())


def _resource(*parts: str) -> Path:
    return settings.resources().joinpath(*parts)


def _depth_step(raw: Mapping[str, Any]) -> DepthStep:
    tint = DepthColor(fill=QColor(raw["fill"]), number=QColor(raw["number"]))
    return DepthStep(up_to_um=raw.get("up_to_um"), tint=tint)


def _add_fonts() -> None:
    for face in _FACES:
        # A missing face would show every letter as a box, so it has to be loud.
        if QFontDatabase.addApplicationFont(str(_resource("fonts", f"{face}.ttf"))) < 0:
            raise FileNotFoundError(f"resources/fonts/{face}.ttf")


def _palette(theme: Theme) -> QPalette:
    # Fusion's own highlight and disabled text fall short of 4.5:1 and 3:1.
    role = QPalette.ColorRole
    palette = QPalette()
    for tokens, group in (
        (_ENABLED, QPalette.ColorGroup.All),
        (_DISABLED, QPalette.ColorGroup.Disabled),
    ):
        for name, token in tokens.items():
            palette.setColor(group, role[name], theme.color(token))
    return palette


def _style_sheet(theme: Theme) -> str:
    template = _resource("style.qss").read_text(encoding="utf-8")
    themed = template.replace("@themes/", f"{_resource('themes').as_posix()}/{theme.name}-")
    return re.sub(r"@([\w-]+)", lambda token: _css(theme.color(token[1])), themed)


def _css(colour: QColor) -> str:
    return f"rgba({colour.red()}, {colour.green()}, {colour.blue()}, {colour.alpha()})"


_ENABLED = {
    "Window": "paper",
    "WindowText": "ink",
    "Base": "surface",
    "AlternateBase": "sunken",
    "Text": "ink",
    "PlaceholderText": "muted",
    "Button": "surface",
    "ButtonText": "ink",
    "BrightText": "danger",
    "ToolTipBase": "toast-bg",
    "ToolTipText": "toast-text",
    "Highlight": "accent",
    "HighlightedText": "on-accent",
    "Accent": "accent",
    "Link": "accent",
    "LinkVisited": "accent",
    "Light": "surface",
    "Midlight": "line",
    "Mid": "ctl",
    "Dark": "ctl",
    "Shadow": "ink2",
}
_DISABLED = {
    "WindowText": "disabled-text",
    "Text": "disabled-text",
    "ButtonText": "disabled-text",
    "Highlight": "disabled",
    "HighlightedText": "disabled-text",
}
