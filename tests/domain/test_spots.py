"""A spot keeps its number."""

from __future__ import annotations

from dataclasses import replace

from needlelog.domain import spots
from needlelog.domain.session import Spot
from tests.builders import NOON, a_session, at


def a_spot(**values: object) -> Spot:
    spot = Spot(number=3, map="face_front", x=1.0, y=2.0, depth_um=1000, done_at=at(5))
    return replace(spot, **values)  # type: ignore[arg-type]  # field names


def test_a_spot_is_changed_in_its_place() -> None:
    first, second = a_spot(), a_spot(number=4)
    named = replace(first, name="Chin")
    assert spots.with_spot(a_session(spots=(first, second)), named).spots == (named, second)


def test_a_number_stays_with_its_spot_as_long_as_a_record_keeps_it() -> None:
    empty = a_session()
    third = spots.added(empty, Spot(spots.next_number(empty, 3), "face_front", 1.0, 2.0))

    assert spots.numbered(third, 3) is not None
    assert spots.next_number(third, 3) == 4
    assert spots.next_number(empty, 3) == 3  # the spot was undone: no record has its number
    assert spots.next_number(third, 9) == 9


def test_needling_goes_on_to_a_spot() -> None:
    session = spots.added(a_session(), Spot(1, "face_front", 1.0, 2.0, done_at=NOON))

    assert (session.started_at, session.needling_ended_at) == (NOON, NOON)


def test_a_spot_treated_again_keeps_what_it_is_and_not_how_it_was_worked() -> None:
    earlier = Spot(
        3, "face_left", 1.0, 2.0, name="Mole", kind="boxcar", width_mm=4.0, depth_um=2000,
        passes=6, reason="scar",
    )  # fmt: skip
    now = Spot(3, "face_left", 8.0, 9.0, depth_um=500, passes=2, done_at=NOON)

    assert spots.again(earlier, now) == replace(now, x=1.0, y=2.0, name="Mole", kind="boxcar")


def test_another_depth_of_a_spot_asks_anew_why() -> None:
    spot = Spot(3, "face_left", 1.0, 2.0, depth_um=2000, reason="scar")

    assert spots.edited(spot, passes=4).reason == "scar"
    assert spots.edited(spot, depth_um=1750).reason == ""
    assert spots.edited(spot, depth_um=1750, reason="scar").reason == "scar"
