"""The inside of the palette: the field, and under it a fixed number of rows in their groups."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from needlelog.ui import metrics, theme
from needlelog.ui.palette.field import PaletteField, field_height
from needlelog.ui.palette.line import Line
from needlelog.ui.palette.row import PaletteRow, row_height

MOST = 8
"""Rows; more letters are quicker than a longer list."""


class PaletteRows(QWidget):
    """Opaque, so that a keystroke repaints nothing of the screen below."""

    chosen = Signal(int)
    """A row was tapped."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = PaletteField()
        self.field.setParent(self)
        self.rows = tuple(self._made_row(index) for index in range(MOST))
        self._headings: tuple[tuple[int, str], ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def show_lines(self, lines: Sequence[Line], current: int) -> None:
        """One row for each; a heading where another group begins."""
        headings: list[tuple[int, str]] = []
        top, tall = field_height(), row_height()
        for index, (row, line) in enumerate(zip(self.rows, lines, strict=False)):
            if not index or line.heading != lines[index - 1].heading:
                headings.append((top, line.heading))
                top += heading_height()
            row.setGeometry(0, top, self.width(), tall)
            row.show_line(line, is_current=index == current)
            row.show()
            top += tall
        for row in self.rows[len(lines) :]:
            row.hide()
        if tuple(headings) != self._headings:
            self._headings = tuple(headings)
            self.update()

    def mark_current(self, current: int) -> None:
        for index, row in enumerate(self.rows):
            row.show_line(row.line, is_current=index == current)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.field.setGeometry(0, 0, self.width(), field_height())
        for row in self.rows:
            row.resize(self.width(), row_height())

    def paintEvent(self, event: QPaintEvent) -> None:
        colour = theme.current().color
        painter = QPainter(self)
        painter.fillRect(event.rect(), colour("surface"))
        painter.setFont(theme.font(14, 500))
        painter.setPen(colour("ink2"))
        for top, words in self._headings:
            place = QRectF(12, top + 6, self.width() - 24, heading_height() - 6)
            painter.drawText(place, _NEAR, words)
        painter.end()

    def _made_row(self, index: int) -> PaletteRow:
        row = PaletteRow()
        row.setParent(self)
        row.hide()
        row.clicked.connect(partial(self.chosen.emit, index))
        return row


def heading_height() -> int:
    return metrics.px(29) + 6


def height_of(lines: Sequence[Line]) -> int:
    """With the field and the headings."""
    groups = {line.heading for line in lines}
    return field_height() + len(lines) * row_height() + len(groups) * heading_height()


_NEAR = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
