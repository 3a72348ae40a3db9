"""Moments typed as a time of day: '14:36' on the clock of the clinic's wall."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from needlelog.domain import dates
from needlelog.errors import BadValue
from needlelog.i18n import _

_TIME = re.compile(r"(\d{1,2})\s*[:.,h]\s*(\d{2})|(\d{2})(\d{2})", re.IGNORECASE)


def parse_time(text: str) -> time:
    """'14:36', '14.36', '9:05' or '1436'. Raises BadValue for anything else."""
    found = _TIME.fullmatch(text.strip())
    if found:
        hour, minute = int(found[1] or found[3]), int(found[2] or found[4])
        if hour < 24 and minute < 60:
            return time(hour, minute)
    raise BadValue(_("“{text}” is not a time. Type it as 14:36.").format(text=text.strip()))


def moment_on(day: date, text: str, zone: ZoneInfo) -> datetime:
    """The moment of a day that was typed as a time in this zone.

    Where the clocks go back, the first of the two. Raises BadValue for no time, and for one that
    the clocks leap over.
    """
    typed = parse_time(text)
    local = datetime.combine(day, typed, zone)
    moment = local.astimezone(UTC)
    if dates.in_clinic(moment, zone).time() != typed:
        raise BadValue(
            _("There was no {time} on {day}: the clocks went forward.").format(
                time=f"{typed:%H:%M}", day=dates.short(day)
            )
        )
    return moment


def moment_after(start: datetime, text: str, zone: ZoneInfo, now: datetime) -> datetime:
    """The first moment at that time of day since `start`, past midnight if need be.

    Raises BadValue for one that is still to come.
    """
    day = dates.in_clinic(start, zone).date()
    moment = moment_on(day, text, zone)
    if moment < start.replace(second=0, microsecond=0):
        moment = moment_on(day + timedelta(days=1), text, zone)
    if moment > now:
        raise BadValue(
            _("{time} is before {start} or still to come.").format(
                time=dates.clock(moment, zone), start=dates.clock(start, zone)
            )
        )
    return moment


def happened(day: date, text: str, zone: ZoneInfo, now: datetime, born_on: date | None) -> datetime:
    """When a session that is entered later took place: never in the future or before birth."""
    moment = moment_on(day, text, zone)
    if moment > now:
        raise BadValue(
            _("{day} {time} is still to come. Check the date and the time.").format(
                day=dates.short(day), time=dates.clock(moment, zone)
            )
        )
    if born_on is not None and day < born_on:
        raise BadValue(
            _("{day} is before the client was born ({born}).").format(
                day=dates.short(day), born=dates.short(born_on)
            )
        )
    return moment


def parse_next_date(text: str, today: date) -> date:
    """The date of the next session. Raises BadValue unless it is after today."""
    day = dates.parse_date(text, today)
    if day <= today:
        raise BadValue(
            _("{day} is not after today. Check the month and the year.").format(
                day=dates.short(day)
            )
        )
    return day
