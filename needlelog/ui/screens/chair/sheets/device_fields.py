"""Which device, and how fast it was set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from needlelog.domain import amounts
from needlelog.domain.session import NeedlingSession
from needlelog.domain.text import clean_line
from needlelog.i18n import _
from needlelog.ui.screens.chair.sheets.content import caption, side_by_side
from needlelog.ui.screens.chair.sheets.number_field import NumberField
from needlelog.ui.widgets.chips import ChipGroup, Choice
from needlelog.ui.widgets.fields import Field

if TYPE_CHECKING:
    from needlelog.db.favourites import UsedDevice

_FASTEST = 100_000


class DeviceFields(QWidget):
    changed = Signal(object)
    """The session after a tap."""
    typed = Signal(object)
    """The session as it is typed."""

    def __init__(self, devices: Sequence[UsedDevice]) -> None:
        super().__init__()
        self._devices = {str(index): device for index, device in enumerate(devices)}
        self._session: NeedlingSession | None = None
        self.used = ChipGroup(_("Device used before"), height=60)
        self.name = Field(_("Device"))
        self.serial = Field(_("Serial number"))
        self.speed = NumberField(_("Speed"), partial(amounts.parse_whole, low=1, high=_FASTEST))
        self.unit = ChipGroup(_("Speed is given in"), height=48)
        self.used.set_choices(
            [Choice(key, one.name, one.serial) for key, one in self._devices.items()]
        )
        self.unit.set_choices(
            [Choice("level", _("level")), Choice("rpm", _("rpm")), Choice("Hz", _("Hz"))]
        )
        self._lay_out()
        self._connect()

    def show_session(self, session: NeedlingSession) -> None:
        self._session = session
        for field, text in ((self.name, session.device), (self.serial, session.device_serial)):
            if clean_line(field.text()) != text:
                field.set_text(text)
        self.speed.show_number(session.speed)
        self.unit.set_chosen([session.speed_unit])
        shown = (session.device, session.device_serial)
        self.used.set_chosen(
            k for k, one in self._devices.items() if (one.name, one.serial) == shown
        )

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(caption(_("Device")))
        column.addWidget(self.used)
        column.addLayout(side_by_side(self.name, self.serial, self.speed))
        column.addWidget(self.unit)
        self.used.setVisible(bool(self._devices))

    def _connect(self) -> None:
        self.used.changed.connect(self._on_used)
        self.unit.changed.connect(self._on_unit)
        self.name.typed.connect(self._on_name)
        self.serial.typed.connect(self._on_serial)
        self.speed.number_typed.connect(self._on_speed)

    def _on_used(self, chosen: tuple[str, ...]) -> None:
        device = self._devices[chosen[0]]
        self.changed.emit(self._with(device=device.name, device_serial=device.serial))

    def _on_unit(self, chosen: tuple[str, ...]) -> None:
        self.changed.emit(self._with(speed_unit=chosen[0]))

    def _on_name(self, text: str) -> None:
        self.typed.emit(self._with(device=clean_line(text)))

    def _on_serial(self, text: str) -> None:
        self.typed.emit(self._with(device_serial=clean_line(text)))

    def _on_speed(self, speed: int | None) -> None:
        self.typed.emit(self._with(speed=speed))

    def _with(self, **values: object) -> NeedlingSession:
        assert self._session is not None, "shown before anything can be touched"
        return replace(self._session, **values)  # type: ignore[arg-type]  # checked by replace
