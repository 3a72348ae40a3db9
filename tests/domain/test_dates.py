"""Dates as they are typed and shown."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from needlelog.domain.dates import (
    clock,
    clock_seconds,
    echo,
    elapsed,
    in_clinic,
    parse_birth_date,
    parse_date,
    parse_expiry,
    short,
)
from needlelog.errors import BadValue
from tests.builders import TODAY

LONDON = ZoneInfo("Europe/London")


def test_a_date_is_shown_with_its_month_in_letters() -> None:
    assert short(date(2008, 9, 9)) == "09-Sep-2008"
    assert short(date(987, 12, 31)) == "31-Dec-0987"


def test_what_was_understood_is_said_back_with_its_weekday() -> None:
    assert echo(date(2008, 9, 9)) == "Tue 09-Sep-2008"
    assert echo(date(2026, 11, 22)) == "Sun 22-Nov-2026"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("9.9.08", date(2008, 9, 9)),
        ("9/9", date(2026, 9, 9)),
        ("9.9.", date(2026, 9, 9)),
        ("09-09-2008", date(2008, 9, 9)),
        ("9 9 2008", date(2008, 9, 9)),
        ("3/4/2008", date(2008, 4, 3)),
        ("2008-09-09", date(2008, 9, 9)),
        ("2008-9-9", date(2008, 9, 9)),
        ("9 Sep 2008", date(2008, 9, 9)),
        ("9sept08", date(2008, 9, 9)),
        ("9. SEPTEMBER 2008", date(2008, 9, 9)),
        ("09-Sep-2008", date(2008, 9, 9)),
        ("9 Sep", date(2026, 9, 9)),
        ("  9.9.08\t", date(2008, 9, 9)),
        ("٩.٩.٢٠٠٨", date(2008, 9, 9)),
        ("29.2.2024", date(2024, 2, 29)),
        ("29.2.24", date(2024, 2, 29)),
        ("today", TODAY),
        (" Today ", TODAY),
    ],
)
def test_a_date_may_be_typed_in_any_of_these_ways(text: str, day: date) -> None:
    assert parse_date(text, TODAY) == day


@pytest.mark.parametrize(
    ("text", "year"), [("26", 2026), ("31", 2031), ("46", 2046), ("47", 1947), ("00", 2000)]
)
def test_two_digits_reach_twenty_years_ahead_as_expiry_dates_do(text: str, year: int) -> None:
    assert parse_date(f"1.3.{text}", TODAY).year == year


@pytest.mark.parametrize(
    ("text", "year"), [("26", 2026), ("27", 1927), ("75", 1975), ("00", 2000), ("08", 2008)]
)
def test_two_digits_of_a_birth_year_are_never_in_the_future(text: str, year: int) -> None:
    assert parse_birth_date(f"1.3.{text}", TODAY).year == year


def test_two_digits_are_understood_at_the_turn_of_a_century() -> None:
    last_day, first_day = date(2099, 12, 31), date(2100, 1, 1)

    assert parse_birth_date("31.12.99", last_day) == last_day
    assert parse_birth_date("31.12.99", first_day) == last_day
    assert parse_date("1.1.05", last_day) == date(2105, 1, 1)


@pytest.mark.parametrize(
    "text",
    ["29.2.2023", "29.2.1900", "29.2", "31.4.2020", "0.1.2020", "13.13.2020", "1.1.0000", "31 Sep"],
)
def test_a_day_the_calendar_does_not_have_is_refused(text: str) -> None:
    with pytest.raises(BadValue, match=r"^There is no such day as .* Type it as 14\.7\.1975\.$"):
        parse_date(text, TODAY)


NO_DATES = ("", "soon", "9", "9.", "9.9.8", "9.9.20081", "2008/09/09", "1.2.3.4", "-9.9.08")
NO_MONTHS = ("9 Junk 2008", "9 Mayor 2008", "9 Ma 2008", "Sep 2008")


@pytest.mark.parametrize("text", [*NO_DATES, *NO_MONTHS, "<b>9.9.08</b>", "9.9.08\x00"])
def test_what_is_no_date_is_refused_and_never_guessed(text: str) -> None:
    with pytest.raises(BadValue, match=r"is not a date\. Type it as 14\.7\.1975\.$"):
        parse_date(text, TODAY)


def test_a_birth_date_is_not_in_the_future() -> None:
    assert parse_birth_date("23.11.2026", TODAY) == TODAY
    with pytest.raises(BadValue, match=r"^24-Nov-2026 is in the future\. Check the year\.$"):
        parse_birth_date("24.11.2026", TODAY)


def test_a_birth_date_is_not_over_125_years_ago() -> None:
    assert parse_birth_date("1.1.1901", TODAY) == date(1901, 1, 1)
    with pytest.raises(BadValue, match=r"^31-Dec-1900 is over 125 years ago\. Check the year\.$"):
        parse_birth_date("31.12.1900", TODAY)


def test_a_birth_on_29_february_is_kept() -> None:
    assert parse_birth_date("29.2.96", TODAY) == date(1996, 2, 29)


@given(st.dates())
def test_a_date_that_is_shown_can_be_typed_again(day: date) -> None:
    assert parse_date(short(day), TODAY) == parse_date(day.isoformat(), TODAY) == day


@given(st.text(st.sampled_from("0123456789.-/ SepFbtoday٣\x00")) | st.text())
def test_any_text_is_refused_or_a_date_that_can_be_said_back(text: str) -> None:
    try:
        day = parse_date(text, TODAY)
    except BadValue:
        return
    assert parse_date(short(day), TODAY) == day


@pytest.mark.parametrize(
    ("moment", "shown"),
    [
        (datetime(2026, 11, 23, 14, 36, 2, tzinfo=UTC), "14:36:02"),
        (datetime(2026, 7, 1, 23, 30, tzinfo=UTC), "00:30:00"),
        (datetime(2026, 10, 25, 0, 59, 59, tzinfo=UTC), "01:59:59"),
        (datetime(2026, 10, 25, 1, 0, tzinfo=UTC), "01:00:00"),
    ],
)
def test_the_clock_shows_the_clinic_s_time_summer_and_winter(moment: datetime, shown: str) -> None:
    assert clock_seconds(moment, LONDON) == shown
    assert clock(moment, LONDON) == shown[:5]
    assert in_clinic(moment, LONDON).astimezone(UTC) == moment


@pytest.mark.parametrize(
    ("span", "shown"),
    [
        (timedelta(0), "00:00:00"),
        (timedelta(minutes=24, seconds=10, milliseconds=999), "00:24:10"),
        (timedelta(hours=26, seconds=5), "26:00:05"),
        (timedelta(seconds=-3), "00:00:00"),
    ],
)
def test_elapsed_time_counts_hours_and_never_runs_backwards(span: timedelta, shown: str) -> None:
    assert elapsed(span) == shown


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("03/2027", date(2027, 3, 31)),
        ("2.2028", date(2028, 2, 29)),
        (" 2027-11 ", date(2027, 11, 30)),
        ("Mar 2027", date(2027, 3, 31)),
        ("15.3.2027", date(2027, 3, 15)),
        ("15.3.27", date(2027, 3, 15)),
        ("2027-03-15", date(2027, 3, 15)),
        ("11/12", date(2026, 12, 11)),
    ],
)
def test_a_label_that_names_a_month_lasts_to_its_end(text: str, day: date) -> None:
    assert parse_expiry(text, TODAY) == day


@pytest.mark.parametrize("text", ["13/2027", "00/2027", "Foo 2027", "2027-00", "03/0000"])
def test_an_expiry_in_no_month_is_refused(text: str) -> None:
    with pytest.raises(BadValue, match=r"^There is no such month as .* Type it as 03/2027\.$"):
        parse_expiry(text, TODAY)


@given(st.text(max_size=12))
def test_any_expiry_is_refused_or_a_date(text: str) -> None:
    try:
        day = parse_expiry(text, TODAY)
    except BadValue:
        return
    assert parse_expiry(short(day), TODAY) == day
