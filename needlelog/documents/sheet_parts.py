"""The other parts of the aftercare sheet: letterhead, treatment, warnings, next visit, foot."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reportlab.pdfgen.canvas import Canvas

from needlelog.documents.blocks import Look, Text, text
from needlelog.documents.depth_hatch import Shade, hatch, legend
from needlelog.documents.fonts import Weight
from needlelog.documents.ink import ACCENT, DANGER, DANGER_GROUND, INK, PANEL, RULE
from needlelog.documents.map_drawing import Frame, draw_map, draw_spots, frame, maps_for, sides
from needlelog.documents.sheet_look import (
    BODY,
    BODY_BOLD,
    CALL,
    CLIENT,
    CLINIC,
    NEXT,
    PHONE,
    QUIET_BODY,
    SMALL,
    SMALL_BOLD,
    TITLE,
    Density,
)
from needlelog.documents.text import Span
from needlelog.domain.aftercare import AftercareSheet
from needlelog.domain.aftercare_guide import Urgency
from needlelog.domain.aftercare_rows import SheetWarning
from needlelog.domain.clinic import Clinic
from needlelog.domain.treated import depth_words
from needlelog.i18n import _

_PADDING = 10.0
_SWATCH = 11.0
_BESIDE_MAP = 12.0


@dataclass(frozen=True, slots=True)
class TwoColumns:
    """Text at the left edge, text that ends at the right edge, both from the same top."""

    left_texts: tuple[Text, ...]
    right_texts: tuple[Text, ...]
    width: float

    @property
    def height(self) -> float:
        return max(_height(self.left_texts), _height(self.right_texts))

    def draw(self, canvas: Canvas, left: float, top: float) -> float:
        at = top
        for one in self.left_texts:
            at = one.draw(canvas, left, at)
        at = top
        for one in self.right_texts:
            at = one.draw_right(canvas, left + self.width, at)
        return top - self.height


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
    maps: tuple[tuple[str, Frame], ...]
    sheet: AftercareSheet
    width: float
    density: Density

    @property
    def height(self) -> float:
        return max(self._words_height, self.density.map_height) + 2 * _PADDING

    @property
    def _words_height(self) -> float:
        key = 0.0 if self._has_room_beside_heading else self.heading.leading
        return self.heading.height + key + self.words.height

    @property
    def _room(self) -> float:
        maps = sum(at.width + _BESIDE_MAP for _code, at in self.maps)
        return self.width - 2 * _PADDING - maps

    @property
    def _has_room_beside_heading(self) -> bool:
        return self.heading.width + 24 + self.key.width <= self._room

    def draw(self, canvas: Canvas, left: float, top: float) -> float:
        low = top - self.height
        canvas.setFillColor(PANEL)
        canvas.roundRect(left, low, self.width, self.height, 6, stroke=0, fill=1)
        x = left + _PADDING
        for code, at in self.maps:
            x = self._draw_map(canvas, code, replace(at, x=x, y=top - _PADDING - at.height))
        y = top - _PADDING - (self.height - 2 * _PADDING - self._words_height) / 2
        key_x = left + self.width - _PADDING - self.key.width
        middle = y - self.heading.leading / 2
        y = self.heading.draw(canvas, x, y)
        if not self._has_room_beside_heading:
            key_x, middle, y = x, y - self.heading.leading / 2, y - self.heading.leading
        self.key.draw(canvas, key_x, middle)
        self.words.draw(canvas, x, y)
        return low

    def _draw_map(self, canvas: Canvas, code: str, at: Frame) -> float:
        """Returns where the next thing beside it may begin."""
        draw_map(canvas, code, self.sheet.zone_depths, at)
        draw_spots(canvas, code, self.sheet.spots, at)
        for side, edge in zip(sides(code), (at.x, at.x + at.width - 6), strict=True):
            text(side, SMALL).draw(canvas, edge, at.y + 12)
        return at.x + at.width + _BESIDE_MAP


@dataclass(frozen=True, slots=True)
class Warnings:
    """When to call, and whom."""

    call: TwoColumns
    signs: tuple[Text, ...]
    width: float
    gap: float

    @property
    def height(self) -> float:
        return self.call.height + _height(self.signs) + 2 * _PADDING + self.gap * len(self.signs)

    def draw(self, canvas: Canvas, left: float, top: float) -> float:
        canvas.setFillColor(DANGER_GROUND)
        canvas.setStrokeColor(DANGER)
        canvas.setLineWidth(1)
        low = top - self.height
        canvas.roundRect(left, low, self.width, self.height, 6, stroke=1, fill=1)
        at = self.call.draw(canvas, left + _PADDING + 2, top - _PADDING)
        for one in self.signs:
            at = one.draw(canvas, left + _PADDING + 2, at - self.gap)
        return low


def letterhead(clinic: Clinic, width: float) -> TwoColumns:
    right = (text(clinic.phone, PHONE, width * 0.4, 1), text(clinic.hours, SMALL, width * 0.4, 2))
    left = (
        text(clinic.name, CLINIC, width * 0.56, 2),
        text(clinic.address, SMALL, width * 0.56, 2),
    )
    return TwoColumns(left, right, width)


def draw_head_rule(canvas: Canvas, left: float, width: float, y: float) -> None:
    canvas.setStrokeColor(ACCENT)
    canvas.setLineWidth(1.4)
    canvas.line(left, y, left + width, y)


def headline(sheet: AftercareSheet, width: float) -> TwoColumns:
    """The title, and whose sheet it is: the name is wrapped before it is shortened."""
    title = text(_("Looking after your skin"), TITLE)
    room = width - title.width - 20
    right = (
        text(sheet.client_name, CLIENT, room, 2),
        text(sheet.client_line, QUIET_BODY, room, 1),
        text(sheet.session_line, QUIET_BODY, room, 1),
    )
    return TwoColumns((title,), right, width)


def treatment(sheet: AftercareSheet, width: float, density: Density) -> Treatment:
    maps = tuple(
        (code, frame(code, sheet.zone_depths, sheet.spots, density.map_height))
        for code in maps_for(sheet.zone_depths, sheet.spots)
    )
    room = width - 2 * _PADDING - sum(at.width + _BESIDE_MAP for _code, at in maps)
    words = text(f"{sheet.treated} {sheet.expect}", density.body, room, 9)
    heading = text(_("Your treatment today"), BODY_BOLD)
    hatches = key(sheet.zone_depths.values())
    return Treatment(heading, words, hatches, maps, sheet, width, density)


def warnings(sheet: AftercareSheet, width: float, density: Density) -> Warnings:
    clinic = sheet.clinic
    room = width - 2 * _PADDING - 4
    call = text(_("Call us: {phone}").format(phone=clinic.phone), CALL, room * 0.6, 1)
    beside = replace(SMALL, leading=call.leading / SMALL.size)  # stands on the number's line
    hours = text(clinic.hours, beside, room - call.width - 12, 1)
    signs = [
        text(_warning_spans(warning), _warning_look(warning, density), room)
        for warning in sheet.warnings
    ]
    if clinic.out_of_hours:
        closed = [Span(_("When we are closed:"), Weight.SEMIBOLD), Span(clinic.out_of_hours)]
        signs.insert(0, text(closed, density.body, room, 2))
    return Warnings(TwoColumns((call,), (hours,), room), tuple(signs), width, density.row_gap / 3)


def _warning_spans(warning: SheetWarning) -> list[Span]:
    is_emergency = warning.urgency is Urgency.EMERGENCY
    weight = Weight.SEMIBOLD if is_emergency else Weight.REGULAR
    return [Span(warning.lead, Weight.SEMIBOLD), Span(warning.text, weight)]


def _warning_look(warning: SheetWarning, density: Density) -> Look:
    is_emergency = warning.urgency is Urgency.EMERGENCY
    return replace(density.body, colour=DANGER) if is_emergency else density.body


def next_visit(sheet: AftercareSheet, width: float) -> TwoColumns:
    day = sheet.next_session or _("Not agreed yet")
    left = (
        text(_("Your next session"), SMALL),
        text(day, NEXT),
        text(_("If you are worried, don't wait for it: call us."), BODY),
    )
    right = (text(_("Treated by"), SMALL), text(sheet.treated_by, BODY_BOLD, width * 0.42, 2))
    return TwoColumns(left, right if sheet.treated_by else (), width)


def doctor_line(sheet: AftercareSheet, width: float) -> Text:
    spans = [Span(_("For a doctor:"), Weight.SEMIBOLD), Span(sheet.for_doctor)]
    return text(spans, replace(SMALL, size=9), width, 4)


def foot(sheet: AftercareSheet, width: float) -> TwoColumns:
    left = f"{sheet.client_mark} · {_('Page {page} of {pages}').format(page=1, pages=1)}"
    right = _("Made {when}").format(when=sheet.made)
    look = replace(SMALL, size=9)
    return TwoColumns((text(left, look),), (text(right, look),), width)


def draw_rule(canvas: Canvas, left: float, width: float, y: float) -> None:
    canvas.setStrokeColor(RULE)
    canvas.setLineWidth(0.7)
    canvas.line(left, y, left + width, y)


def _height(texts: Sequence[Text]) -> float:
    return sum(one.height for one in texts)
