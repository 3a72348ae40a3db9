"""What a job may cost at the chair, counted by the tour itself."""

from __future__ import annotations

import pytest

from tests.tour.conftest import Played

pytestmark = pytest.mark.xdist_group("tour")

CHARACTERS_IN_90_S = 150
"""What somebody types who is no typist."""


@pytest.mark.parametrize(
    ("journey", "taps"),
    [
        ("open_demo", 2),
        ("first_session", 20),
        ("repeat_session", 8),
        ("reaction_none", 1),
        ("reaction_graded", 3),
        ("aftercare_pdf", 2),
        ("stop_early", 10),
    ],
)
def test_a_journey_keeps_within_its_taps(played: Played, journey: str, taps: int) -> None:
    assert 0 < played.journey(journey)["taps"] <= taps


@pytest.mark.parametrize(
    "journey", ["first_session", "repeat_session", "reaction_none", "reaction_graded", "stop_early"]
)
def test_nothing_is_typed_with_gloves_on(played: Played, journey: str) -> None:
    made = played.journey(journey)
    assert (made["typed"], made["keys"]) == (0, 0)


def test_one_among_ten_thousand_is_found_with_four_keys_and_a_tap(played: Played) -> None:
    made = played.journey("find_client")
    assert made["taps"] <= 1
    assert 0 < made["typed"] + made["keys"] <= 4
    assert len(made["screens"]) == 3


def test_a_new_clinic_and_client_are_typed_in_90_seconds(played: Played) -> None:
    typed = [played.journey(name)["typed"] for name in ("first_start", "new_client")]
    assert min(typed) > 0
    assert sum(typed) <= CHARACTERS_IN_90_S


def test_a_clinic_is_named_without_leaving_the_keyboard(played: Played) -> None:
    made = played.journey("first_start")
    assert (made["taps"], made["keys"]) == (0, 4)
