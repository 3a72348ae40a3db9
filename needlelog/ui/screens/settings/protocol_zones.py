"""The zones of a protocol: each with its depth and passes, in the order of working."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from needlelog import catalogue
from needlelog.domain.depth import (
    STEP_UM,
    STEPPER_HIGH_UM,
    STEPPER_LOW_UM,
    TYPED_STEP_UM,
    number,
    parse_depth,
)
from needlelog.domain.painting import MOST_PASSES
from needlelog.domain.protocol import ProtocolZone
from needlelog.domain.zone_rows import pair_of
from needlelog.i18n import _
from needlelog.ui import metrics, words
from needlelog.ui.screens.chair.brush_panel import PASSES
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.labelled import Labelled
from needlelog.ui.widgets.labels import PlainLabel
from needlelog.ui.widgets.select import Select
from needlelog.ui.widgets.stepper import Reading, Stepper, Steps

_FIRST_UM = 500
_FIRST_PASSES = 3
_STACKED_BELOW, _LEAST_PX = 600, 340


@dataclass(frozen=True, slots=True)
class Group:
    """Both sides of a zone where they are worked alike, else one."""

    places: tuple[int, ...]
    """In the protocol's zones."""
    rows: tuple[ProtocolZone, ...]

    @property
    def is_known(self) -> bool:
        return self.rows[0].zone in catalogue.zones()

    @property
    def label(self) -> str:
        if not self.is_known:
            return self.rows[0].label or self.rows[0].zone
        return words.zones_label([row.zone for row in self.rows], catalogue.zones())


def grouped(zones: Sequence[ProtocolZone]) -> tuple[Group, ...]:
    """The zones in their order, the other side beside the first where it is worked alike."""
    left = dict(enumerate(zones))
    found: list[Group] = []
    while left:
        place = min(left)
        row = left.pop(place)
        known = catalogue.zones().get(row.zone)
        other = known.mirror if known else None
        alike = (other, row.depth_um, row.passes)
        twin = next((p for p, r in left.items() if (r.zone, r.depth_um, r.passes) == alike), None)
        if twin is None:
            found.append(Group((place,), (row,)))
        else:
            found.append(Group((place, twin), (row, left.pop(twin))))
    return tuple(found)


class ProtocolZones(QWidget):
    changed = Signal(tuple)
    """The zones after a tap."""

    def __init__(self, zones: tuple[ProtocolZone, ...]) -> None:
        super().__init__()
        self._zones = zones
        self.rows: list[GroupRow] = []
        self.more = Select(_("Add a zone"))
        self.more.set_choices(_choices())
        self.more.set_choice("")
        self.more.chosen.connect(self._on_more)
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._column)
        column.addWidget(Labelled(_("Add a zone"), self.more))
        self._show()

    def _show(self) -> None:
        """Rows are kept while there are as many: the focus stays where it was."""
        groups = grouped(self._zones)
        if [row.group.label for row in self.rows] != [group.label for group in groups]:
            for row in self.rows:
                self._column.removeWidget(row)
                row.hide()
                row.deleteLater()
            self.rows = [self._made(group) for group in groups]
        for row, group in zip(self.rows, groups, strict=True):
            row.show_group(group)

    def _made(self, group: Group) -> GroupRow:
        row = GroupRow(group)
        row.changed.connect(partial(self._on_changed, row))
        row.removed.connect(partial(self._on_removed, row))
        self._column.addWidget(row)
        return row

    def _on_changed(self, row: GroupRow, depth_um: int, passes: int) -> None:
        zones = list(self._zones)
        for place in row.group.places:
            zones[place] = replace(zones[place], depth_um=depth_um, passes=passes)
        self._take(zones)

    def _on_removed(self, row: GroupRow) -> None:
        gone = row.group.places
        self._take([zone for place, zone in enumerate(self._zones) if place not in gone])

    def _on_more(self, code: str) -> None:
        self.more.set_choice("")
        zone = catalogue.zones().get(code)
        if zone is None:
            return
        like = self._zones[-1] if self._zones else ProtocolZone("", _FIRST_UM, _FIRST_PASSES)
        labels = catalogue.zones()
        added = [replace(like, zone=one, label=_(labels[one].short)) for one in pair_of(zone)]
        self._take([*self._zones, *added])

    def _take(self, zones: Sequence[ProtocolZone]) -> None:
        self._zones = tuple(zones)
        self._show()
        self.changed.emit(self._zones)


class GroupRow(QWidget):
    """One line: the zone, its depth, its passes. One that is not known any more only says so."""

    changed = Signal(int, int)
    """Depth in micrometres, passes."""
    removed = Signal()

    def __init__(self, group: Group) -> None:
        super().__init__()
        self.group = group
        self.name = PlainLabel(group.label, "card", wrap=True)
        self.unknown = PlainLabel(_("Not known any more: kept, and not planned."), wrap=True)
        self.unknown.set_ink("warn")
        name = group.label
        steps = Steps(STEPPER_LOW_UM, STEPPER_HIGH_UM, STEP_UM, fine=TYPED_STEP_UM)
        reading = Reading(number, parse_depth, _("mm"))
        of = _("{zone}, {what}")
        self.needle = Stepper(of.format(zone=name, what=_("depth")), steps, reading, 48, 20)
        count, times = Steps(1, MOST_PASSES), Reading(words.passes, PASSES.parse)
        self.passes = Stepper(of.format(zone=name, what=_("passes")), count, times, 48, 20)
        self.remove = ActionButton(
            icon="trash-2", height=48, name=_("Remove {zone}").format(zone=name)
        )
        self._steppers = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._steppers.setSpacing(16)
        self._lay_out()
        self.needle.value_changed.connect(self._on_changed)
        self.passes.value_changed.connect(self._on_changed)
        self.remove.clicked.connect(self.removed)
        self.show_group(group)

    def minimumSizeHint(self) -> QSize:
        # Side by side the steppers must not keep the form from becoming narrow.
        least = super().minimumSizeHint()
        return QSize(min(least.width(), metrics.px(_LEAST_PX)), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        stacked = self.width() < metrics.px(_STACKED_BELOW)
        self._steppers.setDirection(ways.TopToBottom if stacked else ways.LeftToRight)
        self._steppers.setSpacing(4 if stacked else 16)

    def show_group(self, group: Group) -> None:
        self.group = group
        self.needle.set_value(group.rows[0].depth_um)
        self.passes.set_value(group.rows[0].passes)
        self.unknown.setHidden(group.is_known)
        self.needle.setVisible(group.is_known)
        self.passes.setVisible(group.is_known)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.name, 1)
        row.addWidget(self.unknown, 1)
        for stepper in (self.needle, self.passes):
            metrics.fix(stepper, width=196)
            self._steppers.addWidget(stepper)
        row.addLayout(self._steppers)
        row.addWidget(self.remove)

    def _on_changed(self, _value: int) -> None:
        depth_um, passes = self.needle.value(), self.passes.value()
        if depth_um is not None and passes is not None:
            self.changed.emit(depth_um, passes)


def _choices() -> list[tuple[str, str]]:
    """Every zone, both sides in one; the first line stands there while none is being added."""
    zones = catalogue.zones()
    firsts = dict.fromkeys(pair_of(zone)[0] for zone in zones.values())
    named = [(code, words.zones_label(pair_of(zones[code]), zones)) for code in firsts]
    return [("", _("Choose a zone")), *named]
