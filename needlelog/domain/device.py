"""The needling devices of the clinic: how deep each reaches and how its speed is set."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from uuid import UUID

from needlelog.domain.amounts import parse_whole
from needlelog.domain.depth import STEPPER_HIGH_UM, STEPPER_LOW_UM, mm, number, parse_depth
from needlelog.domain.identity import new_id
from needlelog.domain.session import NeedlingSession
from needlelog.errors import BadValue
from needlelog.i18n import _

SPEED_UNITS = ("level", "rpm", "Hz", "strokes/s")
"""As sessions keep them."""
FASTEST = 100_000


@dataclass(frozen=True, slots=True)
class Device:
    name: str
    maker: str = ""
    serial: str = ""
    low_um: int = STEPPER_LOW_UM
    high_um: int = STEPPER_HIGH_UM
    speed_unit: str = ""
    """One of SPEED_UNITS; empty: not said."""
    speed_low: int | None = None
    speed_high: int | None = None
    is_default: bool = False
    """New sessions start with it."""
    is_retired: bool = False
    id: UUID = field(default_factory=new_id)
    version: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Reach:
    """The depths that can be set, in micrometres; without a device those every stepper has."""

    low_um: int = STEPPER_LOW_UM
    high_um: int = STEPPER_HIGH_UM
    device: str = ""

    def parse(self, text: str) -> int:
        """A typed depth. Raises BadValue for one that this device can't be set to."""
        depth_um = parse_depth(text)
        if self.device and not self.holds(depth_um):
            raise BadValue(
                _(
                    "{depth} was not taken: {device} goes from {low} to {high}. "
                    "Stay within, or choose another device."
                ).format(
                    device=self.device,
                    low=number(self.low_um),
                    high=mm(self.high_um),
                    depth=mm(depth_um),
                )
            )
        return depth_um

    def holds(self, depth_um: int) -> bool:
        return self.low_um <= depth_um <= self.high_um

    def nearest(self, depth_um: int) -> int:
        return min(max(depth_um, self.low_um), self.high_um)


def reach_of(device: Device | None) -> Reach:
    return Reach(device.low_um, device.high_um, device.name) if device else Reach()


def default_of(devices: Iterable[Device]) -> Device | None:
    """The device that new sessions start with; None while the clinic named none."""
    return next((one for one in devices if one.is_default and not one.is_retired), None)


def with_device(session: NeedlingSession, device: Device) -> NeedlingSession:
    """The session with this device on it. A speed in another unit would be another speed."""
    keeps_speed = device.id == session.device_id
    return replace(
        session,
        device=device.name,
        device_serial=device.serial,
        device_id=device.id,
        speed=session.speed if keeps_speed else None,
        speed_unit=device.speed_unit,
    )


def parse_speed(text: str, device: Device | None) -> int:
    """A typed speed. Raises BadValue outside of what the device can be set to."""
    low = device.speed_low if device else None
    high = device.speed_high if device else None
    return parse_whole(text, 1 if low is None else low, FASTEST if high is None else high)
