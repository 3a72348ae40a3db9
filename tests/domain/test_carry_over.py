"""Same as last time."""

from dataclasses import replace

from needlelog.domain.carry_over import (
    as_planned,
    carried_over,
    confirmed,
    confirmed_together,
    stopped,
    went_on,
    worked_otherwise,
)
from needlelog.domain.identity import new_id
from needlelog.domain.painting import Brush, painted
from needlelog.domain.session import (
    NOT_NOTED,
    Confirmation,
    GradedReaction,
    NeedlingSession,
    Status,
    StopRecord,
)
from tests.builders import NOON, a_layer, a_planned_layer, a_serum, a_session, a_tip, at

SERUM, TIP = a_serum(maker="Lumea", amount_ul=1500, applied_at=NOON), a_tip()


def last_time() -> NeedlingSession:
    """A signed session with everything in it that must not be copied."""
    cheek = a_layer(
        "cheek_l",
        1750,
        part="inner",
        techniques=("vertical",),
        serum_id=SERUM.id,
        tip_id=TIP.id,
        endpoint="pinpoint_bleeding",
        reason="scar tissue",
    )
    return a_session(
        layers=(cheek, a_layer("nose", 500, position=1)),
        serums=(SERUM,),
        tips=(TIP,),
        reactions=(GradedReaction("redness", "redness", 2),),
        indication="acne_scars",
        notes="Felt warm",
        why="Scars deep on the left",
        pain=4,
        as_expected_at=NOON,
        signed_at=NOON,
    )


def test_every_zone_comes_back_as_planned_with_its_depth_and_passes() -> None:
    last = last_time()
    session = carried_over(a_session(), last)

    assert session.copied_from_id == last.id
    assert session.planned_layers == session.layers
    assert [(row.zone, row.depth_um, row.passes, row.part) for row in session.layers] == [
        ("cheek_l", 1750, 3, "inner"),
        ("nose", 500, 3, ""),
    ]
    assert session.layers[0].techniques == ("vertical",)
    assert session.indication == "acne_scars"


def test_endpoint_reason_moment_tip_and_name_of_a_layer_are_never_copied() -> None:
    last = last_time()
    carried = carried_over(a_session(), last).layers
    assert carried
    for row in carried:
        assert (row.endpoint, row.reason, row.done_at, row.tip_id) == (NOT_NOTED, "", None, None)
        assert row.id not in {old.id for old in last.layers}


def test_the_kind_of_serum_comes_along_without_lot_expiry_amount_or_moment() -> None:
    session = carried_over(a_session(), last_time())

    (serum,) = session.serums
    assert serum == a_serum(maker="Lumea", lot="", expires_on=None, id=serum.id)
    assert serum.id != SERUM.id
    assert [row.serum_id for row in session.layers] == [serum.id, None]


def test_reactions_pain_notes_tips_and_signature_stay_with_last_time() -> None:
    before = a_session()
    session = carried_over(before, last_time())

    assert session == replace(
        before,
        copied_from_id=session.copied_from_id,
        indication="acne_scars",
        layers=session.layers,
        serums=session.serums,
    )


def test_a_serum_on_the_trolley_today_is_used_with_today_s_lot() -> None:
    today = a_serum(id=new_id(), lot="HA-3000")
    session = carried_over(a_session(serums=(today,)), last_time())

    assert session.serums == (today,)
    assert session.layers[0].serum_id == today.id


def test_two_lots_of_one_serum_last_time_are_one_serum_this_time() -> None:
    second = a_serum(id=new_id(), lot="HA-2292")
    last = a_session(
        layers=(
            a_layer("nose", serum_id=SERUM.id),
            a_layer("chin", position=1, serum_id=second.id),
        ),
        serums=(SERUM, second),
    )
    session = carried_over(a_session(), last)

    assert [row.serum_id for row in session.layers] == [session.serums[0].id] * 2


def test_a_serum_nobody_used_last_time_does_not_come_along() -> None:
    last = a_session(zones={"nose": 500}, serums=(SERUM,))

    assert carried_over(a_session(), last).serums == ()


def test_what_was_not_done_last_time_is_not_planned_now() -> None:
    last = stopped(
        a_session(layers=(a_layer("nose"), a_planned_layer("chin", position=1))),
        StopRecord(stopped_at=NOON),
    )

    assert [row.zone for row in carried_over(a_session(), last).layers] == ["nose"]


