"""What the first page shows: sessions to sign, sessions signed today, and who was here lately."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from needlelog.domain import dates
from needlelog.domain.client import Client
from needlelog.domain.session import NeedlingSession
from needlelog.ui import clock
from needlelog.ui.screens.clients_facts import clinic_zone

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

WAITING = 25
SIGNED = 40
RECENT = 10


@dataclass(frozen=True, slots=True)
class WaitingSession:
    """A session without its signature, and whose it is."""

    session: NeedlingSession
    client: Client
    number: int


@dataclass(frozen=True, slots=True)
class SignedSession:
    session: NeedlingSession
    client: Client
    deepest: str
    """Where it went deepest, and how deep, in words."""


@dataclass(frozen=True, slots=True)
class RecentClient:
    client: Client
    seen_on: date | None
    """The day of the newest session; None for somebody who had none yet."""


@dataclass(frozen=True, slots=True)
class TodayFacts:
    zone: ZoneInfo
    today: date
    heading: str
    """The day in words, made here: what knows the words for days takes long to load."""
    waiting: tuple[WaitingSession, ...]
    """The newest first; more may wait than are shown."""
    waiting_count: int
    signed: tuple[SignedSession, ...]
    recent: tuple[RecentClient, ...]


def load(db: Session) -> TodayFacts:
    """One look at the records for the first page."""
    from needlelog.db import today

    zone = clinic_zone(db)
    day = dates.in_clinic(clock.now(), zone).date()
    return TodayFacts(
        zone=zone,
        today=day,
        heading=dates.full(day),
        waiting=_waiting(db),
        waiting_count=today.waiting_count(db),
        signed=_signed(db, datetime.combine(day, time(), zone)),
        recent=tuple(
            RecentClient(client, _day(seen_at, zone))
            for client, seen_at in today.lately(db, RECENT)
        ),
    )


def _waiting(db: Session) -> tuple[WaitingSession, ...]:
    from needlelog.db import timeline, today

    waiting = today.waiting(db, WAITING)
    people = today.clients_of(db, waiting)
    return tuple(
        WaitingSession(one, people[one.client_id], timeline.number_of(db, one)) for one in waiting
    )


def _signed(db: Session, since: datetime) -> tuple[SignedSession, ...]:
    from needlelog.db import today

    signed = today.signed_since(db, since, SIGNED)
    if not signed:
        return ()
    from needlelog.ui.screens import session_words  # brings the catalogue

    people = today.clients_of(db, signed)
    return tuple(
        SignedSession(one, people[one.client_id], session_words.deepest(one)) for one in signed
    )


def _day(moment: datetime | None, zone: ZoneInfo) -> date | None:
    return dates.in_clinic(moment, zone).date() if moment is not None else None
