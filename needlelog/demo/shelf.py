"""What the invented clinic works with: a device, products, protocols and prices."""

from __future__ import annotations

from datetime import datetime

from needlelog import catalogue
from needlelog.demo.courses import COURSES, Course, depth_um
from needlelog.demo.identity import Ids
from needlelog.domain.device import Device
from needlelog.domain.price import ClinicPrice
from needlelog.domain.product import MeantFor, Product, ProductKind
from needlelog.domain.protocol import Protocol, ProtocolZone
from needlelog.domain.shelf import Shelf

_MAKER = "Linden Supplies"
_INTERVAL_DAYS = 28
_PROTOCOLS = {"Acne scars, first session": COURSES[0], "Fresh-up, face": COURSES[2]}
_PRICES = {"Face": 19500, "Acne scars": 22000, "Neck": 16000, "Scalp": 17500}


def shelf(ids: Ids, opened_at: datetime, currency: str) -> Shelf:
    device = Device(
        "Cordless pen",
        _MAKER,
        "CP-20418",
        speed_unit="rpm",
        speed_low=6000,
        speed_high=18000,
        is_default=True,
        id=ids.at(opened_at),
    )
    return Shelf(
        _products(ids, opened_at),
        (device,),
        tuple(_protocol(name, course, ids, opened_at) for name, course in _PROTOCOLS.items()),
        tuple(
            ClinicPrice(name, minor, currency, id=ids.at(opened_at))
            for name, minor in _PRICES.items()
        ),
    )


def _products(ids: Ids, opened_at: datetime) -> tuple[Product, ...]:
    return (
        Product(
            ProductKind.SERUM,
            "Still Water HA 1 %",
            _MAKER,
            MeantFor.NEEDLING,
            is_sterile=True,
            ingredients="Water, sodium hyaluronate",
            days_after_opening=1,
            id=ids.at(opened_at),
        ),
        Product(
            ProductKind.SERUM,
            "Evening Peptide Drops",
            _MAKER,
            MeantFor.TOPICAL_ONLY,
            ingredients="Water, glycerin, peptides, phenoxyethanol",
            days_after_opening=180,
            id=ids.at(opened_at),
        ),
        Product(
            ProductKind.CARTRIDGE,
            "12-pin cartridge",
            _MAKER,
            is_sterile=True,
            pins=12,
            id=ids.at(opened_at),
        ),
    )


def _protocol(name: str, course: Course, ids: Ids, opened_at: datetime) -> Protocol:
    zones = catalogue.zones()
    rows = (
        ProtocolZone(zone, depth_um(zone, 0, has_melasma=False), 3, zones[zone].label)
        for zone in course.zones
    )
    return Protocol(
        name,
        tuple(rows),
        ("horizontal", "vertical"),
        course.serum,
        interval_days=_INTERVAL_DAYS,
        id=ids.at(opened_at),
    )
