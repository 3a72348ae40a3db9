"""The clinic these records belong to."""

from dataclasses import replace

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from needlelog.db.rows import TABLES
from needlelog.db.values import columns_of, value_of
from needlelog.db.versions import save_over
from needlelog.domain.clinic import Clinic

_CLINIC = TABLES["clinic"]


def get(db: Session) -> Clinic | None:
    """The clinic; None in new records that nobody has named yet."""
    row = db.execute(select(_CLINIC).limit(1)).first()
    return value_of(row, Clinic) if row else None


def add(db: Session, clinic: Clinic) -> Clinic:
    """Name the clinic of new records."""
    added = replace(clinic, version=1)
    db.execute(insert(_CLINIC), columns_of(added))
    return added


def save(db: Session, clinic: Clinic) -> Clinic:
    """Keep what was changed; RecordChanged when another chair was faster."""
    return replace(clinic, version=save_over(db, _CLINIC, clinic))
