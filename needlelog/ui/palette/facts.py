"""What the palette reads: who was here lately, and who is meant by what is typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from needlelog.domain.client import Client
from needlelog.ui.screens.clients_facts import clinic_zone, today_in

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

SHOWN = 8


@dataclass(frozen=True, slots=True)
class Found:
    clients: tuple[Client, ...]
    today: date
    is_near: bool = False
    """Nobody has the name that was typed; these are one letter off."""


@dataclass(frozen=True, slots=True)
class Lately:
    """Before anything is typed."""

    found: Found
    count: int
    """Of all clients."""


def found(db: Session, text: str) -> Found:
    """The likeliest clients for what was typed."""
    from needlelog.db import clients

    today = today_in(clinic_zone(db))
    people = clients.find(db, text, limit=SHOWN)
    if people:
        return Found(people, today)
    return Found(clients.near(db, text, limit=SHOWN), today, is_near=True)


def lately(db: Session, opened: Sequence[UUID]) -> Lately:
    """Clients opened lately in this window, then those with the newest sessions."""
    from needlelog.db import clients

    known = clients.these(db, opened)
    others = (one for one in clients.recent(db, limit=SHOWN) if one.id not in opened)
    people = [one for one in (*known, *others) if one.trashed_at is None]
    return Lately(Found(tuple(people[:SHOWN]), today_in(clinic_zone(db))), clients.count(db))
