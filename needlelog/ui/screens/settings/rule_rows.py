"""The rows of the rules table: painted, so that columns line up over all groups."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from needlelog.ui import metrics, theme
from needlelog.ui.widgets.labels import PlainLabel, plain_tooltip
from needlelog.ui.widgets.painted_button import PaintedButton

_EDGE = 14
_GAP = 10
# Your value, starting value, source, changed; the rule has what is left of the width.
_WIDE = (92, 106, 186, 128)
_NARROW = (92, 106, 0, 128)
_NARROW_PX = 780
_TIGHT = (96, 0, 0, 0)
_TIGHT_PX = 560
_NUMBERS = (1, 2)


@dataclass(frozen=True, slots=True)
class RuleWords:
    """Ready words of one row, in the order of the columns."""

    label: str
    value: str
    starting: str
    source: str
    changed: str

    def cells(self) -> tuple[str, ...]:
        return (self.label, self.value, self.starting, self.source, self.changed)


class RuleRow(PaintedButton):
    """48 px high; a value of the clinic's own stands out in colour and weight."""

    def __init__(self) -> None:
        super().__init__()
        self.words = RuleWords("", "", "", "", "")
        self._is_own = False
        self._is_open = False
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_words(self, words: RuleWords, spoken: str, is_own: bool) -> None:
        self.words = words
        self._is_own = is_own
        self.set_words(words.label, spoken=spoken)
        self.setToolTip(plain_tooltip(f"{words.label}\n{words.source}"))
        self.update()

    def set_open(self, is_open: bool) -> None:
        self._is_open = is_open
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, metrics.tall(48, metrics.px(21)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour = theme.current().color
        if self._is_own or self._is_open or self.isDown():
            painter.fillRect(self.rect(), colour("accent-soft"))
        elif self.is_hovered():
            painter.fillRect(self.rect(), colour("sunken"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, colour("line"))
        inks = ("ink", "accent" if self._is_own else "ink", "ink2", "ink2", "ink2")
        weights = (600, 600, 400, 400, 400)
        cells = columns(QRectF(self.rect()), mirrored=_is_mirrored(self))
        for number, text in enumerate(self.words.cells()):
            painter.setPen(colour(inks[number]))
            painter.setFont(theme.font(15, weights[number], tabular=number in _NUMBERS))
            _paint(painter, cells[number], text, number in _NUMBERS)
        painter.end()


class RuleHeads(PlainLabel):
    """The words over the columns."""

    def __init__(self, words: RuleWords) -> None:
        super().__init__(", ".join(words.cells()))
        self._words = words
        self.setToolTip(plain_tooltip("\n".join(words.cells())))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        metrics.fix(self, height=40)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(theme.font(14, 500))
        painter.setPen(theme.current().color("muted"))
        cells = columns(QRectF(self.rect()), mirrored=_is_mirrored(self))
        for number, text in enumerate(self._words.cells()):
            _paint(painter, cells[number], text, number in _NUMBERS)
        painter.end()


class GroupHead(PlainLabel):
    """A band with the name of the rules under it."""

    def __init__(self, text: str) -> None:
        super().__init__(text, "label")
        metrics.fix(self, height=32)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().color("sunken"))
        painter.setPen(theme.current().color("ink2"))
        painter.setFont(theme.font(14, 600))
        _paint(painter, QRectF(self.rect()).adjusted(_EDGE, 0, -_EDGE, 0), self.text(), False)
        painter.end()


def columns(whole: QRectF, mirrored: bool) -> tuple[QRectF, ...]:
    """Where the cells of a row stand; a narrow one leaves more to the tapped row."""
    widths = _WIDE if whole.width() >= metrics.px(_NARROW_PX) else _NARROW
    if whole.width() < metrics.px(_TIGHT_PX):
        widths = _TIGHT
    fixed = tuple(map(metrics.px, widths))
    inside = whole.adjusted(_EDGE, 0, -_EDGE, 0)
    cells, left = [], inside.left()
    for width in (inside.width() - sum(fixed), *fixed):
        cell = QRectF(left, inside.top(), max(0.0, width - _GAP), inside.height())
        if mirrored:
            cell.moveLeft(whole.left() + whole.right() - cell.right())
        cells.append(cell)
        left += width
    return tuple(cells)


def _paint(painter: QPainter, cell: QRectF, text: str, is_number: bool) -> None:
    if cell.width() <= 0:
        return
    room = int(cell.width())
    shown = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, room)
    side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
    painter.drawText(cell, side | Qt.AlignmentFlag.AlignVCenter, shown)


def _is_mirrored(widget: PaintedButton | PlainLabel) -> bool:
    return widget.layoutDirection() is Qt.LayoutDirection.RightToLeft
