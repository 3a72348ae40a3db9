"""What the list of clients shows: who was here lately."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from needlelog.domain import dates
from needlelog.domain.client import Client
from needlelog.ui.clock import now

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

RECENT = 12


@dataclass(frozen=True, slots=True)
class HomeFacts:
    recent: tuple[Client, ...]
    zone: ZoneInfo
    today: date


def home(db: Session) -> HomeFacts:
    """One look at the records for the list of clients."""
    from needlelog.db import clients

    zone = clinic_zone(db)
    return HomeFacts(clients.recent(db, limit=RECENT), zone, today_in(zone))


def clinic_zone(db: Session) -> ZoneInfo:
    """The clinic's time zone. LookupError in records that nobody has named yet."""
    from needlelog.db import clinic

    here = clinic.get(db)
    if here is None:
        raise LookupError("these records have no clinic yet")
    return ZoneInfo(here.time_zone)


def today_in(zone: ZoneInfo) -> date:
    """The day on the clinic's calendar."""
    return dates.in_clinic(now(), zone).date()
