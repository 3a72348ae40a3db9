"""The list beside the map."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from needlelog.domain.reference import Region, Side, Zone
from needlelog.domain.session import Confirmation
from needlelog.domain.zone_rows import ZoneRow, pair_of, zone_rows
from tests.builders import a_layer, a_planned_layer, a_session, at


def a_zone(code: str) -> Zone:
    side = {"_l": Side.LEFT, "_r": Side.RIGHT}.get(code[-2:], Side.NONE)
    pair = "" if side is Side.NONE else "Both"
    return Zone(code, Region.FACE, code, code, "face", code, side, pair, pair)


ZONES = {
    code: a_zone(code)
    for code in ("forehead", "temple_l", "temple_r", "cheek_l", "cheek_r", "chin")
}


def shown(*layers: Any) -> list[tuple[str, ...]]:
    return [row.zones for row in zone_rows(a_session(layers=layers), ZONES)]


def test_rows_come_in_the_catalogue_s_order_whatever_was_worked_first() -> None:
    assert shown(a_layer("chin"), a_layer("cheek_r"), a_layer("forehead")) == [
        ("forehead",),
        ("cheek_r",),
        ("chin",),
    ]


def test_sides_worked_alike_are_one_row_left_first() -> None:
    assert shown(a_layer("cheek_r"), a_layer("cheek_l", position=1)) == [("cheek_l", "cheek_r")]


@pytest.mark.parametrize(
    "difference",
    [
        {"depth_um": 750},
        {"passes": 4},
        {"part": "inner"},
        {"techniques": ("vertical",)},
        {"serum_id": UUID(int=7)},
        {"endpoint": "pink"},
        {"reason": "scar tissue"},
        {"confirmation": Confirmation.PLANNED},
        {"confirmation": Confirmation.NOT_TREATED},
    ],
    ids=str,
)
def test_sides_worked_differently_are_two_rows(difference: dict[str, Any]) -> None:
    left = a_layer("cheek_l")
    right = replace(left, zone="cheek_r", id=a_layer().id, **difference)

    assert shown(left, right) == [("cheek_l",), ("cheek_r",)]


def test_sides_stay_one_row_when_they_were_confirmed_in_different_ways() -> None:
    left = a_layer("cheek_l", confirmation=Confirmation.AS_PLANNED, done_at=at(2))
    right = a_layer("cheek_r", confirmation=Confirmation.TOGETHER, done_at=at(9))

    assert shown(left, right) == [("cheek_l", "cheek_r")]


def test_a_second_layer_on_one_side_makes_two_rows() -> None:
    layers = (a_layer("cheek_l"), a_layer("cheek_r"), a_layer("cheek_r", 1500, position=1))

    assert shown(*layers) == [("cheek_l",), ("cheek_r",)]


def test_a_row_shows_all_layers_of_its_zone_in_the_order_they_were_worked() -> None:
    later, first = a_layer("chin", 500, position=2), a_layer("chin", 1500)
    (row,) = zone_rows(a_session(layers=(later, first)), ZONES)

    assert row == ZoneRow(("chin",), (first, later))
    assert row.deepest_um == 1500


DONE, WAITING = a_layer("chin", 1000), a_planned_layer("chin", 1500)
LEFT_OUT = replace(WAITING, confirmation=Confirmation.NOT_TREATED)


@pytest.mark.parametrize(
    ("layers", "deepest_um", "is_planned", "was_not_treated"),
    [
        ((DONE,), 1000, False, False),
        ((WAITING,), 1500, True, False),
        ((DONE, WAITING), 1500, True, False),
        ((DONE, LEFT_OUT), 1000, False, False),
        ((LEFT_OUT,), 1500, False, True),
    ],
)
def test_a_row_knows_its_depth_and_whether_it_waits_or_was_left_out(
    layers: Any, deepest_um: int, is_planned: bool, was_not_treated: bool
) -> None:
    row = ZoneRow(("chin",), layers)

    assert (row.deepest_um, row.is_planned, row.was_not_treated) == (
        deepest_um,
        is_planned,
        was_not_treated,
    )


def test_a_pair_is_left_and_right_from_either_side_and_a_middle_zone_is_alone() -> None:
    assert pair_of(ZONES["temple_r"]) == pair_of(ZONES["temple_l"]) == ("temple_l", "temple_r")
    assert pair_of(ZONES["chin"]) == ("chin",)
