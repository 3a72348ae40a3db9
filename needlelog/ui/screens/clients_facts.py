"""The clinic's time zone, and the day there."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from needlelog.domain import dates
from needlelog.ui.clock import now

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


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
