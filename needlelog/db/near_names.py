"""Who may have been meant when nobody has the name that was typed."""

from __future__ import annotations

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from needlelog.db.rows import TABLES
from needlelog.domain import fuzzy
from needlelog.domain.text import fold

_CLIENTS = TABLES["client"].c
_NAME = (_CLIENTS.family_folded, _CLIENTS.given_folded, _CLIENTS.number)
_LOOKED_AT = 400
"""Names, and clients of the near ones: looked through one by one."""
_LAST_CHARACTER = "\U0010ffff"


def numbers(db: Session, typed: str, limit: int) -> list[int]:
    """The numbers of clients whose names are one letter off; a slip spares the first two."""
    words = fold(typed).split()
    long = next((word for word in words if fuzzy.is_long(word)), "")
    if not long.isalpha():
        return []
    found: dict[int, None] = {}
    for name in (_CLIENTS.family_folded, _CLIENTS.given_folded):
        near = [one for one in _names(db, name, long[:2]) if _fits(long, one)]
        wanted = select(*_NAME).where(name.in_(near), _CLIENTS.trashed_at.is_(None))
        for row in db.execute(wanted.order_by(*_NAME).limit(_LOOKED_AT)) if near else ():
            if all(_fits(word, f"{row.family_folded} {row.given_folded}") for word in words):
                found[row.number] = None
    return list(found)[:limit]


def _names(db: Session, name: ColumnElement[str], start: str) -> list[str]:
    """Each name that begins so, once."""
    begins = (name >= start) & (name <= start + _LAST_CHARACTER)
    return list(db.scalars(select(name).distinct().where(begins).order_by(name).limit(_LOOKED_AT)))


def _fits(word: str, name: str) -> bool:
    return any(one.startswith(word) or fuzzy.is_near(word, one) for one in name.split())
