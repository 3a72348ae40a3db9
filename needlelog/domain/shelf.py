"""What the clinic works with, as it stands in its settings: found by what sessions keep of it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from needlelog.domain.device import Device, Reach, reach_of
from needlelog.domain.price import ClinicPrice
from needlelog.domain.product import Product, ProductKind, is_own
from needlelog.domain.protocol import Protocol
from needlelog.domain.session import NeedlingSession


@dataclass(frozen=True, slots=True)
class Shelf:
    """Retired ones are still found by their code or id, and offered no more."""

    products: tuple[Product, ...] = ()
    devices: tuple[Device, ...] = ()
    protocols: tuple[Protocol, ...] = ()
    prices: tuple[ClinicPrice, ...] = ()

    def product(self, code: str) -> Product | None:
        """The own product behind a stored code; None for one of the catalogue."""
        return next((one for one in self.products if one.code == code), None)

    def offers(self, code: str) -> bool:
        """Whether what was used before may be offered again."""
        product = self.product(code)
        return not is_own(code) or (product is not None and not product.is_retired)

    def in_use(self, kind: ProductKind) -> tuple[Product, ...]:
        return tuple(one for one in self.products if one.kind is kind and not one.is_retired)

    @property
    def devices_in_use(self) -> tuple[Device, ...]:
        return tuple(one for one in self.devices if not one.is_retired)

    @property
    def protocols_in_use(self) -> tuple[Protocol, ...]:
        """One without a zone has nothing to plan yet."""
        return tuple(one for one in self.protocols if one.zones and not one.is_retired)

    def device(self, device_id: UUID | None) -> Device | None:
        return next((one for one in self.devices if one.id == device_id), None)

    def protocol(self, protocol_id: UUID | None) -> Protocol | None:
        return next((one for one in self.protocols if one.id == protocol_id), None)

    def reach(self, session: NeedlingSession) -> Reach:
        """The depths that can be set on the session's device."""
        return reach_of(self.device(session.device_id))
