"""A time of day means one moment, or a sentence says why not."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from needlelog.domain import moments
from needlelog.errors import BadValue
from tests.builders import TODAY, at

BERLIN = ZoneInfo("Europe/Berlin")
"""One hour ahead of the builders' noon."""


@pytest.mark.parametrize("text", ["14:36", " 14.36 ", "14h36", "1436", "14 : 36"])
def test_ways_to_type_a_time(text: str) -> None:
    assert moments.parse_time(text) == time(14, 36)


@pytest.mark.parametrize("text", ["", "24:00", "9:60", "936", "-1:30", "14", "<img>", "\0"])
def test_what_is_no_time(text: str) -> None:
    with pytest.raises(BadValue, match="14:36"):
        moments.parse_time(text)


def test_a_time_is_of_the_clinics_clock() -> None:
    assert moments.moment_on(TODAY, "13:10", BERLIN) == at(10)


def test_a_time_the_clocks_leap_over() -> None:
    with pytest.raises(BadValue, match="went forward"):
        moments.moment_on(date(2026, 3, 29), "02:30", BERLIN)


def test_a_time_that_comes_twice_is_the_first() -> None:
    found = moments.moment_on(date(2026, 10, 25), "02:30", BERLIN)
    assert found == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_a_time_after_midnight_is_of_the_next_day() -> None:
    late, now = at(10 * 60 + 50), at(11 * 60 + 30)  # 23:50 and 00:30
    assert moments.moment_after(late, "00:10", BERLIN, now) == at(11 * 60 + 10)


def test_the_minute_it_started_in_counts() -> None:
    start = at(10).replace(second=40)
    assert moments.moment_after(start, "13:10", BERLIN, at(30)) == at(10)


@pytest.mark.parametrize("text", ["13:05", "13:31"])
def test_neither_before_it_started_nor_still_to_come(text: str) -> None:
    with pytest.raises(BadValue, match="still to come"):
        moments.moment_after(at(10), text, BERLIN, at(30))


def test_a_session_is_never_in_the_future_or_before_birth() -> None:
    born = date(1997, 6, 8)
    assert moments.happened(TODAY, "13:10", BERLIN, at(30), born) == at(10)
    with pytest.raises(BadValue, match="still to come"):
        moments.happened(TODAY, "13:31", BERLIN, at(30), born)
    with pytest.raises(BadValue, match="before the client was born"):
        moments.happened(date(1997, 6, 7), "13:10", BERLIN, at(30), born)


def test_the_next_date_is_after_today() -> None:
    assert moments.parse_next_date("21.12.26", TODAY) == date(2026, 12, 21)
    for text in ("23.11.2026", "1/2", "today"):
        with pytest.raises(BadValue, match="not after today"):
            moments.parse_next_date(text, TODAY)
