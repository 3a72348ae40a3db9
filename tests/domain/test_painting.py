"""The depth brush."""

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from needlelog.domain.identity import new_id
from needlelog.domain.painting import (
    MOST_PASSES,
    Brush,
    edited,
    erased,
    needled,
    not_painted,
    painted,
    replaced_instead,
    without,
)
from needlelog.domain.session import NOT_NOTED, Confirmation, NeedlingSession, Spot
from tests.builders import NOON, a_layer, a_planned_layer, a_serum, a_session, a_tip, at

BRUSH = Brush(depth_um=1500, passes=4, techniques=("vertical",))
CHEEKS = ("cheek_l", "cheek_r")


def worked(session: NeedlingSession, zone: str) -> list[tuple[int, int]]:
    """Depth and passes of a zone's done layers."""
    return [(row.depth_um, row.passes) for row in session.layers_of(zone) if row.is_done]


def planned(session: NeedlingSession, zone: str) -> list[tuple[int, int]]:
    return [(row.depth_um, row.passes) for row in session.layers_of(zone) if row.is_planned]


def test_a_tap_records_what_the_brush_holds() -> None:
    serum, tip = a_serum(), a_tip()
    session = painted(a_session(tips=(tip,)), ("nose",), replace(BRUSH, serum=serum), at(1))

    (layer,) = session.layers
    assert layer == a_layer(
        "nose",
        1500,
        passes=4,
        techniques=("vertical",),
        serum_id=serum.id,
        tip_id=tip.id,
        done_at=at(1),
        id=layer.id,
    )
    assert (session.serums, session.tips) == ((serum,), (tip,))


def test_a_tap_never_records_an_endpoint() -> None:
    (layer,) = painted(a_session(), ("nose",), BRUSH, NOON).layers

    assert layer.endpoint == NOT_NOTED


def test_a_second_tap_with_the_same_brush_is_one_more_pass() -> None:
    session = painted(painted(a_session(), ("nose",), BRUSH, NOON), ("nose",), BRUSH, at(2))

    assert worked(session, "nose") == [(1500, 5)]
    assert session.layers[0].done_at == at(2)


def test_a_pass_in_another_pattern_adds_the_pattern() -> None:
    across = replace(BRUSH, techniques=("horizontal", "vertical"))
    session = painted(painted(a_session(), ("nose",), BRUSH, NOON), ("nose",), across, at(2))

    assert session.layers[0].techniques == ("vertical", "horizontal")


def test_passes_stop_at_the_most_that_can_be_recorded() -> None:
    session = a_session()
    for _ in range(MOST_PASSES + 3):
        session = painted(session, ("nose",), BRUSH, NOON)

    assert worked(session, "nose") == [(1500, MOST_PASSES)]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(replace(BRUSH, depth_um=500, passes=2), id="depth"),
        pytest.param(replace(BRUSH, serum=a_serum()), id="serum"),
    ],
)
def test_another_depth_or_serum_is_a_new_layer_and_the_first_one_stays(other: Brush) -> None:
    session = painted(painted(a_session(), ("nose",), BRUSH, NOON), ("nose",), other, at(1))

    assert worked(session, "nose") == [(1500, 4), (other.depth_um, other.passes)]


def test_only_the_layer_worked_last_gets_the_next_pass() -> None:
    session = a_session()
    for brush in (BRUSH, replace(BRUSH, depth_um=500, passes=2), BRUSH):
        session = painted(session, ("nose",), brush, NOON)

    assert worked(session, "nose") == [(1500, 4), (500, 2), (1500, 4)]


def test_both_sides_of_a_mirrored_tap_are_painted_in_order() -> None:
    session = painted(a_session(zones={"nose": 500}), CHEEKS, BRUSH, at(1))

    assert [(row.zone, row.position) for row in session.layers] == [
        ("nose", 0),
        ("cheek_l", 1),
        ("cheek_r", 2),
    ]


