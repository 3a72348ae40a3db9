"""Clients: added, changed, found."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, insert, select, update
from sqlalchemy.orm import Session

from needlelog.db import near_names, search, timeline
from needlelog.db.rows import TABLES
from needlelog.db.values import columns_of, value_of, values_of
from needlelog.db.versions import missing, save_over
from needlelog.domain.client import Client
from needlelog.domain.text import fold
from needlelog.errors import NotNow
from needlelog.i18n import _

_CLIENTS = TABLES["client"]
_COUNTERS = TABLES["counter"]
_SESSIONS = TABLES["session"]
_OWNERS = TABLES["session_client"]
_PUT_ASIDE = ("archived_at", "trashed_at")
"""Written by `put_aside` alone: a form that is open meanwhile doesn't know of them."""


def add(db: Session, client: Client) -> Client:
    """Keep a new client under the next number of this clinic."""
    added = replace(client, number=_next_number(db), version=1)
    db.execute(insert(_CLIENTS), {**columns_of(added), **search.folded(added)})
    return added


def save(db: Session, client: Client) -> Client:
    """Keep what was changed; RecordChanged when another chair was faster."""
    new = search.folded(client)
    version = save_over(db, _CLIENTS, client, apart_from=_PUT_ASIDE, **new)
    return replace(client, version=version)


def get(db: Session, client_id: UUID) -> Client:
    row = db.execute(select(_CLIENTS).where(_CLIENTS.c.id == client_id)).first()
    if row is None:
        raise missing(client_id)
    return value_of(row, Client)


def hold(db: Session, client_id: UUID) -> Client:
    """Let no other chair begin anything for this client before this action ends."""
    # A file has one writer at a time anyway; there the lock is left out of the statement.
    wanted = select(_CLIENTS).where(_CLIENTS.c.id == client_id).with_for_update()
    row = db.execute(wanted).first()
    if row is None:
        raise missing(client_id)
    return value_of(row, Client)


def welcome(db: Session, client_id: UUID) -> None:
    """Hold a client who takes the chair; the archive is left by it. NotNow for the trash."""
    client = hold(db, client_id)
    if client.trashed_at is not None:
        raise NotNow(
            _("{name} is in the trash. Restore the client there, then start the session.").format(
                name=client.full_name
            )
        )
    if client.archived_at is not None:
        put_aside(db, client_id, archived_at=None, trashed_at=None)


def put_aside(
    db: Session, client_id: UUID, archived_at: datetime | None, trashed_at: datetime | None
) -> Client:
    """Into the archive, into the trash, or back with None for both; the client as before.

    Nothing is erased. Raises NotNow while a session waits for its signature.
    """
    before = hold(db, client_id)
    if (archived_at or trashed_at) and _is_in_the_chair(db, client_id):
        raise NotNow(
            _("{name} has a session in the chair. Sign it first.").format(name=before.full_name)
        )
    aside = {"archived_at": archived_at, "trashed_at": trashed_at}
    db.execute(update(_CLIENTS).where(_CLIENTS.c.id == client_id).values(aside))
    return before


def find(db: Session, text: str, limit: int = 20) -> tuple[Client, ...]:
    """Clients by any part of name, phone, number or birth date, the likeliest first.

    Nothing typed finds nobody: `recent` says who was here last. Who lies in the trash is not found.
    """
    if not fold(text):  # blank, or an accent that stands alone
        return ()
    return _numbered(db, search.numbers(db, text, limit))


def near(db: Session, text: str, limit: int = 20) -> tuple[Client, ...]:
    """Clients whose names are one letter off, for when `find` finds nobody."""
    return _numbered(db, near_names.numbers(db, text, limit))


def recent(db: Session, limit: int = 20) -> tuple[Client, ...]:
    """Clients whose last session is the newest, and after them those added last."""
    is_listed = _CLIENTS.c.archived_at.is_(None) & _CLIENTS.c.trashed_at.is_(None)
    newest = (_CLIENTS.c.last_session_at.desc().nulls_last(), _CLIENTS.c.number.desc())
    wanted = select(_CLIENTS.c.number).where(is_listed).order_by(*newest)
    return _numbered(db, db.scalars(wanted.limit(limit)).all())


def these(db: Session, client_ids: Sequence[UUID]) -> tuple[Client, ...]:
    """The clients of these ids in their order; one that is gone is left out."""
    rows = db.execute(select(_CLIENTS).where(_CLIENTS.c.id.in_(client_ids)))
    found = {client.id: client for client in values_of(rows, Client)}
    return tuple(found[one] for one in client_ids if one in found)


def count(db: Session) -> int:
    """How many can be found: all but those in the trash."""
    found = select(func.count()).select_from(_CLIENTS).where(_CLIENTS.c.trashed_at.is_(None))
    return db.scalars(found).one()


def same_name(db: Session, family_name: str, given_name: str) -> tuple[Client, ...]:
    """Clients of the same name, whatever the accents and capitals, to be told apart."""
    wanted = (
        select(_CLIENTS)
        .where(_CLIENTS.c.family_folded == fold(family_name))
        .where(_CLIENTS.c.given_folded == fold(given_name))
        .order_by(_CLIENTS.c.number)
    )
    return values_of(db.execute(wanted), Client)


def _is_in_the_chair(db: Session, client_id: UUID) -> bool:
    unsigned = (
        select(_OWNERS.c.id)
        .join(_SESSIONS, _SESSIONS.c.id == _OWNERS.c.session_id)
        .where(_OWNERS.c.client_id == client_id, _SESSIONS.c.signed_at.is_(None))
        .where(timeline.is_newest_owner())
    )
    return db.execute(unsigned.limit(1)).first() is not None


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
