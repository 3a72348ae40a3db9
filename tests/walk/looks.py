"""The looks a walk is made in: the usual ones each time, all of them by `./test walk`."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import Literal

from needlelog.settings import Density, TextSize, Theme
from needlelog.ui.display import Display

Language = Literal["en", "pseudo", "rtl"]

USUAL = (1366, 860)
SMALLEST = (1024, 600)
TALL = (1024, 1366)
HUGE = (3840, 2160)


@dataclass(frozen=True)
class Look:
    display: Display = Display()
    language: Language = "en"
    size: tuple[int, int] = USUAL

    def __str__(self) -> str:
        shown = self.display
        hand = "left hand" if shown.hand == "left" else ""
        density = "bigger" if shown.density == "chair" else ""
        said = (
            shown.theme,
            shown.text_size,
            density,
            hand,
            self.language,
            "x".join(map(str, self.size)),
        )
        return " ".join(filter(None, said))


def _look(
    theme: Theme = "light",
    text_size: TextSize = "100",
    density: Density = "desk",
    language: Language = "en",
    size: tuple[int, int] = USUAL,
) -> Look:
    return Look(Display(theme, text_size, density), language, size)


EACH_TIME = (
    _look(),
    _look("dark", size=SMALLEST),
    _look("high-contrast", size=TALL),
    _look(text_size="200"),
    _look("dark", language="pseudo"),
    _look("high-contrast", language="rtl", size=SMALLEST),
    Look(Display("light", "150", "chair", "left"), "en", HUGE),
)

DENSITIES: tuple[Density, ...] = ("desk", "chair")
THEMES: tuple[Theme, ...] = ("light", "dark", "high-contrast")
TEXT_SIZES: tuple[TextSize, ...] = ("100", "200")
LANGUAGES: tuple[Language, ...] = ("en", "pseudo", "rtl")

EVERY = tuple(
    _look(theme, text, density, language)
    for density, theme, text, language in product(DENSITIES, THEMES, TEXT_SIZES, LANGUAGES)
)
