"""Saves that never overwrite somebody else's: each names the version it was made from."""

from collections.abc import Collection
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Table, update
from sqlalchemy.orm import Session

from needlelog.db.values import columns_of
from needlelog.errors import RecordChanged
from needlelog.i18n import _

Value = TypeVar("Value")


def save_over(
    db: Session, table: Table, value: Any, apart_from: Collection[str] = (), **more: Any
) -> int:
    """Write a whole value over the version it was read at; its new version.

    Raises RecordChanged when that version is no longer the newest.
    """
    version = value.version + 1
    kept = {name: kept for name, kept in columns_of(value).items() if name not in apart_from}
    columns = {**kept, "version": version, **more}
    statement = update(table).where(table.c.id == value.id, table.c.version == value.version)
    if db.connection().execute(statement, columns).rowcount == 0:
        raise changed_meanwhile()
    return int(version)


def changed_meanwhile() -> RecordChanged:
    return RecordChanged(
        _(
            "Somebody else changed this record after you opened it, so nothing was overwritten. "
            "What you entered is still on the screen. Open the record again to see both."
        )
    )


def missing(record_id: UUID) -> RecordChanged:
    return RecordChanged(
        _("There is no record {id} here. Look for it in the list again.").format(id=record_id)
    )
