"""The left half of Treat: the maps, the list of painted zones, and what can be done with both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from needlelog import catalogue
from needlelog.i18n import _
from needlelog.ui import metrics
from needlelog.ui.screens.chair.carry_bar import CarryBar
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.map_lettering import SpotMark
from needlelog.ui.widgets.map_painter import ZoneLook
from needlelog.ui.widgets.painted_list import PaintedList
from needlelog.ui.widgets.painted_row import PaintedRow
from needlelog.ui.widgets.segmented import Segment, Segmented
from needlelog.ui.widgets.zone_map import ZoneMap

# Their words are whole in the smallest window too, and the gaps between them stay.
_LEAST_PX = 74
_TIGHT_PX = 66
"""With six of them in a small window."""


class MapSide(QWidget):
    zone_tapped = Signal(str)
    spot_placed = Signal(str, float, float)
    spot_tapped = Signal(int)
    row_tapped = Signal(str)
    same_as_last_asked = Signal()
    protocol_asked = Signal()
    whole_face_asked = Signal()
    spot_asked = Signal()
    all_zones_asked = Signal()
    erase_asked = Signal()
    confirm_all_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tabs = Segmented(_("Map"), _tabs(compact=False), height=52)
        self.map = ZoneMap()
        self.list = PaintedList()
        self.same_as_last = ActionButton(_("Same as last time"), "history", height=64)
        self.protocol = ActionButton(_("Protocol"), "list-ordered", height=64)
        self.whole_face = ActionButton(_("Whole face"), "scan-face", height=64)
        self.spot = ActionButton(_("Spot"), "map-pin", height=64)
        self.all_zones = ActionButton(_("All zones"), "list", height=64)
        self.erase = ActionButton(_("Erase"), "eraser", height=64)
        self.carry = CarryBar()
        self._is_compact = False
        for button in (self.protocol, self.whole_face, self.spot, self.all_zones, self.erase):
            button.set_stacked()
        self.protocol.hide()
        self._column = QVBoxLayout(self)
        self._middle = QHBoxLayout()
        self._actions = QHBoxLayout()
        self._lay_out()
        self._connect()
        self.show_map("face_front")

    @property
    def zones_on_map(self) -> tuple[str, ...]:
        """The stored codes of the zones this map shows."""
        return tuple(zone.zone for zone in catalogue.maps()[self.map.view].zones)

    def show_map(self, code: str) -> None:
        self.map.set_view(code)
        self.tabs.set_choice(code)

    def show_zones(
        self,
        looks: Mapping[str, ZoneLook],
        rows: Iterable[PaintedRow],
        spots: Iterable[SpotMark],
    ) -> None:
        self.map.set_zones(looks)
        self.map.set_spots(spots)
        self.list.set_rows(tuple(rows))

    def show_carry_over(self, head: str, waiting: int, can_confirm: bool) -> None:
        """The bar of planned zones while any waits; the map stays as it is to be worked with."""
        self.carry.show_waiting(head, waiting, can_confirm)
        self.carry.setVisible(bool(waiting))
        self.same_as_last.setVisible(not waiting)

    def offer_protocol(self, is_offered: bool) -> None:
        """In an empty session a protocol can be planned: one button more, in shorter words."""
        self.protocol.setVisible(is_offered)
        self._show_words()

    def set_modes(self, erasing: bool, spotting: bool) -> None:
        """Which of Erase and Spot the next tap on the map is for."""
        self.erase.set_kind("primary" if erasing else "secondary")
        self.spot.set_kind("primary" if spotting else "secondary")
        self.map.set_spot_mode(spotting)

    def set_compact(self, compact: bool) -> None:
        self.list.set_compact(compact)
        self.carry.set_compact(compact)
        metrics.fix(self.list, width=140 if compact else 288)
        margins = (20, 10, 12, 10) if compact else (24, 16, 20, 16)
        self._column.setContentsMargins(*margins)
        self._column.setSpacing(8 if compact else 12)
        self._is_compact = compact
        self._show_words()
        self._show_tabs(compact)

    def _show_words(self) -> None:
        """Whole where there is room; the screen reader always says the whole name."""
        compact, six = self._is_compact, not self.protocol.isHidden()
        tight = compact and six
        last = _("Last") if tight else _("As last")
        for button, short, name, is_short in (
            (self.same_as_last, last, _("Same as last time"), compact or six),
            (self.protocol, _("Plan"), _("Protocol"), compact),
            (self.whole_face, _("Face"), _("Whole face"), compact),
            (self.all_zones, _("Zones"), _("All zones"), compact),
        ):
            button.set_text(short if is_short else name, name=name)
        self.same_as_last.set_stacked(compact or six)
        self._actions.setSpacing(6 if tight else 8)
        for button in (
            self.same_as_last, self.protocol, self.whole_face, self.spot, self.all_zones,
            self.erase,
        ):  # fmt: skip
            button.setMinimumWidth(_TIGHT_PX if tight else _LEAST_PX)

    def _show_tabs(self, compact: bool) -> None:
        other = Segmented(_("Map"), _tabs(compact), height=52)
        other.set_choice(self.map.view)
        other.chosen.connect(self.map.set_view)
        self._column.replaceWidget(self.tabs, other)
        self.tabs.hide()
        self.tabs.deleteLater()
        self.tabs = other

    def _lay_out(self) -> None:
        self._middle.setSpacing(8)
        self._middle.addWidget(self.map, 1)
        self._middle.addWidget(self.list)
        self._foot = QWidget()
        self._actions = QHBoxLayout(self._foot)
        self._actions.setContentsMargins(0, 0, 0, 0)
        self._actions.setSpacing(8)
        for button in (
            self.same_as_last, self.protocol, self.whole_face, self.spot, self.all_zones,
        ):  # fmt: skip
            self._actions.addWidget(button)
        self._actions.addStretch(1)
        self._actions.addWidget(self.erase)
        self._column.addWidget(self.tabs)
        self._column.addLayout(self._middle, 1)
        self._column.addWidget(self.carry)
        self._column.addWidget(self._foot)
        self.carry.hide()
        self.set_compact(False)

    def _connect(self) -> None:
        self.map.zone_tapped.connect(self.zone_tapped)
        self.map.spot_placed.connect(self.spot_placed)
        self.map.spot_tapped.connect(self.spot_tapped)
        self.list.row_tapped.connect(self.row_tapped)
        self.carry.confirmed.connect(self.confirm_all_asked)
        for button, signal in (
            (self.same_as_last, self.same_as_last_asked),
            (self.protocol, self.protocol_asked),
            (self.whole_face, self.whole_face_asked),
            (self.spot, self.spot_asked),
            (self.all_zones, self.all_zones_asked),
            (self.erase, self.erase_asked),
        ):
            button.clicked.connect(partial(signal.emit))


def _tabs(compact: bool) -> list[Segment]:
    short = {"body_front": _("Front"), "body_back": _("Back")} if compact else {}
    views = catalogue.maps().values()
    return [Segment(view.code, short.get(view.code, _(view.tab))) for view in views]
