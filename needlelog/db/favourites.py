"""What was used last, for one tap instead of typing it again.

Read from the sessions themselves: a lot that was mistyped and put right is never offered.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Table, select
from sqlalchemy.orm import Session

from needlelog.db.rows import TABLES
from needlelog.domain.session import Numbing, SerumUse, Tip

_LOOKED_AT = 400  # rows, the newest first: some weeks of a busy clinic

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class UsedDevice:
    name: str
    serial: str


def serums(db: Session, limit: int = 8) -> tuple[SerumUse, ...]:
    """Serums by product, lot and expiry, the last used first, each ready for a new use."""
    names = ("product", "name", "maker", "lot", "expires_on")
    rows = _recent(db, TABLES["serum_use"], names, limit)
    return tuple(SerumUse(**row) for row in rows)


def tips(db: Session, limit: int = 8) -> tuple[Tip, ...]:
    """Tips by name, lot and expiry, the last used first, each ready for a new use."""
    table = TABLES["tip"]
    rows = _recent(
        db, table, ("name", "pins", "lot", "expires_on", "product"), limit, table.c.name != ""
    )
    return tuple(Tip(**row) for row in rows)


def numbings(db: Session, limit: int = 8) -> tuple[Numbing, ...]:
    """Numbing products by lot and expiry, the last used first, each ready for a new use."""
    names = ("product", "name", "lot", "expires_on")
    return tuple(Numbing(**row) for row in _recent(db, TABLES["numbing"], names, limit))


def devices(db: Session, limit: int = 8) -> tuple[UsedDevice, ...]:
    """Devices that were typed in, by name and serial number, the last used first."""
    table = TABLES["session"]
    names = ("device", "device_serial", "device_id")
    # Not asked for in SQL: where every session has a device of the clinic, all would be looked at.
    rows = _recent(db, table, names, _LOOKED_AT, table.c.device != "")
    typed = (row for row in rows if row["device_id"] is None)
    return tuple(UsedDevice(row["device"], row["device_serial"]) for row in typed)[:limit]


def _recent(
    db: Session,
    table: Table,
    names: Sequence[str],
    limit: int,
    wanted: ColumnElement[bool] | None = None,
) -> list[dict[str, Any]]:
    newest = select(*(table.c[name] for name in names)).order_by(table.c.id.desc())
    if wanted is not None:
        newest = newest.where(wanted)
    rows = db.execute(newest.limit(_LOOKED_AT)).all()
    return [dict(row._mapping) for row in dict.fromkeys(rows)][:limit]
