"""When something is allowed again, as a person would plan it: whole hours, by day."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

FIRST_HOUR = 8
LAST_HOUR = 20


def paper_time(ended_at: datetime, hours: int, zone: ZoneInfo) -> datetime:
    """The moment `hours` after needling ended, as printed: on the clinic's clock, never early.

    Hours are elapsed time, so a change to or from summer time in between moves the clock time.
    Rounded up to the hour; after 20:00 it becomes 08:00 the next day, before 08:00 it is 08:00.
    """
    due = (ended_at.astimezone(UTC) + timedelta(hours=hours)).astimezone(zone)
    whole = due.replace(minute=0, second=0, microsecond=0)
    if whole != due:
        whole += timedelta(hours=1)
    if whole.hour > LAST_HOUR or (whole.date() > due.date() and whole.hour == 0):
        return _morning(due.date() + timedelta(days=1), zone)
    if whole.hour < FIRST_HOUR:
        return _morning(whole.date(), zone)
    return whole


def _morning(day: date, zone: ZoneInfo) -> datetime:
    return datetime(day.year, day.month, day.day, FIRST_HOUR, tzinfo=zone)


def long_moment(moment: datetime, beside: date) -> str:
    """'Mon 23 November, 15:00'; with the year where it is not the year of the sheet."""
    return f"{_day_words(moment.date(), 'EEE', beside)}, {moment:%H:%M}"


def short_day(day: date, beside: date) -> str:
    """'Mon 23 November', for the caption of a group."""
    return _day_words(day, "EEE", beside)


def full_day(day: date) -> str:
    """'Sunday 22 November 2026'."""
    return _formatted(day, "EEEE d MMMM y")


def plain_day(day: date) -> str:
    """'8 June 1997'."""
    return _formatted(day, "d MMMM y")


def _day_words(day: date, weekday: str, beside: date) -> str:
    year = "" if day.year == beside.year else " y"
    return _formatted(day, f"{weekday} d MMMM{year}")


def _formatted(day: date, pattern: str) -> str:
    from babel.dates import format_date  # its locale data takes longer to load than a window

    return format_date(day, pattern, locale="en_GB")
