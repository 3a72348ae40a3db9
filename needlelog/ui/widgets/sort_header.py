"""The titles over a list, as buttons: a tap sorts by what stands below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from needlelog.i18n import _
from needlelog.ui import metrics, theme
from needlelog.ui.widgets.face import Look, paint_box, paint_icon
from needlelog.ui.widgets.painted_button import PaintedButton

_PADDING = 8
_ARROW = 16
_PX = 14


@dataclass(frozen=True, slots=True)
class HeaderCell:
    code: str
    text: str
    width: int


def header_width(text: str) -> int:
    """Room for the title and the arrow behind it."""
    words = QFontMetrics(theme.font(_PX, 600)).horizontalAdvance(text)
    return words + metrics.px(_ARROW) + 3 * _PADDING


class SortHeader(QWidget):
    """One button for each column; the sorted one has an arrow and says so."""

    tapped = Signal(str)
    """The code of a column."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Sort"))
        self.buttons: dict[str, _Title] = {}
        self._sorted = ("", False)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_cells(self, cells: Sequence[HeaderCell]) -> None:
        """These columns and no others; a button that stays keeps the keyboard."""
        for gone in self.buttons.keys() - {cell.code for cell in cells}:
            self.buttons.pop(gone).deleteLater()
        for place, cell in enumerate(cells):
            button = self.buttons.get(cell.code) or self._made(cell)
            button.setFixedWidth(cell.width)
            self._row.insertWidget(place, button)
        for before, after in pairwise(cells):
            QWidget.setTabOrder(self.buttons[before.code], self.buttons[after.code])
        self._mark()

    def mark(self, code: str, descending: bool) -> None:
        """By which column the list is sorted, and which way."""
        self._sorted = (code, descending)
        self._mark()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.current().color("line"))
        painter.end()

    def _made(self, cell: HeaderCell) -> _Title:
        button = _Title(cell.text)
        button.clicked.connect(partial(self.tapped.emit, cell.code))
        self.buttons[cell.code] = button
        return button

    def _mark(self) -> None:
        code, descending = self._sorted
        for own, button in self.buttons.items():
            button.show_arrow("" if own != code else "chevron-down" if descending else "chevron-up")


class _Title(PaintedButton):
    def __init__(self, text: str) -> None:
        super().__init__()
        self._title = text
        self._arrow = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_arrow("")

    def show_arrow(self, arrow: str) -> None:
        self._arrow = arrow
        spoken = {
            "": _("Sort by {column}"),
            "chevron-up": _("{column}, sorted upwards"),
            "chevron-down": _("{column}, sorted downwards"),
        }[arrow]
        self.set_words(self._title, spoken=spoken.format(column=self._title))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(header_width(self._title), metrics.tall(44, metrics.px(_PX + 6)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink = "accent" if self.isDown() else "ink" if self._arrow else "muted"
        fill = "accent-soft" if self.isDown() else "sunken" if self.is_hovered() else ""
        inside = QRectF(self.rect()).adjusted(0, 2, 0, -3)
        paint_box(painter, inside, Look(fill, "", ink), radius=8)
        font = theme.font(_PX, 600)
        painter.setFont(font)
        painter.setPen(theme.current().color(ink))
        words = self.rect().adjusted(_PADDING, 0, -_PADDING, 0)
        painter.drawText(words, _AT_THE_NEAR_EDGE, self._title)
        if self._arrow:
            beside = _PADDING + QFontMetrics(font).horizontalAdvance(self._title) + 4
            mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            px = metrics.px(_ARROW)
            left = self.width() - beside - px if mirrored else beside
            place = QPointF(left, (self.height() - px) / 2)
            paint_icon(painter, self._arrow, ink, place, px)
        painter.end()


_AT_THE_NEAR_EDGE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
