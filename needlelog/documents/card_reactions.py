"""The reactions of the day on the treatment card: the kinds and levels of the screen's grid."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas

from needlelog import catalogue
from needlelog.documents.blocks import text
from needlelog.documents.form_parts import (
    BOX,
    CAPTION,
    Blank,
    blanks,
    box,
    heading,
    ticks,
    words,
)
from needlelog.domain.reference import Asked, ReactionKind
from needlelog.i18n import _

_ROW = 12.8
_LABEL = 116.0
_COLUMN = 52.0
_GAP = 20.0
_MOST_PAIN = 10


def draw(canvas: Canvas, left: float, width: float, top: float) -> float:
    top = heading(canvas, _("Reactions of the day"), left, width, top)
    middle = top - 8
    ticks(canvas, [_("As expected: even redness, nothing else seen")], left, middle)
    _draw_pain(canvas, left + width, middle)
    top -= 16
    scale = ""
    low = top
    for kind in catalogue.reactions().values():
        if Asked.DAY not in kind.asked:
            continue
        if kind.scale != scale:
            scale = kind.scale
            _draw_levels(canvas, kind, left, low - _ROW / 2)
            low -= _ROW - 2
        _draw_kind(canvas, kind, left, low - _ROW / 2)
        low -= _ROW
    _draw_more(canvas, left + _LABEL + 4 * _COLUMN + _GAP, left + width, top)
    return low


def _draw_levels(canvas: Canvas, kind: ReactionKind, left: float, middle: float) -> None:
    for number, level in enumerate(_levels(kind)):
        word = text(level, CAPTION)
        x = left + _LABEL + _COLUMN * (number + 0.5) - word.width / 2
        word.draw(canvas, x, middle + word.leading / 2)


def _draw_kind(canvas: Canvas, kind: ReactionKind, left: float, middle: float) -> None:
    words(canvas, _(kind.label), left, middle)
    for number, _level in enumerate(_levels(kind)):
        box(canvas, left + _LABEL + _COLUMN * (number + 0.5) - BOX / 2, middle)


def _levels(kind: ReactionKind) -> list[str]:
    levels = catalogue.scales()[kind.scale].levels
    return [_(level.label) for level in levels if level.value > 0]


def _draw_pain(canvas: Canvas, right: float, middle: float) -> None:
    """'Pain 0 1 … 10': the figure is circled."""
    step = 15.0
    x = right - step * _MOST_PAIN - 8
    words(canvas, _("Pain (circle)"), x - 66, middle)
    for figure in range(_MOST_PAIN + 1):
        number = text(str(figure), CAPTION)
        number.draw(canvas, x + step * figure - number.width / 2, middle + number.leading / 2)


def _draw_more(canvas: Canvas, left: float, right: float, top: float) -> None:
    """Where it was seen, and what the grid does not hold."""
    words(canvas, _("Where, since when, what was done"), left, top - 7, CAPTION)
    top -= 8
    for _number in range(4):
        top = blanks(canvas, [Blank("")], left, right - left, top)
