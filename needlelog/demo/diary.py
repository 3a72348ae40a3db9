"""Who comes when: courses of sessions some weeks apart, with a longer pause after each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from typing import NamedTuple
from zoneinfo import ZoneInfo

LONDON = "Europe/London"

_SMALL_CLINIC = 100
_YEARS_SMALL, _YEARS_LARGE = 2, 10
_WEEKS_IN_YEAR = 52
_SHORTEST_WEEKS = 4
"""Also the shortest interval above 0.5 mm that the rules start from."""
_COURSE_WEEKS = (4, 6)
_COURSE_SESSIONS = 4
_PAUSE_WEEKS = (13, 26)
_OPENS_MINUTE, _SLOT_MINUTES, _SLOTS = 9 * 60, 15, 32
_SUNDAY = 6
_CLOSES_MINUTE = 18 * 60
_LAST_DAY_BEFORE_END = (50, 110, 170, 240, 310)
"""How many minutes before the end those come who come on the last day: the first is in the chair
still, the second waits for a signature, the others are signed."""
_FIRST_END = 4 * 60


class Visit(NamedTuple):
    """One appointment; sorted, visits stand in the order of the diary."""

    day: date
    minute: int
    """Of the clinic's day."""
    client: int
    """From 0."""
    nth: int
    """Which session of this client it is, from 0."""
    is_last: bool


@dataclass(frozen=True, slots=True)
class Evening:
    """Where the diary ends."""

    day: date
    minute: int = _CLOSES_MINUTE
    """Of the clinic's day."""
    time_zone: str = LONDON


@dataclass(frozen=True, slots=True)
class Size:
    """How much is invented."""

    clients: int = 40
    sessions: int = 320


def evening(moment: datetime, time_zone: str) -> Evening:
    """A diary that ends now, or last evening where the day has hardly begun."""
    here = moment.astimezone(ZoneInfo(time_zone))
    minute = here.hour * 60 + here.minute
    if minute < _FIRST_END:
        return Evening(here.date() - timedelta(days=1), time_zone=time_zone)
    return Evening(here.date(), minute, time_zone)


def visits(size: Size, end: Evening, rng: Random) -> list[Visit]:
    """The whole diary up to and including the last day, on which the first few clients come."""
    counts = _counts(size, rng)
    weeks = _weeks(size, max(counts, default=0))
    found: list[Visit] = []
    for client, count in enumerate(counts):
        comes_last = client < len(_LAST_DAY_BEFORE_END)
        days = _days(count, weeks, end.day, rng, comes_last)
        for nth, day in enumerate(days):
            minute = _OPENS_MINUTE + _SLOT_MINUTES * rng.randrange(_SLOTS)
            if comes_last and nth == count - 1:
                minute = max(0, end.minute - _LAST_DAY_BEFORE_END[client])
            found.append(Visit(day, minute, client, nth, nth == count - 1))
    found.sort()
    return found


def _weeks(size: Size, most: int) -> int:
    """Two years for a small clinic, ten for a large one; longer where one client needs it."""
    years = _YEARS_SMALL if size.clients <= _SMALL_CLINIC else _YEARS_LARGE
    return max(years * _WEEKS_IN_YEAR, most * _SHORTEST_WEEKS)


def _counts(size: Size, rng: Random) -> list[int]:
    """Sessions per client, some more and some fewer, all together exactly as many as asked."""
    usual, rest = divmod(size.sessions, size.clients)
    counts = [usual + (client < rest) for client in range(size.clients)]
    for first in range(0, size.clients - 1, 2):
        given = rng.randint(0, usual // 2)
        counts[first] += given
        counts[first + 1] -= given
    return counts


def _days(count: int, weeks: int, last_day: date, rng: Random, ends_today: bool) -> Sequence[date]:
    """The days of one client, always the same day of the week and never a Sunday."""
    if count == 0:
        return ()
    gaps = _gaps(count, weeks, rng)
    back = 0 if ends_today else rng.randint(1, 7 * max(1, weeks - sum(gaps)))
    last = last_day - timedelta(days=back)
    if last.weekday() == _SUNDAY and not ends_today:
        last -= timedelta(days=1)
    days = [last]
    if last.weekday() == _SUNDAY:
        last -= timedelta(days=1)  # a demo is looked at on Sundays too
    for gap in reversed(gaps):
        last -= timedelta(weeks=gap)
        days.append(last)
    return days[::-1]


def _gaps(count: int, weeks: int, rng: Random) -> list[int]:
    """Weeks between sessions; where there are many, pauses become shorter until all fit."""
    gaps = [
        rng.randint(*(_PAUSE_WEEKS if nth % _COURSE_SESSIONS == 0 else _COURSE_WEEKS))
        for nth in range(1, count)
    ]
    least = _SHORTEST_WEEKS * len(gaps)
    room, wanted = weeks - 1 - least, sum(gaps) - least
    if wanted <= room:
        return gaps
    return [_SHORTEST_WEEKS + (gap - _SHORTEST_WEEKS) * room // wanted for gap in gaps]
