"""The clinic and the people who treat."""

from datetime import timedelta

import pytest

from needlelog.domain.clinic import PolicyState, initials_of, policy_state
from tests.builders import TODAY


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Anneke de Vries, RN", "AV"),
        ("Anneke de Vries", "AV"),
        ("Cher", "C"),
        ("  olu   bello ", "OB"),
        ("élodie Ångström", "ÉÅ"),
        ("小明", "小"),
        ("", ""),
        (" , RN", ""),
    ],
)
def test_initials_are_of_the_first_and_last_name_without_titles_after_a_comma(
    name: str, initials: str
) -> None:
    assert initials_of(name) == initials


@pytest.mark.parametrize(
    ("days", "state"),
    [
        (-1, PolicyState.OVER),
        (0, PolicyState.ENDS_SOON),
        (30, PolicyState.ENDS_SOON),
        (31, PolicyState.RUNS),
    ],
)
def test_a_policy_is_amber_thirty_days_before_and_red_when_it_is_over(
    days: int, state: PolicyState
) -> None:
    assert policy_state(TODAY + timedelta(days=days), TODAY) is state


def test_a_policy_without_a_date_is_no_alarm() -> None:
    assert policy_state(None, TODAY) is PolicyState.NOT_NOTED
