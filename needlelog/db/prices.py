"""What the clinic charges."""

from dataclasses import replace

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from needlelog.db.rows import TABLES
from needlelog.db.values import columns_of, values_of
from needlelog.db.versions import save_over
from needlelog.domain.price import ClinicPrice
from needlelog.domain.text import fold

_PRICES = TABLES["clinic_price"]


def add(db: Session, price: ClinicPrice) -> ClinicPrice:
    added = replace(price, version=1)
    db.execute(insert(_PRICES), columns_of(added))
    return added


def save(db: Session, price: ClinicPrice) -> ClinicPrice:
    """Keep what was changed; RecordChanged when another chair was faster."""
    return replace(price, version=save_over(db, _PRICES, price))


def everything(db: Session) -> tuple[ClinicPrice, ...]:
    """All prices: those in use first, then by name."""
    return tuple(sorted(values_of(db.execute(select(_PRICES)), ClinicPrice), key=_place))


def _place(price: ClinicPrice) -> tuple[bool, str]:
    return price.is_retired, fold(price.name)
