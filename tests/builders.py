"""Records for tests, whole and plausible; a test names only what it is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from needlelog.domain.client import Client
from needlelog.domain.clinic import Clinic, Practitioner
from needlelog.domain.device import Device
from needlelog.domain.price import ClinicPrice
from needlelog.domain.product import MeantFor, Product, ProductKind
from needlelog.domain.protocol import Protocol, ProtocolZone
from needlelog.domain.session import Confirmation, Layer, NeedlingSession, SerumUse, Tip

TODAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def at(minute: int) -> datetime:
    """So many minutes after noon of the day most tests happen on."""
    return NOON + timedelta(minutes=minute)


def a_client(**values: Any) -> Client:
    client = Client(
        family_name="Venkataraman",
        given_name="Priya",
        born_on=date(1997, 6, 8),
        number=312,
        phone="+44 20 7946 0018",
        created_at=NOON,
    )
    return replace(client, **values)


def a_clinic(**values: Any) -> Clinic:
    clinic = Clinic(
        name="Linden Skin Studio",
        phone="+44 20 7946 0100",
        time_zone="Europe/London",
        address="14 Linden Row, London",
        out_of_hours="+44 20 7946 0199",
        emergency_number="999",
        currency="GBP",
    )
    return replace(clinic, **values)


def a_practitioner(**values: Any) -> Practitioner:
    practitioner = Practitioner(
        name="Anneke de Vries, RN", initials="AV", profession="Nurse", registration="18E0042"
    )
    return replace(practitioner, **values)


def a_product(**values: Any) -> Product:
    product = Product(
        ProductKind.SERUM, "Glow 7", maker="Lab & Co", meant_for=MeantFor.NEEDLING, is_sterile=True
    )
    return replace(product, **values)


def a_device(**values: Any) -> Device:
    """A pen for fine work: 0.2 to 1 mm."""
    device = Device(
        "Fine Pen", "Lab & Co", "FP-1", 200, 1000, speed_unit="level", speed_low=1, speed_high=6
    )
    return replace(device, **values)


def a_protocol(zones: Mapping[str, int] | None = None, **values: Any) -> Protocol:
    """Three passes over `zones`, zone code to depth in micrometres."""
    depths = {"face.cheek_l": 750, "face.cheek_r": 750} if zones is None else zones
    rows = (ProtocolZone(zone, depth_um, 3, zone) for zone, depth_um in depths.items())
    protocol = Protocol("Cheeks, fine", tuple(rows), ("vertical",), interval_days=35)
    return replace(protocol, **values)


def a_price(**values: Any) -> ClinicPrice:
    return replace(ClinicPrice("Full face", 19900, "GBP"), **values)


def a_serum(**values: Any) -> SerumUse:
    serum = SerumUse(product="hyaluronic_acid", lot="HA-2291", expires_on=date(2027, 3, 31))
    return replace(serum, **values)


def a_tip(**values: Any) -> Tip:
    return replace(Tip(name="12-pin tip", pins=12, lot="C-88041", opened_at=NOON), **values)


def a_layer(zone: str = "forehead", depth_um: int = 500, **values: Any) -> Layer:
    """A layer painted at noon, three passes."""
    layer = Layer(
        zone=zone, depth_um=depth_um, passes=3, confirmation=Confirmation.PAINTED, done_at=NOON
    )
    return replace(layer, **values)


def a_planned_layer(zone: str = "forehead", depth_um: int = 500, **values: Any) -> Layer:
    """A layer carried over that nobody has confirmed."""
    waiting: dict[str, Any] = {"confirmation": Confirmation.PLANNED, "done_at": None}
    return a_layer(zone, depth_um, **waiting | values)


def a_session(
    client: Client | None = None, zones: Mapping[str, int] | None = None, **values: Any
) -> NeedlingSession:
    """A session at noon; `zones` are painted in their order, zone code to depth in micrometres."""
    session = NeedlingSession(
        client_id=(client or a_client()).id, happened_at=NOON, entered_at=NOON
    )
    if zones:
        layers = tuple(
            a_layer(zone, depth_um, position=place)
            for place, (zone, depth_um) in enumerate(zones.items())
        )
        session = replace(session, layers=layers, started_at=NOON, needling_ended_at=NOON)
    return replace(session, **values)
