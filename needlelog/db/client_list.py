"""The list of all clients, sorted and filtered by the database."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, func, select, true
from sqlalchemy.orm import Session

from needlelog.db import search
from needlelog.db.rows import TABLES
from needlelog.db.values import value_of
from needlelog.domain.client import Client
from needlelog.domain.client_list import LATELY, LONG_AGO, Column, ListedClient, Listing, Shown
from needlelog.domain.text import fold

_CLIENTS = TABLES["client"].c
_NAME = (_CLIENTS.family_folded, _CLIENTS.given_folded, _CLIENTS.number)
_SORTED_BY: dict[Column, ColumnElement[Any]] = {
    Column.BORN: _CLIENTS.born_on,
    Column.NUMBER: _CLIENTS.number,
    Column.PHONE: func.nullif(_CLIENTS.phone, ""),
    Column.LAST_SESSION: _CLIENTS.last_session_at,
    Column.SESSIONS: _CLIENTS.session_count,
    Column.NEXT: _CLIENTS.next_on,
    Column.PHOTOTYPE: _CLIENTS.phototype,
    Column.ALLERGIES: _CLIENTS.allergies,
}


def first(db: Session, listing: Listing, now: datetime, limit: int) -> tuple[ListedClient, ...]:
    """The rows the list begins with, without a look at all the others."""
    wanted = _ordered(select(_CLIENTS.number), db, listing, now).limit(limit)
    return numbered(db, db.scalars(wanted).all())


def numbers(db: Session, listing: Listing, now: datetime) -> array[int]:
    """The number of every client of the list, in its order."""
    wanted = _ordered(select(_CLIENTS.number), db, listing, now)
    return array("q", (row[0] for row in db.execute(wanted)))


def numbered(db: Session, those: Sequence[int]) -> tuple[ListedClient, ...]:
    """The rows of these clients, in their order; who is gone meanwhile is left out."""
    rows = db.execute(select(TABLES["client"]).where(_CLIENTS.number.in_(those)))
    found = {row.number: _listed(row) for row in rows}
    return tuple(found[number] for number in those if number in found)


def _listed(row: Row[Any]) -> ListedClient:
    return ListedClient(value_of(row, Client), row.session_count, row.last_session_at, row.next_on)


def _ordered(wanted: Select[Any], db: Session, listing: Listing, now: datetime) -> Select[Any]:
    """By the chosen column, and where that says the same or nothing, by name."""
    wanted = _only(wanted, db, listing, now)
    if listing.column is Column.NAME:
        return wanted.order_by(*(name.desc() if listing.descending else name for name in _NAME))
    key = _SORTED_BY[listing.column]
    # What nobody noted comes last, whichever way the rest is sorted.
    key = key.desc().nulls_last() if listing.descending else key.asc().nulls_last()
    if listing.column is Column.LAST_SESSION:
        # Hardly two began at one moment; by number both ways are ways through one index.
        number = _CLIENTS.number
        return wanted.order_by(key, number.desc() if listing.descending else number)
    return wanted.order_by(key, *_NAME)


def _only(wanted: Select[Any], db: Session, listing: Listing, now: datetime) -> Select[Any]:
    wanted = wanted.select_from(TABLES["client"]).where(*_of_kind(listing.shown, now))
    if fold(listing.text):
        wanted = wanted.where(search.matches(listing.text, db.get_bind().dialect.name))
    return wanted


def _of_kind(shown: Shown, now: datetime) -> tuple[ColumnElement[bool], ...]:
    # Word for word the condition of the index, or SQLite would not use it.
    listed = (_CLIENTS.archived_at.is_(None), _CLIENTS.trashed_at.is_(None))
    seen: dict[Shown, ColumnElement[bool]] = {
        Shown.ALL: true(),
        Shown.SEEN_LATELY: _CLIENTS.last_session_at >= now - LATELY,
        Shown.NOT_SEEN: _CLIENTS.last_session_at < now - LONG_AGO,
    }
    if shown in seen:
        return (*listed, seen[shown])
    if shown is Shown.TRASH:
        return (_CLIENTS.trashed_at.is_not(None),)
    return (_CLIENTS.archived_at.is_not(None), _CLIENTS.trashed_at.is_(None))
