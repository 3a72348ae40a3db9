"""Times on paper: whole hours by day, never early, right through every change of clocks."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from needlelog.domain.aftercare_times import (
    full_day,
    long_moment,
    paper_time,
    plain_day,
    short_day,
)

LONDON = ZoneInfo("Europe/London")
NEW_YORK = ZoneInfo("America/New_York")
LORD_HOWE = ZoneInfo("Australia/Lord_Howe")
START = datetime(2024, 1, 1, tzinfo=UTC)

CASES = [
    # on the hour stays, one second past goes up
    ("2026-11-22T14:00", 24, LONDON, "2026-11-23T14:00"),
    ("2026-11-22T14:00:01", 24, LONDON, "2026-11-23T15:00"),
    ("2026-11-22T14:51", 24, LONDON, "2026-11-23T15:00"),
    # into 08:00 to 20:00
    ("2026-11-22T20:00", 24, LONDON, "2026-11-23T20:00"),
    ("2026-11-22T19:01", 24, LONDON, "2026-11-23T20:00"),
    ("2026-11-22T20:01", 24, LONDON, "2026-11-24T08:00"),
    ("2026-11-22T23:30", 24, LONDON, "2026-11-24T08:00"),
    ("2026-11-22T00:10", 24, LONDON, "2026-11-23T08:00"),
    ("2026-11-22T07:59", 24, LONDON, "2026-11-23T08:00"),
    ("2026-11-22T08:00", 24, LONDON, "2026-11-23T08:00"),
    # hours are elapsed: the clock goes back on 25 October 2026 and forward on 29 March 2026
    ("2026-10-24T15:00", 24, LONDON, "2026-10-25T14:00"),
    ("2026-10-24T15:10", 48, LONDON, "2026-10-26T15:00"),
    ("2026-03-28T15:00", 24, LONDON, "2026-03-29T16:00"),
    ("2026-03-28T19:30", 24, LONDON, "2026-03-30T08:00"),
    ("2026-03-07T15:00", 24, NEW_YORK, "2026-03-08T16:00"),
    ("2026-10-31T15:00", 24, NEW_YORK, "2026-11-01T14:00"),
    # Lord Howe moves by half an hour: 15:00 becomes 15:30, rounded up
    ("2026-10-03T15:00", 24, LORD_HOWE, "2026-10-04T16:00"),
    ("2026-04-04T15:00", 24, LORD_HOWE, "2026-04-05T15:00"),
    # leap day, new year
    ("2028-02-28T15:00", 24, LONDON, "2028-02-29T15:00"),
    ("2028-02-29T15:00", 24, LONDON, "2028-03-01T15:00"),
    ("2026-12-31T20:30", 24, LONDON, "2027-01-02T08:00"),
    ("2026-12-30T15:00", 48, LONDON, "2027-01-01T15:00"),
]


@pytest.mark.parametrize(("ended", "hours", "zone", "printed"), CASES)
def test_a_time_is_rounded_up_and_put_into_the_day(
    ended: str, hours: int, zone: ZoneInfo, printed: str
) -> None:
    ended_at = datetime.fromisoformat(ended).replace(tzinfo=zone).astimezone(UTC)
    assert paper_time(ended_at, hours, zone) == datetime.fromisoformat(printed).replace(tzinfo=zone)


@given(
    st.integers(0, 16 * 366 * 24 * 60).map(lambda minute: START + timedelta(minutes=minute)),
    st.integers(0, 700),
    st.sampled_from([LONDON, NEW_YORK, LORD_HOWE, ZoneInfo("Asia/Kathmandu"), ZoneInfo("UTC")]),
)
def test_no_time_is_early_or_at_night_or_half_past(
    ended_at: datetime, hours: int, zone: ZoneInfo
) -> None:
    printed = paper_time(ended_at, hours, zone)
    due = ended_at + timedelta(hours=hours)
    assert due <= printed.astimezone(UTC) <= due + timedelta(hours=13)
    assert (printed.minute, printed.second, printed.microsecond) == (0, 0, 0)
    assert 8 <= printed.hour <= 20


def test_a_date_names_its_year_only_where_it_is_another() -> None:
    new_year = datetime(2027, 1, 1, 15, tzinfo=LONDON)
    assert long_moment(new_year, beside=date(2027, 1, 1)) == "Fri 1 January, 15:00"
    assert long_moment(new_year, beside=date(2026, 12, 30)) == "Fri 1 January 2027, 15:00"
    assert short_day(date(2027, 1, 6), beside=date(2026, 12, 30)) == "Wed 6 January 2027"


def test_days_are_written_out_for_a_client() -> None:
    assert full_day(date(2026, 11, 22)) == "Sunday 22 November 2026"
    assert plain_day(date(1996, 2, 29)) == "29 February 1996"
