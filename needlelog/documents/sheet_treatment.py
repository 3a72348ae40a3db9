"""The panel of the aftercare sheet that says what was done, beside a small map."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from reportlab.pdfgen.canvas import Canvas

from needlelog.documents.blocks import Text, text
from needlelog.documents.depth_hatch import Shade, hatch, legend
from needlelog.documents.ink import INK, PANEL
from needlelog.documents.map_drawing import Frame, draw_map, draw_spots, frame, maps_for, sides
from needlelog.documents.sheet_look import BODY_BOLD, NARROW, PADDING, SMALL, SMALL_BOLD, Density
from needlelog.domain.aftercare import AftercareSheet
from needlelog.domain.treated import depth_words
from needlelog.i18n import _

_SWATCH = 11.0
_BESIDE_MAP = 12.0
_SIDE_LETTER = 9.0
"""Room for the R and the L at a map's edges."""
_TALLEST_MAP = 132.0
_MOST_LINES = 9

Maps = tuple[tuple[str, Frame], ...]


@dataclass(frozen=True, slots=True)
class Key:
    """What each hatch means, on one line."""

    steps: tuple[tuple[Shade, Text], ...]

    @property
    def width(self) -> float:
        return sum(_SWATCH + 5 + words.width for _look, words in self.steps) + 15 * (
            len(self.steps) - 1
        )

    def draw(self, canvas: Canvas, x: float, middle: float) -> None:
        for look, words in self.steps:
            _draw_swatch(canvas, look, x, middle - _SWATCH / 2)
            words.draw(canvas, x + _SWATCH + 5, middle + words.leading / 2)
            x += _SWATCH + 5 + words.width + 15


def key(depths_um: Iterable[int]) -> Key:
    return Key(
        tuple(
            (look, text(depth_words(reversed(depths)), SMALL_BOLD))
            for look, depths in legend(depths_um)
        )
    )


def _draw_swatch(canvas: Canvas, look: Shade, x: float, low: float) -> None:
    canvas.saveState()
    clip = canvas.beginPath()
    clip.rect(x, low, _SWATCH, _SWATCH)
    canvas.setFillColor(look.fill)
    canvas.clipPath(clip, stroke=0, fill=1)
    hatch(canvas, look, (x, low, x + _SWATCH, low + _SWATCH), 1)
    canvas.restoreState()
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(0.5)
    canvas.rect(x, low, _SWATCH, _SWATCH, stroke=1, fill=0)


@dataclass(frozen=True, slots=True)
class Treatment:
    """The panel with the small map, what was done and what is normal."""

    heading: Text
    words: Text
    key: Key
    maps: Maps
    sheet: AftercareSheet
    width: float

    @property
    def height(self) -> float:
        map_height = max((at.height for _code, at in self.maps), default=0.0)
        return max(self.words_height, map_height) + 2 * PADDING

    @property
    def words_height(self) -> float:
        key = 0.0 if self._has_room_beside_heading else self.heading.leading
        return self.heading.height + key + self.words.height

    @property
    def _has_room_beside_heading(self) -> bool:
        return self.heading.width + 24 + self.key.width <= self.width - 2 * PADDING - _maps_width(
            self.maps
        )

    def draw(self, canvas: Canvas, left: float, top: float) -> float:
        low = top - self.height
        canvas.setFillColor(PANEL)
        canvas.roundRect(left, low, self.width, self.height, 6, stroke=0, fill=1)
        x = left + PADDING
        for code, at in self.maps:
            y = low + (self.height - at.height) / 2
            x = _draw_map(canvas, self.sheet, code, replace(at, x=x, y=y))
        y = top - (self.height - self.words_height) / 2
        key_x = left + self.width - PADDING - self.key.width
        middle = y - self.heading.leading / 2
        y = self.heading.draw(canvas, x, y)
        if not self._has_room_beside_heading:
            key_x, middle, y = x, y - self.heading.leading / 2, y - self.heading.leading
        self.key.draw(canvas, key_x, middle)
        self.words.draw(canvas, x, y)
        return low


def treatment(sheet: AftercareSheet, width: float, density: Density) -> Treatment:
    """The panel; its map is as tall as the words beside it need anyway."""
    panel = _treatment(sheet, width, density, density.map_height)
    if panel.words_height <= density.map_height or width < NARROW:
        return panel
    return _treatment(sheet, width, density, min(panel.words_height, _TALLEST_MAP))


def _treatment(
    sheet: AftercareSheet, width: float, density: Density, map_height: float
) -> Treatment:
    maps = tuple(
        (code, frame(code, sheet.zone_depths, sheet.spots, map_height))
        for code in maps_for(sheet.zone_depths, sheet.spots)
    )
    room = width - 2 * PADDING - _maps_width(maps)
    words = text(
        f"{sheet.treated} {sheet.expect}",
        density.body,
        room,
        _MOST_LINES if width >= NARROW else 2 * _MOST_LINES,
    )
    heading = text(_("Your treatment today"), BODY_BOLD)
    return Treatment(heading, words, key(sheet.zone_depths.values()), maps, sheet, width)


def _maps_width(maps: Maps) -> float:
    return sum(at.width + 2 * _letter_room(code) + _BESIDE_MAP for code, at in maps)


def _letter_room(code: str) -> float:
    return _SIDE_LETTER if any(sides(code)) else 0.0


def _draw_map(canvas: Canvas, sheet: AftercareSheet, code: str, at: Frame) -> float:
    """Returns where the next thing beside it may begin."""
    room = _letter_room(code)
    at = replace(at, x=at.x + room)
    draw_map(canvas, code, sheet.zone_depths, at)
    draw_spots(canvas, code, sheet.spots, at)
    left_side, right_side = (text(side, SMALL) for side in sides(code))
    left_side.draw(canvas, at.x - room, at.y + 12)
    right_side.draw(canvas, at.x + at.width + 2, at.y + 12)
    return at.x + at.width + room + _BESIDE_MAP