def test_a_zone_worked_already_today_keeps_what_was_done_and_gets_no_plan() -> None:
    today = a_session(zones={"nose": 1000})
    session = carried_over(today, last_time())

    assert [(row.zone, row.depth_um, row.position) for row in session.layers] == [
        ("nose", 1000, 0),
        ("cheek_l", 1750, 1),
    ]


def test_carrying_over_twice_plans_nothing_twice() -> None:
    last = last_time()
    session = carried_over(carried_over(a_session(), last), last)

    assert [row.zone for row in session.layers] == ["cheek_l", "nose"]
    assert len(session.serums) == 1


def how(session: NeedlingSession) -> dict[str, Confirmation]:
    return {row.zone: row.confirmation for row in session.layers}


def test_a_zone_confirmed_alone_says_so_and_leaves_the_others_planned() -> None:
    session = confirmed(carried_over(a_session(), last_time()), ("nose",), TIP.id, at(4))

    assert how(session) == {"cheek_l": Confirmation.PLANNED, "nose": Confirmation.AS_PLANNED}
    assert (session.layers[1].done_at, session.layers[1].tip_id) == (at(4), TIP.id)
    assert (session.started_at, session.needling_ended_at) == (at(4), at(4))


def test_zones_confirmed_together_say_so_and_leave_those_done_before_as_they_were() -> None:
    session = confirmed(carried_over(a_session(), last_time()), ("nose",), None, at(4))
    session = confirmed_together(session, TIP.id, at(9))

    assert how(session) == {"cheek_l": Confirmation.TOGETHER, "nose": Confirmation.AS_PLANNED}
    assert [row.done_at for row in session.layers] == [at(9), at(4)]
    assert [row.tip_id for row in session.layers] == [TIP.id, None]


def test_a_second_tap_on_all_done_as_planned_does_not_move_the_end_of_needling() -> None:
    session = confirmed_together(carried_over(a_session(), last_time()), None, at(4))

    assert confirmed_together(session, None, at(5)) == session
    assert confirmed(session, ("nose",), None, at(5)) == session


STOP = StopRecord(stopped_at=at(6), reasons=("faint",), measures=("lay_flat",))


def test_a_stop_turns_what_nobody_confirmed_into_not_treated() -> None:
    session = confirmed(carried_over(a_session(), last_time()), ("nose",), None, at(4))
    session = stopped(session, STOP)

    assert how(session) == {"cheek_l": Confirmation.NOT_TREATED, "nose": Confirmation.AS_PLANNED}
    assert (session.status, session.stop) == (Status.STOPPED_EARLY, STOP)
    assert session.treated_zones == ("nose",)
    assert session.planned_layers == ()


def test_a_stop_taken_back_plans_the_same_zones_again() -> None:
    session = confirmed(carried_over(a_session(), last_time()), ("nose",), None, at(4))

    assert went_on(stopped(session, STOP)) == session


def test_a_plan_worked_in_another_way_is_told_and_one_that_was_kept_to_is_not() -> None:
    chin, nose = a_planned_layer("chin", 1250), a_planned_layer("nose", 500, position=1)
    before = a_session(layers=(chin, nose))
    after = painted(before, ("chin",), Brush(1500, 3), NOON)
    after = painted(after, ("nose",), Brush(500, 3), NOON)

    assert worked_otherwise(before, after, ("chin", "nose")) == (chin,)
    assert worked_otherwise(before, after, ("nose",)) == ()


def test_as_planned_after_all_keeps_the_moment_and_the_tip_of_the_tap() -> None:
    chin = a_planned_layer("chin", 1250, techniques=("vertical",))
    before = a_session(layers=(chin,), tips=(TIP,))
    after = painted(before, ("chin",), Brush(1500, 5), at(7))

    (layer,) = as_planned(after, (chin,)).layers

    assert (layer.id, layer.depth_um, layer.passes, layer.techniques) == (
        chin.id, 1250, 3, ("vertical",),
    )  # fmt: skip
    assert (layer.confirmation, layer.done_at, layer.tip_id) == (
        Confirmation.AS_PLANNED, at(7), TIP.id,
    )  # fmt: skip


def test_as_planned_leaves_a_plan_alone_that_nobody_worked() -> None:
    chin = a_planned_layer("chin", 1250)
    session = a_session(layers=(chin,))

    assert as_planned(session, (chin,)) == session
