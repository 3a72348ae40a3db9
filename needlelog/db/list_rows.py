"""The tables of what the clinic keeps in its settings: products, devices, protocols, prices."""

from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from needlelog.db.row import Row
from needlelog.domain.product import MeantFor, ProductKind
from needlelog.domain.protocol import ProtocolZone


class ProductRow(Row):
    __tablename__ = "product"
    __table_args__ = (CheckConstraint("days_after_opening > 0", name="days_after_opening"),)

    kind: Mapped[ProductKind]
    name: Mapped[str]
    maker: Mapped[str]
    meant_for: Mapped[MeantFor]
    is_sterile: Mapped[bool | None]
    ingredients: Mapped[str]
    days_after_opening: Mapped[int | None]
    pins: Mapped[int | None]
    is_retired: Mapped[bool]
    version: Mapped[int]


class DeviceRow(Row):
    __tablename__ = "device"
    __table_args__ = (
        CheckConstraint("low_um BETWEEN 100 AND high_um AND high_um <= 3000", name="range"),
    )

    name: Mapped[str]
    maker: Mapped[str]
    serial: Mapped[str]
    low_um: Mapped[int]
    high_um: Mapped[int]
    speed_unit: Mapped[str]
    speed_low: Mapped[int | None]
    speed_high: Mapped[int | None]
    is_default: Mapped[bool]
    is_retired: Mapped[bool]
    version: Mapped[int]


class ProtocolRow(Row):
    __tablename__ = "protocol"
    __table_args__ = (CheckConstraint("interval_days > 0", name="interval_days"),)

    name: Mapped[str]
    zones: Mapped[tuple[ProtocolZone, ...]]
    techniques: Mapped[tuple[str, ...]]
    serum: Mapped[str]
    serum_name: Mapped[str]
    serum_maker: Mapped[str]
    interval_days: Mapped[int | None]
    device_id: Mapped[UUID | None] = mapped_column(ForeignKey("device.id"))
    is_retired: Mapped[bool]
    version: Mapped[int]


class ClinicPriceRow(Row):
    __tablename__ = "clinic_price"
    __table_args__ = (CheckConstraint("amount_minor >= 0", name="amount_minor"),)

    name: Mapped[str]
    amount_minor: Mapped[int | None]
    currency: Mapped[str]
    is_retired: Mapped[bool]
    version: Mapped[int]
