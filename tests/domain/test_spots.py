"""A spot keeps its number."""

from __future__ import annotations

from dataclasses import replace

from needlelog.domain import spots
from needlelog.domain.session import Spot
from tests.builders import a_session, at


def a_spot(**values: object) -> Spot:
    spot = Spot(number=3, map="face_front", x=1.0, y=2.0, depth_um=1000, done_at=at(5))
    return replace(spot, **values)  # type: ignore[arg-type]  # field names


def test_a_spot_is_changed_in_its_place() -> None:
    first, second = a_spot(), a_spot(number=4)
    named = replace(first, name="Chin")
    assert spots.with_spot(a_session(spots=(first, second)), named).spots == (named, second)
