"""What was typed and not kept yet, so that a power cut takes none of it."""

from uuid import UUID

from sqlalchemy import ColumnElement, delete, insert, select
from sqlalchemy.orm import Session

from needlelog.db.rows import TABLES
from needlelog.db.values import columns_of, value_of
from needlelog.domain.draft import Draft

_DRAFTS = TABLES["draft"]


def get(db: Session, form: str, owner_id: UUID) -> Draft | None:
    """What this person typed into this form; None where nothing waits."""
    row = db.execute(select(_DRAFTS).where(_is(form, owner_id))).first()
    return value_of(row, Draft) if row else None


def put(db: Session, draft: Draft) -> None:
    """Keep it in place of what was typed there before."""
    drop(db, draft.form, draft.owner_id)
    db.execute(insert(_DRAFTS), columns_of(draft))


def drop(db: Session, form: str, owner_id: UUID) -> None:
    """The form was saved or discarded."""
    db.execute(delete(_DRAFTS).where(_is(form, owner_id)))


def _is(form: str, owner_id: UUID) -> ColumnElement[bool]:
    return (_DRAFTS.c.form == form) & (_DRAFTS.c.owner_id == owner_id)
