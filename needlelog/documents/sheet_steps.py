"""The middle of the aftercare sheet: what to do and leave, under Today to After."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reportlab.pdfgen.canvas import Canvas

from needlelog.documents.blocks import Text, text
from needlelog.documents.ink import RULE
from needlelog.documents.sheet_look import (
    BODY_BOLD,
    GROUP,
    ICON_COLUMN,
    LABEL_COLUMN,
    NARROW,
    SMALL,
    Density,
)
from needlelog.documents.step_icon import draw_icon
from needlelog.domain.aftercare_guide import Kind
from needlelog.domain.aftercare_rows import SheetGroup, SheetLine

_GAP_BEFORE_TIME = 10.0
_BETWEEN_CELLS = 14.0


@dataclass(frozen=True, slots=True)
class _Cell:
    kind: Kind
    words: Text
    when: Text


@dataclass(frozen=True, slots=True)
class _Row:
    """One line with its time, or two short ones without beside each other."""

    cells: tuple[_Cell, ...]

    @property
    def height(self) -> float:
        return max(cell.words.height for cell in self.cells)


@dataclass(frozen=True, slots=True)
class _Band:
    title: Text
    caption: Text
    rows: tuple[_Row, ...]


@dataclass(frozen=True, slots=True)
class Steps:
    """All groups, measured for one width and density."""

    bands: tuple[_Band, ...]
    width: float
    density: Density

    @property
    def label(self) -> float:
        """Width of the column the titles stand in; none where they stand over their rows."""
        return 0.0 if self.width < NARROW else LABEL_COLUMN

    @property
    def height(self) -> float:
        return sum(self._band_height(band) + 2 * self.density.group_gap for band in self.bands)

    def draw(self, canvas: Canvas, left: float, top: float) -> float:
        for band in self.bands:
            top -= self.density.group_gap
            self._draw_title(canvas, band, left, top)
            self._draw_rows(canvas, band, left, top - self._over(band))
            top -= self._band_height(band) + self.density.group_gap
            canvas.setStrokeColor(RULE)
            canvas.setLineWidth(0.7)
            canvas.line(left, top, left + self.width, top)
        return top

    def _draw_title(self, canvas: Canvas, band: _Band, left: float, top: float) -> None:
        low = band.title.draw(canvas, left, top)
        if self.label:
            band.caption.draw(canvas, left, low)
        else:
            beside = left + band.title.width + 8
            band.caption.draw(canvas, beside, top - (band.title.height - band.caption.leading))

    def _draw_rows(self, canvas: Canvas, band: _Band, left: float, top: float) -> None:
        half = (self.width - self.label) / 2
        for row in band.rows:
            x = left + self.label
            for cell in row.cells:
                draw_icon(canvas, cell.kind, x, top - cell.words.leading / 2)
                cell.words.draw(canvas, x + ICON_COLUMN, top)
                cell.when.draw_right(canvas, left + self.width, top)
                x += max(half, ICON_COLUMN + cell.words.width + _BETWEEN_CELLS)
            top -= row.height + self.density.row_gap

    def _band_height(self, band: _Band) -> float:
        rows = sum(row.height for row in band.rows) + self.density.row_gap * (len(band.rows) - 1)
        beside = band.title.height + band.caption.height if self.label else 0.0
        return max(rows + self._over(band), beside)

    def _over(self, band: _Band) -> float:
        """Room for a title over its rows."""
        return 0.0 if self.label else band.title.height + 2


def steps(groups: tuple[SheetGroup, ...], width: float, density: Density) -> Steps:
    """The groups laid out `width` points wide."""
    return Steps(tuple(_band(group, width, density) for group in groups), width, density)


def _band(group: SheetGroup, width: float, density: Density) -> _Band:
    is_narrow = width < NARROW
    label = width if is_narrow else LABEL_COLUMN - 10
    rows = _rows(group.lines, width if is_narrow else width - LABEL_COLUMN, density)
    return _Band(text(group.title, GROUP, label), text(group.caption, SMALL, label), rows)


def _rows(lines: tuple[SheetLine, ...], width: float, density: Density) -> tuple[_Row, ...]:
    rows: list[_Row] = []
    for line in lines:
        cell = _cell(line, width - ICON_COLUMN, density)
        beside = rows[-1].cells if rows else ()
        if not line.when and len(beside) == 1 and _fit_together(beside[0], cell, width):
            rows[-1] = _Row((beside[0], cell))
        else:
            rows.append(_Row((cell,)))
    return tuple(rows)


def _fit_together(first: _Cell, second: _Cell, width: float) -> bool:
    """Two short lines without a time share a row."""
    if first.when.lines:
        return False
    start = max(width / 2, ICON_COLUMN + first.words.width + _BETWEEN_CELLS)
    return start + ICON_COLUMN + second.words.width <= width


def _cell(line: SheetLine, width: float, density: Density) -> _Cell:
    when = text(line.when, replace(BODY_BOLD, leading=density.leading))
    room = width - when.width - _GAP_BEFORE_TIME if line.when else width
    return _Cell(line.kind, text(line.text, density.body, room), when)
