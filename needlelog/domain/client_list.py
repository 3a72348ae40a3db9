"""The list of all clients: who is on it, in which order, and what it says of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from needlelog.domain.client import Client

LATELY = timedelta(days=90)
LONG_AGO = timedelta(days=365)


class Shown(StrEnum):
    """Which clients; only the last two show who was put aside."""

    ALL = "all"
    SEEN_LATELY = "seen_lately"
    NOT_SEEN = "not_seen"
    """Nobody without any session: they were not here a year ago either."""
    ARCHIVED = "archived"
    TRASH = "trash"


class Column(StrEnum):
    """What a row says, and what the list can be sorted by."""

    NAME = "name"
    BORN = "born"
    NUMBER = "number"
    PHONE = "phone"
    LAST_SESSION = "last_session"
    SESSIONS = "sessions"
    NEXT = "next"
    PHOTOTYPE = "phototype"
    ALLERGIES = "allergies"


@dataclass(frozen=True, slots=True)
class Listing:
    """What somebody wants to see; `text` is any part of name, phone, number or birth date."""

    shown: Shown = Shown.ALL
    text: str = ""
    column: Column = Column.NAME
    descending: bool = False


@dataclass(frozen=True, slots=True)
class ListedClient:
    """A client with what their sessions come to."""

    client: Client
    sessions: int
    last_session_at: datetime | None
    next_on: date | None
    """Agreed at the newest session."""
