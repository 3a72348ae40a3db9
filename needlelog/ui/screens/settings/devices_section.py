"""Devices: how deep each reaches, how its speed is given, and which one sessions start with."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from needlelog.domain.amounts import parse_whole
from needlelog.domain.depth import (
    DEEPEST_UM,
    SHALLOWEST_UM,
    STEP_UM,
    TYPED_STEP_UM,
    mm,
    number,
    parse_depth,
)
from needlelog.domain.device import FASTEST, SPEED_UNITS, Device
from needlelog.domain.shelf import Shelf
from needlelog.errors import BadValue
from needlelog.i18n import _
from needlelog.ui.screens.settings.record_form import RecordForm
from needlelog.ui.screens.settings.records_section import Kind, ListFacts, Words
from needlelog.ui.tasks import Tasks
from needlelog.ui.widgets.fields import Field, NumberField
from needlelog.ui.widgets.labelled import Labelled
from needlelog.ui.widgets.segmented import Segment, Segmented
from needlelog.ui.widgets.stepper import Reading, Stepper, Steps
from needlelog.ui.widgets.tick_box import TickBox
from needlelog.ui.words import unit_word

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def devices() -> Kind:
    words = Words(
        title=_("Devices"),
        line=_("How deep a device goes sets the depths the chair offers."),
        add=_("Add a device"),
        icon="grip",
        empty=_("No device yet"),
        hint=_("Tap Add a device: new sessions then know what they are worked with."),
    )
    return Kind(words, _records, _row, DeviceForm, _blank, _kept)


class DeviceForm(RecordForm):
    def __init__(self, tasks: Tasks, record: Device, facts: ListFacts) -> None:
        super().__init__(tasks, record, _kept, _("Name"))
        self.maker = self._keeps_line("maker", Field(_("Maker")))
        self.serial = self._keeps_line("serial", Field(_("Serial number")))
        self.low = self._made_depth(_("Shallowest"))
        self.high = self._made_depth(_("Deepest"))
        units = [Segment(unit, unit_word(unit)) for unit in SPEED_UNITS]
        self.unit = Segmented(_("Speed is given in"), units, clearable=True)
        self.slowest = self._made_speed("speed_low", _("Slowest"))
        self.fastest = self._made_speed("speed_high", _("Fastest"))
        self.default = TickBox(_("New sessions start with this device"))
        self.default.setChecked(record.is_default)
        if record.is_retired:
            self.default.hide()
        self.unit.set_choice(record.speed_unit or None)
        self._lay_out(
            [
                (self.name, self.maker),
                (self.serial, self._beside_a_field(self.default)),
                (Labelled(_("Shallowest"), self.low), Labelled(_("Deepest"), self.high)),
                (Labelled(_("Speed is given in"), self.unit),),
                (self.slowest, self.fastest),
            ]
        )
        self._show_depths()
        self._connect()

    def _beside_a_field(self, control: QWidget) -> QWidget:
        """As low as a line that has its label above."""
        place = QWidget()
        column = QVBoxLayout(place)
        column.setContentsMargins(0, self.serial.label.sizeHint().height() + 4, 0, 0)
        column.addWidget(control)
        column.addStretch(1)
        return place

    def _made_depth(self, name: str) -> Stepper:
        steps = Steps(SHALLOWEST_UM, DEEPEST_UM, STEP_UM, fine=TYPED_STEP_UM)
        reading = Reading(number, parse_depth, _("mm"))
        return Stepper(name, steps, reading, button_px=48, value_px=20)

    def _made_speed(self, name: str, label: str) -> NumberField:
        parse = partial(self._parse_speed, name)
        return self._keeps_number(name, NumberField(label, parse))

    def _connect(self) -> None:
        self.low.value_changed.connect(self._on_low)
        self.high.value_changed.connect(self._on_high)
        self.unit.chosen.connect(self._on_unit)
        self.unit.cleared.connect(partial(self._on_unit, ""))
        self.default.toggled.connect(self._on_default)

    def _show_depths(self) -> None:
        """Each end is a limit of the other: a range never stands on its head."""
        low, high = self._depths
        for stepper, value, ends in (
            (self.low, low, (SHALLOWEST_UM, high)), (self.high, high, (low, DEEPEST_UM)),
        ):  # fmt: skip
            reading = Reading(number, partial(_parse_between, *ends), _("mm"))
            stepper.set_steps(Steps(*ends, STEP_UM, fine=TYPED_STEP_UM), reading)
            stepper.set_value(value)

    @property
    def _depths(self) -> tuple[int, int]:
        shown = {"low_um": self.saver.record.low_um, "high_um": self.saver.record.high_um}
        shown |= {name: um for name, um in self._waiting.items() if name in shown}
        return shown["low_um"], shown["high_um"]

    def _parse_speed(self, name: str, text: str) -> int:
        record = self.saver.record
        low = record.speed_low if name == "speed_high" else None
        high = record.speed_high if name == "speed_low" else None
        return parse_whole(text, 1 if low is None else low, FASTEST if high is None else high)

    def _on_low(self, depth_um: int) -> None:
        self.change(low_um=depth_um)
        self._show_depths()

    def _on_high(self, depth_um: int) -> None:
        self.change(high_um=depth_um)
        self._show_depths()

    def _on_unit(self, unit: str) -> None:
        self.keep(speed_unit=unit)

    def _on_default(self, is_default: bool) -> None:
        self.keep(is_default=is_default)


def _parse_between(low: int, high: int, text: str) -> int:
    depth_um = parse_depth(text)
    if not low <= depth_um <= high:
        raise BadValue(
            _("Type a depth from {low} to {high}.").format(low=number(low), high=mm(high))
        )
    return depth_um


def _records(shelf: Shelf) -> tuple[Device, ...]:
    return shelf.devices


def _row(device: Device, _facts: ListFacts) -> tuple[str, str, str]:
    reach = _("{low} to {high}").format(low=number(device.low_um), high=mm(device.high_um))
    parts = (reach, device.maker, device.serial)
    aside = _("New sessions start with it") if device.is_default else ""
    return device.name, " · ".join(filter(None, parts)), aside


def _blank(facts: ListFacts) -> Device:
    """The clinic's first device is the one that sessions start with."""
    return Device("", is_default=not facts.shelf.devices_in_use)


def _kept(db: Session, record: Device) -> Device:
    from needlelog.db import devices

    return devices.save(db, record) if record.version else devices.add(db, record)
