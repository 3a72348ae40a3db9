"""The devices the clinic works with; at most one is the one new sessions start with."""

from dataclasses import replace

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from needlelog.db.rows import TABLES
from needlelog.db.values import columns_of, values_of
from needlelog.db.versions import save_over
from needlelog.domain.device import Device
from needlelog.domain.text import fold

_DEVICES = TABLES["device"]


def add(db: Session, device: Device) -> Device:
    added = replace(device, version=1)
    _keep_one_default(db, added)
    db.execute(insert(_DEVICES), columns_of(added))
    return added


def save(db: Session, device: Device) -> Device:
    """Keep what was changed; RecordChanged when another chair was faster."""
    saved = replace(device, version=save_over(db, _DEVICES, device))
    _keep_one_default(db, saved)
    return saved


def everything(db: Session) -> tuple[Device, ...]:
    """All devices: those in use first, then by name."""
    return tuple(sorted(values_of(db.execute(select(_DEVICES)), Device), key=_place))


def _keep_one_default(db: Session, device: Device) -> None:
    if device.is_default:
        others = (_DEVICES.c.id != device.id) & _DEVICES.c.is_default
        stepped_back = {"is_default": False, "version": _DEVICES.c.version + 1}
        db.execute(update(_DEVICES).where(others).values(stepped_back))


def _place(device: Device) -> tuple[bool, str, str]:
    return device.is_retired, fold(device.name), device.serial
