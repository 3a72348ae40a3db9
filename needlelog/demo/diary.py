"""Who comes when: courses of sessions some weeks apart, with a longer pause after each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

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
class Size:
    """How much is invented."""

    clients: int = 40
    sessions: int = 320


def visits(size: Size, last_day: date, rng: Random) -> list[Visit]:
    """The whole diary up to and including the last day, on which the first two clients come."""
    counts = _counts(size, rng)
    weeks = _weeks(size, max(counts, default=0))
    found: list[Visit] = []
    for client, count in enumerate(counts):
        days = _days(count, weeks, last_day, rng, ends_today=client < 2)
        for nth, day in enumerate(days):
            minute = _OPENS_MINUTE + _SLOT_MINUTES * rng.randrange(_SLOTS)
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
    for gap in reversed(gaps):
        days.append(days[-1] - timedelta(weeks=gap))
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
