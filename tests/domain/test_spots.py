"""A spot keeps its number; taking it off takes its needling with it."""

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


def test_needling_ended_with_what_is_left() -> None:
    spot = a_spot()
    session = a_session(
        zones={"face.chin": 500}, spots=(spot,), started_at=NOON, needling_ended_at=at(5)
    )
    told = spots.without_spot(session, spot.id)
    assert (told.spots, told.needling_ended_at) == ((), NOON)


def test_an_end_put_right_by_hand_stays() -> None:
    spot = a_spot()
    session = a_session(zones={"face.chin": 500}, spots=(spot,), needling_ended_at=at(15))
    assert spots.without_spot(session, spot.id).needling_ended_at == at(15)


def test_without_anything_needled_there_was_no_needling() -> None:
    spot = a_spot()
    session = a_session(spots=(spot,), started_at=at(5), needling_ended_at=at(5))
    told = spots.without_spot(session, spot.id)
    assert (told.started_at, told.needling_ended_at) == (None, None)
    assert spots.without_spot(told, spot.id) is told
