"""Which device, and how fast it was set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from needlelog.domain.depth import mm, number
from needlelog.domain.device import SPEED_UNITS, Device, parse_speed, with_device
from needlelog.domain.session import NeedlingSession
from needlelog.domain.shelf import Shelf
from needlelog.domain.text import clean_line
from needlelog.i18n import _
from needlelog.ui.screens.chair.sheets.content import caption, side_by_side
from needlelog.ui.widgets.chips import ChipGroup, Choice
from needlelog.ui.widgets.fields import Field, NumberField
from needlelog.ui.words import unit_word

if TYPE_CHECKING:
    from needlelog.db.favourites import UsedDevice


class DeviceFields(QWidget):
    changed = Signal(object)
    """The session after a tap."""
    typed = Signal(object)
    """The session as it is typed."""

    def __init__(self, typed_before: Sequence[UsedDevice], shelf: Shelf) -> None:
        super().__init__()
        self._typed = {str(index): device for index, device in enumerate(typed_before)}
        self._own = {device.id.hex: device for device in shelf.devices_in_use}
        self._shelf = shelf
        self._session: NeedlingSession | None = None
        self.used = ChipGroup(_("Your devices, and those used before"), height=60)
        self.name = Field(_("Device"))
        self.serial = Field(_("Serial number"))
        self.speed = NumberField(_("Speed"), self._parse_speed)
        self.unit = ChipGroup(_("Speed is given in"), height=48)
        self.used.set_choices(
            [
                *(Choice(key, one.name, _about(one)) for key, one in self._own.items()),
                *(Choice(key, one.name, one.serial) for key, one in self._typed.items()),
            ]
        )
        self.unit.set_choices([Choice(unit, unit_word(unit)) for unit in SPEED_UNITS])
        self._lay_out()
        self._connect()

    def show_session(self, session: NeedlingSession) -> None:
        self._session = session
        for field, text in ((self.name, session.device), (self.serial, session.device_serial)):
            if clean_line(field.text()) != text:
                field.set_text(text)
        self.speed.show_value(session.speed)
        device = self._shelf.device(session.device_id)
        self.speed.set_help(_speed_range(device))
        self.unit.set_chosen([session.speed_unit])
        # A device says itself what its speed is given in.
        self.unit.setHidden(device is not None and session.speed_unit == device.speed_unit != "")
        self.used.set_chosen([self._chosen(session)])

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(caption(_("Device")))
        column.addWidget(self.used)
        column.addLayout(side_by_side(self.name, self.serial, self.speed))
        column.addWidget(self.unit)
        self.used.setVisible(bool(self._own or self._typed))

    def _connect(self) -> None:
        self.used.changed.connect(self._on_used)
        self.unit.changed.connect(self._on_unit)
        self.name.typed.connect(self._on_name)
        self.serial.typed.connect(self._on_serial)
        self.speed.understood.connect(self._on_speed)

    def _on_used(self, chosen: tuple[str, ...]) -> None:
        own = self._own.get(chosen[0])
        if own is not None:
            self.changed.emit(with_device(self._with(), own))
            return
        typed = self._typed[chosen[0]]
        self.changed.emit(self._with(device=typed.name, device_serial=typed.serial, device_id=None))

    def _on_unit(self, chosen: tuple[str, ...]) -> None:
        self.changed.emit(self._with(speed_unit=chosen[0]))

    def _on_name(self, text: str) -> None:
        self.typed.emit(self._with(device=clean_line(text), device_id=None))

    def _on_serial(self, text: str) -> None:
        self.typed.emit(self._with(device_serial=clean_line(text), device_id=None))

    def _on_speed(self, speed: int | None) -> None:
        self.typed.emit(self._with(speed=speed))

    def _chosen(self, session: NeedlingSession) -> str:
        """The key of the chip that is the session's device; '' for none."""
        if session.device_id is not None:
            return session.device_id.hex
        shown = (session.device, session.device_serial)
        alike = (key for key, one in self._typed.items() if (one.name, one.serial) == shown)
        return next(alike, "")

    def _parse_speed(self, text: str) -> int:
        session = self._session
        return parse_speed(text, self._shelf.device(session.device_id if session else None))

    def _with(self, **values: object) -> NeedlingSession:
        assert self._session is not None, "shown before anything can be touched"
        return replace(self._session, **values)  # type: ignore[arg-type]  # checked by replace


def _about(device: Device) -> str:
    """'0.2 to 1 mm · FP-1'."""
    reach = _("{low} to {high}").format(low=number(device.low_um), high=mm(device.high_um))
    return " · ".join(filter(None, (reach, device.serial)))


def _speed_range(device: Device | None) -> str:
    """'1 to 6, level'; '' where nothing is known of it."""
    if device is None:
        return ""
    unit = unit_word(device.speed_unit) if device.speed_unit else ""
    low, high = device.speed_low, device.speed_high
    if low is None or high is None:
        return unit
    reach = _("{low} to {high}").format(low=low, high=high)
    return ", ".join(filter(None, (unit, reach)))