def test_a_tap_on_a_planned_zone_confirms_it_with_the_values_of_the_brush() -> None:
    waiting = a_planned_layer("nose", 1250, part="inner", serum_id=new_id())
    session = painted(a_session(layers=(waiting,)), ("nose",), BRUSH, at(1))

    (layer,) = session.layers
    assert layer == replace(
        waiting,
        depth_um=1500,
        passes=4,
        techniques=("vertical",),
        serum_id=None,
        confirmation=Confirmation.PAINTED,
        done_at=at(1),
    )


def test_a_second_planned_depth_survives_a_tap_and_still_waits() -> None:
    scars, over = a_planned_layer("nose", 1500), a_planned_layer("nose", 500, position=1)
    session = painted(a_session(layers=(scars, over)), ("nose",), BRUSH, at(1))

    assert (worked(session, "nose"), planned(session, "nose")) == ([(1500, 4)], [(500, 3)])

    session = painted(session, ("nose",), BRUSH, at(2))
    assert (worked(session, "nose"), planned(session, "nose")) == ([(1500, 5)], [(500, 3)])

    session = painted(session, ("nose",), replace(BRUSH, depth_um=750), at(3))
    assert (worked(session, "nose"), planned(session, "nose")) == ([(1500, 5), (750, 4)], [])


def test_a_zone_that_was_not_treated_can_still_be_painted() -> None:
    left_out = a_planned_layer("nose", confirmation=Confirmation.NOT_TREATED)
    session = painted(a_session(layers=(left_out,)), ("nose",), BRUSH, at(1))

    assert worked(session, "nose") == [(1500, 4)]
    assert len(session.layers) == 1


def test_a_tap_after_a_new_tip_is_a_new_layer_and_one_after_its_undo_is_not() -> None:
    first, second = a_tip(), a_tip()
    session = painted(a_session(tips=(first,)), ("nose",), BRUSH, NOON)
    with_second = painted(replace(session, tips=(first, second)), ("nose",), BRUSH, at(1))
    undone = painted(session, ("nose",), BRUSH, at(1))

    assert [row.tip_id for row in with_second.layers_of("nose")] == [first.id, second.id]
    assert worked(undone, "nose") == [(1500, 5)]
    assert undone.tips == (first,)


def test_a_serum_enters_the_session_once_even_after_its_lot_was_put_right() -> None:
    brush = replace(BRUSH, serum=a_serum(lot=""))
    session = painted(a_session(), ("nose",), brush, NOON)
    session = replace(session, serums=(replace(session.serums[0], lot="HA-1"),))

    again = painted(session, ("chin",), brush, at(1))

    assert again.serums == session.serums


def test_serums_stand_in_the_order_they_were_made_whichever_was_painted_first() -> None:
    older, newer = a_serum(id=new_id()), a_serum(id=new_id(), product="vitamin_c")
    session = painted(a_session(), ("nose",), replace(BRUSH, serum=newer), NOON)
    session = painted(session, ("chin",), replace(BRUSH, serum=older), at(1))

    assert session.serums == (older, newer)


def test_needling_starts_with_the_first_tap_and_ends_with_the_last() -> None:
    session = painted(painted(a_session(), ("nose",), BRUSH, at(1)), ("chin",), BRUSH, at(9))

    assert (session.started_at, session.needling_ended_at) == (at(1), at(9))
    assert needled(session, at(12)).started_at == at(1)


def test_a_tap_that_paints_nothing_changes_nothing() -> None:
    session = a_session(zones={"nose": 500})

    assert painted(session, (), replace(BRUSH, serum=a_serum()), at(5)) == session


def test_replace_instead_keeps_only_the_layer_worked_last() -> None:
    session = a_session(zones={"nose": 500})
    for zone in ("nose", *CHEEKS):
        session = painted(session, (zone,), BRUSH, at(1))

    session = replaced_instead(session, ("nose", *CHEEKS))

    assert [worked(session, zone) for zone in ("nose", *CHEEKS)] == [[(1500, 4)]] * 3


def test_replace_instead_never_gives_up_a_done_layer_for_a_planned_one() -> None:
    done, waiting = a_layer("nose", 1500), a_planned_layer("nose", 500, position=1)
    session = a_session(layers=(done, waiting, a_planned_layer("chin", position=2)))

    session = replaced_instead(session, ("nose", "chin"))

    assert [row.zone for row in session.layers] == ["nose", "chin"]
    assert session.layers[0] == done


