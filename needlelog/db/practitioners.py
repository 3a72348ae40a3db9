"""The people who treat."""

from dataclasses import replace
from uuid import UUID

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from needlelog.db.rows import TABLES
from needlelog.db.values import columns_of, value_of, values_of
from needlelog.db.versions import missing, save_over
from needlelog.domain.clinic import Practitioner

_PRACTITIONERS = TABLES["practitioner"]


def add(db: Session, practitioner: Practitioner) -> Practitioner:
    added = replace(practitioner, version=1)
    db.execute(insert(_PRACTITIONERS), columns_of(added))
    return added


def save(db: Session, practitioner: Practitioner) -> Practitioner:
    """Keep what was changed; RecordChanged when another chair was faster."""
    return replace(practitioner, version=save_over(db, _PRACTITIONERS, practitioner))


def get(db: Session, practitioner_id: UUID) -> Practitioner:
    row = db.execute(select(_PRACTITIONERS).where(_PRACTITIONERS.c.id == practitioner_id)).first()
    if row is None:
        raise missing(practitioner_id)
    return value_of(row, Practitioner)


def at_this_computer(db: Session, kept_id: UUID | None) -> Practitioner:
    """Who works at a computer that keeps this id: the first practitioner where it keeps none,
    or one that these records don't know."""
    all_of_them = everyone(db)
    return next((one for one in all_of_them if one.id == kept_id), all_of_them[0])


def everyone(db: Session) -> tuple[Practitioner, ...]:
    """All practitioners, the first one entered first."""
    return values_of(db.execute(select(_PRACTITIONERS).order_by(_PRACTITIONERS.c.id)), Practitioner)
