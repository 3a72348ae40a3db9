"""A client and the banner."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from needlelog.domain.client import Allergies, Client, age_on
from tests.builders import a_client


@pytest.mark.parametrize(
    ("family_name", "given_name", "banner", "full", "initials"),
    [
        ("Venkataraman", "Priya", "VENKATARAMAN, Priya", "Priya Venkataraman", "PV"),
        ("de Vries", "Anneke", "DE VRIES, Anneke", "Anneke de Vries", "AD"),
        ("", "Priya", "Priya", "Priya", "P"),
        ("Venkataraman", "", "VENKATARAMAN", "Venkataraman", "V"),
        ("王", "小明", "王, 小明", "小明 王", "小王"),
        ("<b>&", "Eve", "<B>&, Eve", "Eve <b>&", "E<"),
    ],
)
def test_a_name_is_shown_family_first_and_said_given_first(
    family_name: str, given_name: str, banner: str, full: str, initials: str
) -> None:
    client = a_client(family_name=family_name, given_name=given_name)

    assert (client.banner_name, client.full_name, client.initials) == (banner, full, initials)


@pytest.mark.parametrize(("number", "code"), [(1, "C-0001"), (312, "C-0312"), (12345, "C-12345")])
def test_a_client_number_has_four_digits_or_more(number: int, code: str) -> None:
    assert a_client(number=number).code == code


def test_nothing_is_taken_for_granted_of_a_new_client() -> None:
    client = Client(family_name="Osei", given_name="Ama", born_on=None)

    assert client.allergies is Allergies.NOT_RECORDED
    assert (client.phototype, client.has_melasma) == (None, None)


def test_allergies_have_exactly_four_states() -> None:
    assert {state.value for state in Allergies} == {
        "known",
        "none_known",
        "not_recorded",
        "unavailable",
    }


@pytest.mark.parametrize(
    ("born_on", "day", "age"),
    [
        (date(1997, 6, 8), date(2026, 6, 7), 28),
        (date(1997, 6, 8), date(2026, 6, 8), 29),
        (date(2008, 11, 23), date(2026, 11, 22), 17),
        (date(2008, 11, 23), date(2026, 11, 23), 18),
        (date(2008, 2, 29), date(2026, 2, 28), 17),
        (date(2008, 2, 29), date(2026, 3, 1), 18),
        (date(2008, 2, 29), date(2028, 2, 28), 19),
        (date(2008, 2, 29), date(2028, 2, 29), 20),
        (date(1896, 2, 29), date(1900, 3, 1), 4),
        (date(2026, 11, 23), date(2026, 11, 23), 0),
    ],
)
def test_age_turns_on_the_birthday_and_on_1_march_for_29_february(
    born_on: date, day: date, age: int
) -> None:
    assert age_on(born_on, day) == age


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 120))
def test_on_every_birthday_the_age_is_the_number_of_years(born_on: date, years: int) -> None:
    is_leap_day = (born_on.month, born_on.day) == (2, 29)
    month, day = (3, 1) if is_leap_day else (born_on.month, born_on.day)

    assert age_on(born_on, date(born_on.year + years, month, day)) == years