def test_erasing_takes_every_layer_of_the_zones_and_no_other() -> None:
    session = a_session(zones={"nose": 500, "chin": 750, "cheek_l": 1000})

    assert erased(session, ("nose", "cheek_l")).treated_zones == ("chin",)


SPOT = Spot(number=1, map="face_front", x=0.0, y=0.0, depth_um=500, done_at=at(20))


@pytest.mark.parametrize(
    ("ended", "gone", "expected"),
    [
        pytest.param(at(9), ("chin",), at(1), id="the last zone is erased"),
        pytest.param(at(9), ("nose",), at(9), id="an earlier zone is erased"),
        pytest.param(at(14), ("chin",), at(14), id="the end was put right by hand"),
        pytest.param(at(14), ("nose", "chin"), None, id="nothing is left"),
    ],
)
def test_needling_ends_with_the_last_zone_that_is_left(
    ended: datetime, gone: tuple[str, ...], expected: datetime | None
) -> None:
    session = painted(painted(a_session(), ("nose",), BRUSH, at(1)), ("chin",), BRUSH, at(9))
    session = erased(replace(session, needling_ended_at=ended), gone)

    assert session.needling_ended_at == expected
    assert session.started_at == (at(1) if expected else None)


def test_a_worked_spot_keeps_the_needling_times_when_all_zones_are_erased() -> None:
    session = a_session(spots=(SPOT,), started_at=at(1), needling_ended_at=at(20))
    session = painted(session, ("nose",), BRUSH, at(25))

    assert erased(session, ("nose",)).needling_ended_at == at(20)


@pytest.mark.parametrize(
    ("zones", "ended", "expected"),
    [
        pytest.param({"nose": 500}, at(20), NOON, id="the spot was worked last"),
        pytest.param({"nose": 500}, at(30), at(30), id="the end was put right by hand"),
        pytest.param({}, at(20), None, id="nothing is left"),
    ],
)
def test_needling_ends_with_what_is_left_when_a_spot_is_taken_off(
    zones: dict[str, int], ended: datetime, expected: datetime | None
) -> None:
    session = a_session(zones=zones, spots=(SPOT,), started_at=NOON, needling_ended_at=ended)
    told = without(session, {SPOT.id})

    assert (told.spots, told.needling_ended_at) == ((), expected)
    assert told.started_at == (NOON if expected else None)
    assert without(told, {SPOT.id}) == told


def test_an_edit_reaches_the_named_layers_only() -> None:
    session = a_session(zones={"nose": 500, "chin": 500})
    session = edited(session, (session.layers[1].id,), depth_um=750, endpoint="pink")

    assert [(row.depth_um, row.endpoint) for row in session.layers] == [
        (500, NOT_NOTED),
        (750, "pink"),
    ]


def test_whole_face_leaves_out_what_was_painted_and_takes_what_was_only_planned() -> None:
    session = a_session(layers=(a_layer("nose"), a_planned_layer("chin", position=1)))

    assert not_painted(session, ("forehead", "nose", "chin")) == ("forehead", "chin")


TAPS = st.lists(
    st.tuples(
        st.lists(st.sampled_from(("nose", "chin", *CHEEKS)), max_size=3, unique=True),
        st.sampled_from((500, 1000, 1500)),
    ),
    max_size=12,
)


@given(TAPS)
def test_no_tap_ever_loses_a_layer_that_was_done(taps: list[tuple[list[str], int]]) -> None:
    session = a_session(layers=(a_planned_layer("nose"), a_planned_layer("nose", 1000, position=1)))
    for zones, depth_um in taps:
        before = session
        session = painted(session, zones, replace(BRUSH, depth_um=depth_um), NOON)
        known = {row.id: row for row in session.layers}
        assert all(known[row.id].depth_um == row.depth_um for row in before.done_layers)
        assert all(known[row.id].passes >= row.passes for row in before.done_layers)
        positions = [row.position for row in session.layers]
        assert positions == sorted(set(positions))
