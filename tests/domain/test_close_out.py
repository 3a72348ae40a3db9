"""What is open before a session is signed."""

from dataclasses import replace
from typing import Any

import pytest

from needlelog.domain.close_out import (
    Hold,
    Item,
    endpoint_missing,
    finished_status,
    holds,
    lots_noted,
    next_date_noted,
    reactions_noted,
)
from needlelog.domain.session import Confirmation, GradedReaction, Spot, Status, StopRecord
from tests.builders import NOON, TODAY, a_layer, a_planned_layer, a_serum, a_session, a_tip

SERUM, TIP = a_serum(), a_tip()
UNUSED = a_serum(product="vitamin_c", lot="")
WITH_SERUM = (a_layer(serum_id=SERUM.id),)
SPOT = Spot(number=1, map="face_front", x=1.0, y=2.0, depth_um=1000)


def test_the_strip_keeps_its_order() -> None:
    assert [item.value for item in Item] == ["lots", "reactions", "aftercare", "next_date"]


@pytest.mark.parametrize(
    ("values", "noted"),
    [
        pytest.param({}, False, id="nothing noted yet"),
        pytest.param({"tips": (TIP,)}, True, id="no serum, tip with lot"),
        pytest.param({"tips": (replace(TIP, lot=""),)}, False, id="tip without lot"),
        pytest.param({"tips": (TIP, a_tip(lot=""))}, False, id="second tip without lot"),
        pytest.param({"tips": (TIP,), "serums": (SERUM,)}, True, id="both with lot"),
        pytest.param({"serums": (SERUM,)}, False, id="no tip at all"),
        pytest.param(
            {"tips": (TIP,), "serums": (replace(SERUM, lot=""),)}, False, id="serum without lot"
        ),
        pytest.param(
            {"tips": (TIP,), "serums": (SERUM, UNUSED)}, True, id="a serum nobody painted"
        ),
    ],
)
def test_lots_are_noted_when_tip_and_every_painted_serum_have_one(
    values: dict[str, Any], noted: bool
) -> None:
    assert lots_noted(a_session(layers=WITH_SERUM, **values)) is noted


@pytest.mark.parametrize(
    ("values", "noted"),
    [
        ({}, False),
        ({"pain": 3}, False),
        ({"as_expected_at": NOON}, True),
        ({"rest_not_seen_at": NOON}, True),
        ({"reactions": (GradedReaction("redness", "redness", 2),)}, True),
    ],
)
def test_reactions_are_noted_by_one_tap_or_one_grade(values: dict[str, Any], noted: bool) -> None:
    assert reactions_noted(a_session(**values)) is noted


@pytest.mark.parametrize(
    ("values", "noted"),
    [({}, False), ({"next_on": TODAY}, True), ({"next_declined": True}, True)],
)
def test_the_next_date_is_noted_or_declined(values: dict[str, Any], noted: bool) -> None:
    assert next_date_noted(a_session(**values)) is noted


def test_endpoints_are_missed_on_done_layers_only() -> None:
    done, seen = a_layer("nose"), a_layer("chin", endpoint="pink")
    session = a_session(layers=(done, seen, a_planned_layer("cheek_l")))

    assert endpoint_missing(session) == (done,)


def test_planned_zones_and_unexplained_depths_hold_the_signature_and_nothing_else_does() -> None:
    waiting = a_planned_layer("chin", 2000, position=3)
    deep = a_layer("cheek_l", 1750, position=1)
    session = a_session(
        layers=(
            a_layer("nose", 1500),
            deep,
            a_layer("cheek_r", 1750, position=2, reason="scar tissue"),
            waiting,
        )
    )

    ceilings = dict.fromkeys(("nose", "cheek_l", "cheek_r", "chin"), 1500)

    assert holds(session, ceilings) == (Hold("not_confirmed", waiting), Hold("above_ceiling", deep))


def test_a_zone_without_a_ceiling_and_one_not_treated_hold_nothing() -> None:
    left_out = a_planned_layer("chin", 2500, confirmation=Confirmation.NOT_TREATED)
    session = a_session(layers=(a_layer("thigh_front_l", 2500), left_out))

    assert holds(session, {"chin": 1500}) == ()


@pytest.mark.parametrize(
    ("values", "status"),
    [
        pytest.param({"layers": (a_layer(),)}, Status.COMPLETED, id="zones done"),
        pytest.param({"spots": (replace(SPOT, done_at=NOON),)}, Status.COMPLETED, id="spot done"),
        pytest.param({"spots": (SPOT,)}, Status.NOT_TREATED, id="a spot that was only marked"),
        pytest.param({"layers": (a_planned_layer(),)}, Status.NOT_TREATED, id="only planned"),
        pytest.param({}, Status.NOT_TREATED, id="nothing"),
        pytest.param(
            {"layers": (a_layer(),), "stops": (StopRecord(NOON),)}, Status.STOPPED_EARLY, id="stop"
        ),
    ],
)
def test_the_signature_gives_the_session_its_status(values: dict[str, Any], status: Status) -> None:
    assert finished_status(a_session(**values)) is status


@pytest.mark.parametrize(
    ("values", "holds_it"),
    [
        pytest.param({"done_at": NOON, "depth_um": 1750}, True, id="above"),
        pytest.param({"done_at": NOON, "depth_um": 1500}, False, id="at the ceiling"),
        pytest.param({"done_at": NOON, "depth_um": 1750, "reason": "scar"}, False, id="answered"),
        pytest.param({"depth_um": 1750}, False, id="only marked"),
        pytest.param({"done_at": NOON, "depth_um": None}, False, id="no depth noted"),
        pytest.param(
            {"done_at": NOON, "depth_um": 1750, "map": "body_front"}, False, id="another map"
        ),
    ],
)
def test_a_spot_above_the_ceiling_of_its_map_holds_the_signature(
    values: dict[str, Any], holds_it: bool
) -> None:
    spot = replace(SPOT, **values)

    found = holds(a_session(spots=(spot,)), {"face_front": 1500, "body_front": 2500})

    assert found == ((Hold("above_ceiling", spot),) if holds_it else ())
