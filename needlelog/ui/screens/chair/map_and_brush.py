"""How the map and the brush stand to each other: beside, or the brush under the map."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from needlelog.ui import display, metrics, tab_order
from needlelog.ui.screens.chair.brush_panel import BrushPanel
from needlelog.ui.screens.chair.map_side import MapSide
from needlelog.ui.widgets.page import Page
from needlelog.ui.widgets.page_buttons import PageButtons

_WIDE_PX = 1116
_TALL_PX = 592
"""Below either the brush gets its small layout."""
_BESIDE_PX = 880
_BESIDE_LEAST_PX = 420
"""Below either the brush goes under the map, as in a window that is taller than wide."""
_STACKED_WIDE_PX = 560
_STACKED_MAP_PX = 500
_NOWHERE_PX = 100
"""So low is only what has no place in the window yet."""

_WAYS = QBoxLayout.Direction


class MapAndBrush(QWidget):
    """Side by side they share the room; under each other they scroll where it ends."""

    small_brush_asked = Signal(bool)

    def __init__(self, side: MapSide, panel: BrushPanel) -> None:
        super().__init__()
        self._side = side
        self._panel = panel
        self._shown = _Arrangement()
        self._row = QBoxLayout(_WAYS.LeftToRight)
        self._both = QWidget()
        self._page = Page(QWidget())
        self._scrolled = QWidget(self)
        self._scrolled.hide()
        self._whole = QHBoxLayout(self)
        self._lay_out()

    def change_panel(self, other: BrushPanel) -> None:
        """Another brush takes the place of the one that stands there."""
        self._row.replaceWidget(self._panel, other)
        self._panel.hide()
        self._panel.deleteLater()
        self._panel = other

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._fit()

    def _lay_out(self) -> None:
        self._both.setLayout(self._row)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._side, 55)
        self._row.addWidget(self._panel, 45)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addWidget(self._both, 1)
        beside = QHBoxLayout(self._scrolled)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(self._page, 1)
        beside.addWidget(PageButtons(self._page.verticalScrollBar()))

    def _fit(self) -> None:
        wanted = _arrangement(self.size(), self.layoutDirection())
        if wanted == self._shown or self.height() < _NOWHERE_PX:
            return
        before, self._shown = self._shown, wanted
        self._side.set_compact(wanted.small_list)
        self._side.setMinimumHeight(_STACKED_MAP_PX if wanted.stacked else 0)
        if wanted.small_brush is not before.small_brush:
            self.small_brush_asked.emit(wanted.small_brush)
        if wanted.stacked is not before.stacked:
            self._let_scroll(wanted.stacked)
        self._row.setDirection(wanted.way)
        share = 0 if wanted.stacked else 47 if wanted.small_brush else 45
        self._row.setStretch(0, 100 - share)
        self._row.setStretch(1, share)
        order = (self._side, self._panel)
        tab_order.one_after_the_other(order[::-1] if wanted.brush_first else order)

    def _let_scroll(self, stacked: bool) -> None:
        if stacked:
            self._whole.replaceWidget(self._both, self._scrolled)
            self._page.setWidget(self._both)
        else:
            self._page.takeWidget()
            self._whole.replaceWidget(self._scrolled, self._both)
        self._scrolled.setVisible(stacked)
        self._both.show()


@dataclass(frozen=True, slots=True)
class _Arrangement:
    way: QBoxLayout.Direction = _WAYS.LeftToRight
    stacked: bool = False
    small_list: bool = False
    small_brush: bool = False
    brush_first: bool = False


def _arrangement(size: QSize, reading: Qt.LayoutDirection) -> _Arrangement:
    """The brush lies on the side of the hand that holds the pen, whichever way one reads."""
    is_low = size.height() < metrics.px(_BESIDE_LEAST_PX)
    if size.width() < metrics.px(_BESIDE_PX) or is_low or size.height() > size.width():
        narrow = size.width() < metrics.px(_STACKED_WIDE_PX)
        return _Arrangement(_WAYS.TopToBottom, True, narrow, True)
    small = size.width() < metrics.px(_WIDE_PX) or size.height() < metrics.px(_TALL_PX)
    brush_first = display.is_left_handed() is not (reading is Qt.LayoutDirection.RightToLeft)
    way = _WAYS.RightToLeft if brush_first else _WAYS.LeftToRight
    return _Arrangement(way, False, small, small, brush_first)
