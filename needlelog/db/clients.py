"""Clients: added, changed, found."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy import func, insert, select, update
from sqlalchemy.orm import Session

from needlelog.db import search
from needlelog.db.rows import TABLES
from needlelog.db.values import columns_of, value_of, values_of
from needlelog.db.versions import missing, save_over
from needlelog.domain.client import Client
from needlelog.domain.text import fold

_CLIENTS = TABLES["client"]
_COUNTERS = TABLES["counter"]
_OWNERS = TABLES["session_client"]


def add(db: Session, client: Client) -> Client:
    """Keep a new client under the next number of this clinic."""
    added = replace(client, number=_next_number(db), version=1)
    db.execute(insert(_CLIENTS), {**columns_of(added), **search.folded(added)})
    return added


def save(db: Session, client: Client) -> Client:
    """Keep what was changed; RecordChanged when another chair was faster."""
    return replace(client, version=save_over(db, _CLIENTS, client, **search.folded(client)))


def get(db: Session, client_id: UUID) -> Client:
    row = db.execute(select(_CLIENTS).where(_CLIENTS.c.id == client_id)).first()
    if row is None:
        raise missing(client_id)
    return value_of(row, Client)


def hold(db: Session, client_id: UUID) -> None:
    """Let no other chair begin anything for this client before this action ends."""
    # A file has one writer at a time anyway; there the lock is left out of the statement.
    wanted = select(_CLIENTS.c.id).where(_CLIENTS.c.id == client_id).with_for_update()
    if db.execute(wanted).first() is None:
        raise missing(client_id)


def find(db: Session, text: str, limit: int = 20) -> tuple[Client, ...]:
    """Clients by any part of name, phone, number or birth date, the likeliest first.

    Nothing typed finds nobody: `recent` says who was here last.
    """
    if not fold(text):  # blank, or an accent that stands alone
        return ()
    # Family names that begin as typed come first and lie together in the index. Only where they
    # don't fill the list is everybody looked at, and then no more of each than the order needs.
    names = (_CLIENTS.c.family_folded, _CLIENTS.c.given_folded, _CLIENTS.c.number)
    likeliest = select(_CLIENTS.c.number).where(search.begins(text)).order_by(*names)
    found = db.scalars(likeliest.limit(limit)).all()
    if len(found) < limit:
        anywhere = select(_CLIENTS.c.number).where(search.matches(text, db.get_bind().dialect.name))
        found = db.scalars(anywhere.order_by(search.rank(text), *names).limit(limit)).all()
    return _numbered(db, found)


def recent(db: Session, limit: int = 20) -> tuple[Client, ...]:
    """Clients whose session was started last, and after them those added last."""
    last = (
        select(_OWNERS.c.client_id, func.max(_OWNERS.c.since).label("since"))
        .group_by(_OWNERS.c.client_id)
        .subquery()
    )
    wanted = (
        select(_CLIENTS)
        .outerjoin(last, last.c.client_id == _CLIENTS.c.id)
        .order_by(last.c.since.desc().nulls_last(), _CLIENTS.c.number.desc())
        .limit(limit)
    )
    return values_of(db.execute(wanted), Client)


def these(db: Session, client_ids: Sequence[UUID]) -> tuple[Client, ...]:
    """The clients of these ids in their order; one that is gone is left out."""
    rows = db.execute(select(_CLIENTS).where(_CLIENTS.c.id.in_(client_ids)))
    found = {client.id: client for client in values_of(rows, Client)}
    return tuple(found[one] for one in client_ids if one in found)


def count(db: Session) -> int:
    """How many clients there are."""
    return db.scalars(select(func.count()).select_from(_CLIENTS)).one()


def same_name(db: Session, family_name: str, given_name: str) -> tuple[Client, ...]:
    """Clients of the same name, whatever the accents and capitals, to be told apart."""
    wanted = (
        select(_CLIENTS)
        .where(_CLIENTS.c.family_folded == fold(family_name))
        .where(_CLIENTS.c.given_folded == fold(given_name))
        .order_by(_CLIENTS.c.number)
    )
    return values_of(db.execute(wanted), Client)


def _numbered(db: Session, numbers: Sequence[int]) -> tuple[Client, ...]:
    """The clients of these numbers, in their order."""
    rows = db.execute(select(_CLIENTS).where(_CLIENTS.c.number.in_(numbers)))
    return values_of(sorted(rows, key=lambda row: numbers.index(row.number)), Client)


def _next_number(db: Session) -> int:
    counted = (
        update(_COUNTERS)
        .where(_COUNTERS.c.id == "client")
        .values(value=_COUNTERS.c.value + 1)
        .returning(_COUNTERS.c.value)
    )
    return int(db.execute(counted).scalar_one())
