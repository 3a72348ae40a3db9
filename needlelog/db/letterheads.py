"""The logo of the clinic, apart from its words: it is read only where a page is made."""

from dataclasses import replace

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from needlelog.db.rows import TABLES
from needlelog.db.values import columns_of, value_of
from needlelog.db.versions import save_over
from needlelog.domain.clinic import Letterhead

_LETTERHEADS = TABLES["letterhead"]


def get(db: Session) -> Letterhead:
    """The letterhead as it was kept last; an empty one where there was never a logo."""
    row = db.execute(select(_LETTERHEADS).order_by(_LETTERHEADS.c.id).limit(1)).first()
    return value_of(row, Letterhead) if row else Letterhead()


def save(db: Session, letterhead: Letterhead) -> Letterhead:
    """Keep it; RecordChanged when another chair was faster."""
    if letterhead.version == 0:
        added = replace(letterhead, version=1)
        db.execute(insert(_LETTERHEADS), columns_of(added))
        return added
    return replace(letterhead, version=save_over(db, _LETTERHEADS, letterhead))
