"""What the clinic uses up: its own serums, numbing products and needle cartridges."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from needlelog.domain.identity import new_id
from needlelog.domain.session import Numbing, SerumUse, Tip

_OWN = "own:"


class ProductKind(StrEnum):
    SERUM = "serum"
    NUMBING = "numbing"
    CARTRIDGE = "cartridge"


class MeantFor(StrEnum):
    """What its maker says about needles."""

    NEEDLING = "needling"
    TOPICAL_ONLY = "topical_only"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Product:
    """A product as the clinic keeps it. Records keep the name it had when it was used."""

    kind: ProductKind
    name: str
    maker: str = ""
    meant_for: MeantFor = MeantFor.UNKNOWN
    is_sterile: bool | None = None
    """None: nobody knows."""
    ingredients: str = ""
    days_after_opening: int | None = None
    pins: int | None = None
    """Of a cartridge."""
    is_retired: bool = False
    id: UUID = field(default_factory=new_id)
    version: int = field(default=0, compare=False)

    @property
    def code(self) -> str:
        """What a session stores in place of a code of the catalogue; it never changes."""
        return f"{_OWN}{self.id.hex}"

    @property
    def asks_care(self) -> bool:
        """Whether it is a serum that is not said to be meant for needling."""
        return self.kind is ProductKind.SERUM and self.meant_for is not MeantFor.NEEDLING


def is_own(code: str) -> bool:
    """Whether a stored code is a product of the clinic and not one of the catalogue."""
    return code.startswith(_OWN)


def as_serum(product: Product) -> SerumUse:
    return SerumUse(product=product.code, name=product.name, maker=product.maker)


def as_numbing(product: Product) -> Numbing:
    return Numbing(product=product.code, name=product.name)


def as_tip(product: Product) -> Tip:
    return Tip(name=product.name, pins=product.pins, product=product.code)
