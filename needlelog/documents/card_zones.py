"""The maps and the table of zones on the treatment card, grouped as the screen lists them."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.pdfgen.canvas import Canvas

from needlelog import catalogue
from needlelog.documents.blocks import text
from needlelog.documents.form_parts import BOLD, CAPTION, HEADING, WORDS, heading, words
from needlelog.documents.ink import INK
from needlelog.documents.map_drawing import draw_blank_map, sides, whole
from needlelog.domain.reference import Region, Side, Zone
from needlelog.i18n import _

_ROW = 15.2
_CELL_HEIGHT = 13.0
_BETWEEN_REGIONS = 4.0
_GAP = 14.0
_FACE_HEIGHT = 196.0
_PROFILE_HEIGHT = 86.0
_SCALP_HEIGHT = 150.0
_BODY_HEIGHT = 262.0
_UNDER_PROFILE = 11.0
_LETTER = 9.0


def draw_face(canvas: Canvas, left: float, width: float, top: float) -> float:
    """The three faces on the left, the zones of face and neck on the right."""
    front, profile = _wide("face_front", _FACE_HEIGHT), _wide("face_left", _PROFILE_HEIGHT)
    _draw_map(canvas, "face_front", left, top - _FACE_HEIGHT, _FACE_HEIGHT)
    beside = left + front + 2 * _LETTER + 4
    for place, (code, title) in enumerate(
        (("face_right", _("Right side")), ("face_left", _("Left side")))
    ):
        low = top - (place + 1) * (_PROFILE_HEIGHT + _UNDER_PROFILE)
        _draw_map(canvas, code, beside, low + _UNDER_PROFILE, _PROFILE_HEIGHT)
        words(canvas, title, beside + _LETTER, low + 4, CAPTION)
    table = beside + profile + _GAP + 2
    zones = _rows(Region.FACE, Region.NECK)
    low = draw_table(canvas, _("Face and neck"), zones, (table, left + width), top)
    return min(low, top - _FACE_HEIGHT)


def draw_rest(canvas: Canvas, left: float, width: float, top: float) -> float:
    """Scalp and body: the maps on the left, their zones on the right."""
    maps = _wide("body_front", _BODY_HEIGHT) + _wide("body_back", _BODY_HEIGHT) + 6 * _LETTER
    low = top - _BODY_HEIGHT
    x = left
    for code in ("body_front", "body_back"):
        x = _draw_map(canvas, code, x, low, _BODY_HEIGHT)
    scalp = left + (maps - _wide("scalp_top", _SCALP_HEIGHT)) / 2 - _LETTER
    low -= _SCALP_HEIGHT + 8
    _draw_map(canvas, "scalp_top", scalp, low, _SCALP_HEIGHT)
    table = left + maps + _GAP
    zones = _rows(Region.SCALP, Region.BODY)
    end = draw_table(canvas, _("Scalp and body"), zones, (table, left + width), top)
    return min(low, end)


def draw_table(
    canvas: Canvas, title: str, zones: Sequence[Zone], at: tuple[float, float], top: float
) -> float:
    """A row per zone or pair, with a cell for each side; `at` is its left and right edge."""
    left, right = at
    cell = min(78.0, (right - left - 82) / 2)
    note = _("mm × passes")
    beside = text(title, HEADING).width + 8 + text(note, CAPTION).width
    is_narrow = left + beside > right - 1.5 * cell - _LETTER
    low = heading(canvas, title, left, right - left, top, "" if is_narrow else note)
    if is_narrow:  # the sides stand over the cells, the note beside them
        words(canvas, note, left, low - _ROW / 2, CAPTION)
        top, low = low + 1, low - _ROW
    for number, letter in ((2, _("R")), (1, _("L"))):
        words(canvas, letter, right - cell * (number - 0.5), top - 8, BOLD)
    top, region = low, zones[0].region
    for zone in zones:
        if zone.region is not region:
            top, region = top - _BETWEEN_REGIONS, zone.region
        _draw_row(canvas, zone, at, cell, top)
        top -= _ROW
    return top


def _draw_row(canvas: Canvas, zone: Zone, at: tuple[float, float], cell: float, top: float) -> None:
    left, right = at
    middle = top - _ROW / 2
    label = zone.short if zone.side is Side.NONE else zone.short.removesuffix(" L")
    words(canvas, _(label), left, middle)
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(0.6)
    low = middle - _CELL_HEIGHT / 2
    if zone.side is Side.NONE:
        canvas.rect(right - 2 * cell, low, 2 * cell, _CELL_HEIGHT, stroke=1, fill=0)
        return
    for number in (2, 1):
        canvas.rect(right - number * cell, low, cell - 3 * (number - 1), _CELL_HEIGHT)


def _rows(*regions: Region) -> list[Zone]:
    """The zones of regions, a pair once, in the catalogue's order."""
    return [
        zone
        for region in regions
        for zone in catalogue.zones().values()
        if zone.region is region and zone.side is not Side.RIGHT
    ]


def _draw_map(canvas: Canvas, code: str, left: float, low: float, height: float) -> float:
    """A map with the client's sides at its edges; returns where the next may begin."""
    at = whole(code, left + _LETTER, low, height)
    draw_blank_map(canvas, code, at)
    left_side, right_side = (text(side, WORDS) for side in sides(code))
    left_side.draw(canvas, left, low + 12)
    right_side.draw(canvas, at.x + at.width + 2, low + 12)
    return at.x + at.width + 2 * _LETTER


def _wide(code: str, height: float) -> float:
    return whole(code, 0, 0, height).width
