"""Colours that can be read, type that is there, icons that are sharp."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFontInfo, QFontMetrics
from PySide6.QtWidgets import QApplication

from needlelog import settings
from needlelog.ui import theme
from needlelog.ui.widgets.labels import PlainLabel

NAMES = ("light", "dark", "high-contrast")
TEXT_LEAST = {"light": 4.5, "dark": 4.5, "high-contrast": 7.0}
EDGE_LEAST = {"light": 3.0, "dark": 3.0, "high-contrast": 4.5}
GROUNDS = ("paper", "surface", "sunken", "accent-soft")
TEXTS = [
    *((ink, ground) for ink in ("ink", "ink2", "muted") for ground in GROUNDS),
    *((ink, ground) for ink in ("accent", "warn", "danger", "ok") for ground in GROUNDS[:2]),
    ("accent", "accent-soft"),
    ("warn", "warn-bg"),
    ("danger", "danger-bg"),
    ("ok", "ok-bg"),
    ("ink2", "warn-bg"),
    ("ink2", "ok-bg"),
    ("on-accent", "accent"),
    ("on-accent", "accent-hover"),
    ("on-accent", "accent-pressed"),
    ("on-warn", "warn"),
    ("on-danger", "danger"),
    ("surface", "ink2"),
    ("toast-text", "toast-bg"),
    ("toast-action", "toast-bg"),
    ("toast-error-text", "toast-error-bg"),
]
EDGES = [
    ("ctl", "surface"),
    ("ctl", "paper"),
    ("accent", "surface"),
    ("accent", "paper"),
    ("danger", "surface"),
    ("danger", "danger-bg"),
    ("warn", "warn-bg"),
    ("toast-ok", "toast-bg"),
]


def luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)

    red, green, blue = map(linear, (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("ink", "ground"), TEXTS)
def test_text_can_be_read(name: str, ink: str, ground: str) -> None:
    worn = theme.load(name)
    assert contrast(worn.color(ink), worn.color(ground)) >= TEXT_LEAST[name]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_controls_stand_out_from_their_ground(name: str, edge: str, ground: str) -> None:
    worn = theme.load(name)
    assert contrast(worn.color(edge), worn.color(ground)) >= EDGE_LEAST[name]


@pytest.mark.parametrize("name", NAMES)
def test_disabled_text_can_still_be_made_out(name: str) -> None:
    worn = theme.load(name)
    assert contrast(worn.color("disabled-text"), worn.color("surface")) >= 3.0
    assert contrast(worn.color("disabled-text"), worn.color("disabled")) >= 3.0


@pytest.mark.parametrize("um", [100, 500, 750, 1000, 1250, 1500, 2000, 2250, 3000])
def test_a_number_on_a_tinted_zone_can_be_read(um: int) -> None:
    tint = theme.load("light").depth(um)
    assert contrast(tint.number, tint.fill) >= 4.5


def test_a_depth_has_the_same_colour_in_every_theme() -> None:
    light, *others = (theme.load(name).depths for name in NAMES)
    assert all(depths == light for depths in others)
    assert len(light) == 5


@pytest.mark.parametrize(
    ("um", "step"), [(500, 0), (501, 1), (1000, 1), (1500, 2), (2000, 3), (2001, 4), (9000, 4)]
)
def test_a_depth_belongs_to_the_step_it_does_not_exceed(um: int, step: int) -> None:
    worn = theme.load("light")
    assert worn.depth(um) == worn.depths[step].tint


@pytest.mark.parametrize("name", NAMES)
def test_all_themes_name_the_same_colours(name: str) -> None:
    assert theme.load(name).colours.keys() == theme.load("light").colours.keys()


@pytest.mark.parametrize("name", NAMES)
def test_what_the_style_sheet_draws_is_there_in_every_theme(name: str) -> None:
    template = (settings.resources() / "style.qss").read_text(encoding="utf-8")
    drawn = re.findall(r"@themes/([\w.-]+)", template)
    assert drawn
    assert all((settings.resources() / "themes" / f"{name}-{file}").is_file() for file in drawn)


def test_a_colour_handed_out_can_be_changed_without_harm() -> None:
    theme.current().color("accent").setAlpha(0)
    assert theme.current().color("accent").alpha() == 255


def test_the_style_sheet_names_only_colours_of_the_theme() -> None:
    template = (settings.resources() / "style.qss").read_text(encoding="utf-8")
    named = set(re.findall(r"@([\w-]+)(?!/)\b", template)) - {"themes"}
    assert named <= theme.load("light").colours.keys()


def test_letters_come_from_the_shipped_font(qapp: QApplication) -> None:
    for weight in (400, 500, 600, 700):
        assert QFontInfo(theme.font(16, weight)).family() == "Inter"
    assert QFontMetrics(theme.font(16)).inFontUcs4(ord("ễ"))


def test_tabular_figures_have_one_width(qapp: QApplication) -> None:
    metrics = QFontMetrics(theme.font(20, 600, tabular=True))
    assert metrics.horizontalAdvance("1111") == metrics.horizontalAdvance("0000")


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
def test_an_icon_has_as_many_pixels_as_the_screen(qapp: QApplication, ratio: float) -> None:
    drawn = theme.pixmap("armchair", "accent", 24, ratio)
    assert drawn.width() == round(24 * ratio)
    assert drawn.deviceIndependentSize().width() == pytest.approx(24, abs=0.5)


def test_an_icon_takes_the_colour_of_the_theme(dark: theme.Theme) -> None:
    image = theme.pixmap("minus", "danger", 24, 4.0).toImage()
    assert image.pixelColor(image.rect().center()).name() == dark.color("danger").name()


def shipped_icons() -> list[Path]:
    return sorted((settings.resources() / "icons").glob("*.svg"))


@pytest.mark.parametrize("source", shipped_icons(), ids=lambda path: path.stem)
def test_every_icon_can_be_drawn(qapp: QApplication, source: Path) -> None:
    image = theme.pixmap(source.stem).toImage()
    seen = [image.pixelColor(x, y).alpha() for x in range(24) for y in range(24)]
    assert sum(alpha > 128 for alpha in seen) > 8


def test_shown_widgets_change_with_the_theme(qapp: QApplication) -> None:
    label = PlainLabel("words", "body")
    label.ensurePolished()
    before = label.palette().windowText().color()
    theme.apply(qapp, theme.load("dark"))
    after = label.palette().windowText().color()
    theme.apply(qapp, theme.load("light"))
    assert (before.name(), after.name()) == ("#1f2a2e", "#e8ecec")
