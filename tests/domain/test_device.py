"""How deep a device reaches, how fast it runs, and the one sessions start with."""

from __future__ import annotations

import pytest

from needlelog.domain.device import (
    Device,
    Reach,
    default_of,
    parse_speed,
    reach_of,
    with_device,
)
from needlelog.errors import BadValue
from tests.builders import a_device, a_session


@pytest.mark.parametrize(("text", "depth_um"), [("0.2", 200), ("0,35 mm", 350), ("1", 1000)])
def test_a_depth_within_the_reach_is_taken(text: str, depth_um: int) -> None:
    assert reach_of(a_device()).parse(text) == depth_um


@pytest.mark.parametrize("text", ["0.15", "1.05", "1,5", "3"])
def test_a_depth_out_of_reach_is_refused_with_the_device_and_its_range(text: str) -> None:
    with pytest.raises(BadValue, match=r"was not taken: Fine Pen goes from 0\.2 to 1 mm"):
        reach_of(a_device()).parse(text)


def test_what_is_no_depth_at_all_is_told_as_ever() -> None:
    with pytest.raises(BadValue, match="is not a depth"):
        reach_of(a_device()).parse("deep")


@pytest.mark.parametrize("text", ["0.1", "3"])
def test_without_a_device_whatever_can_be_typed_is_taken(text: str) -> None:
    assert reach_of(None) == Reach()
    assert Reach().parse(text) == float(text) * 1000


@pytest.mark.parametrize(
    ("depth_um", "nearest"), [(100, 200), (200, 200), (750, 750), (1500, 1000)]
)
def test_the_nearest_depth_stays_where_it_can(depth_um: int, nearest: int) -> None:
    assert reach_of(a_device()).nearest(depth_um) == nearest


def test_sessions_start_with_the_device_that_is_named_for_it() -> None:
    named = a_device(is_default=True)
    assert default_of([a_device(), named]) == named
    assert default_of([a_device()]) is None
    assert default_of([a_device(is_default=True, is_retired=True)]) is None


def test_another_device_takes_the_speed_of_the_one_before_away() -> None:
    first, second = a_device(), Device("Roller", speed_unit="rpm")
    running = with_device(a_session(), first)
    assert (running.device, running.device_serial, running.speed_unit) == (
        "Fine Pen", "FP-1", "level",
    )  # fmt: skip
    fast = with_device(a_session(device_id=first.id, speed=4), first)
    assert fast.speed == 4
    assert with_device(fast, second).speed is None


@pytest.mark.parametrize("text", ["0", "7", "1.5", "fast"])
def test_a_speed_the_device_does_not_have_is_refused(text: str) -> None:
    with pytest.raises(BadValue, match="whole number from 1 to 6"):
        parse_speed(text, a_device())


def test_a_speed_is_taken_as_the_device_has_it() -> None:
    assert parse_speed("6", a_device()) == 6
    assert parse_speed("18000", None) == 18000
    assert parse_speed("500", Device("Pen", speed_low=100)) == 500
