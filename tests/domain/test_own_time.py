"""A sitting that is entered later has its own day."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from needlelog.domain.own_time import (
    LONGEST_SITTING,
    latest_moment,
    moved_to,
    own_time,
    running_since,
)
from needlelog.domain.session import (
    GradedReaction,
    NeedlingSession,
    Numbing,
    SerumUse,
    Spot,
    StopRecord,
    Tip,
)
from tests.builders import NOON, a_session, at

TWO_WEEKS = timedelta(days=14)
LATER = a_session(happened_at=NOON - TWO_WEEKS, entered_at=NOON)


def full() -> NeedlingSession:
    """A sitting with every kind of moment in it."""
    return a_session(
        zones={"face.chin": 500},
        spots=(Spot(1, "face_front", 1.0, 2.0, done_at=at(3)), Spot(2, "face_front", 5.0, 5.0)),
        tips=(Tip(opened_at=at(1)),),
        serums=(SerumUse("hyaluronic_acid", applied_at=at(2)),),
        numbings=(Numbing("lidocaine4", on_at=at(-40), off_at=at(-5)),),
        reactions=(GradedReaction("redness", "redness", 1, noted_at=at(20)),),
        stops=(StopRecord(at(21), recovered_at=at(25), left_at=at(30)),),
        needling_ended_at=at(18),
        as_expected_at=at(22),
        identity_confirmed_at=at(-1),
        sharps_disposed_at=at(33),
    )


def test_the_whole_sitting_moves_together() -> None:
    then = moved_to(full(), NOON - TWO_WEEKS)

    assert then.happened_at == NOON - TWO_WEEKS
    assert (then.started_at, then.needling_ended_at) == (NOON - TWO_WEEKS, at(18) - TWO_WEEKS)
    assert then.layers[0].done_at == NOON - TWO_WEEKS
    assert [spot.done_at for spot in then.spots] == [at(3) - TWO_WEEKS, None]
    assert then.tips[0].opened_at == at(1) - TWO_WEEKS
    assert then.serums[0].applied_at == at(2) - TWO_WEEKS
    numbing = then.numbings[0]
    assert (numbing.on_at, numbing.off_at) == (at(-40) - TWO_WEEKS, at(-5) - TWO_WEEKS)
    assert then.reactions[0].noted_at == at(20) - TWO_WEEKS
    stop = then.stops[0]
    assert (stop.stopped_at, stop.recovered_at, stop.left_at) == (
        at(21) - TWO_WEEKS, at(25) - TWO_WEEKS, at(30) - TWO_WEEKS,
    )  # fmt: skip
    assert then.as_expected_at == at(22) - TWO_WEEKS
    assert (then.identity_confirmed_at, then.sharps_disposed_at) == (
        at(-1) - TWO_WEEKS, at(33) - TWO_WEEKS,
    )  # fmt: skip


def test_when_it_was_entered_and_signed_stays() -> None:
    session = replace(full(), signed_at=at(60))
    then = moved_to(session, NOON - TWO_WEEKS)

    assert (then.entered_at, then.signed_at) == (NOON, at(60))


def test_moving_there_and_back_changes_nothing() -> None:
    session = full()

    assert moved_to(moved_to(session, NOON - TWO_WEEKS), NOON) == session


def test_a_tap_in_a_sitting_of_now_records_now() -> None:
    assert own_time(a_session(), at(95)) == at(95)


def test_a_tap_in_a_sitting_entered_later_keeps_its_distance_from_the_first() -> None:
    assert own_time(LATER, NOON) == NOON - TWO_WEEKS
    assert own_time(LATER, at(7)) == at(7) - TWO_WEEKS


def test_what_was_tapped_before_and_after_the_day_was_put_right_stays_in_order() -> None:
    tapped = replace(a_session(), started_at=own_time(a_session(), at(4)))
    moved = moved_to(tapped, NOON - TWO_WEEKS)

    assert moved.started_at == at(4) - TWO_WEEKS
    assert own_time(moved, at(5)) == at(5) - TWO_WEEKS


@pytest.mark.parametrize("days", [1, 13, 400])
def test_going_on_with_the_entry_another_day_does_not_move_the_sitting(days: int) -> None:
    next_day = NOON + timedelta(days=days)

    assert own_time(LATER, next_day) == LATER.happened_at + LONGEST_SITTING


def test_a_clock_that_was_put_back_takes_no_tap_before_the_sitting() -> None:
    assert own_time(LATER, at(-30)) == LATER.happened_at


def test_the_latest_moment_is_of_the_sitting_not_of_its_entry() -> None:
    assert latest_moment(replace(full(), signed_at=at(600))) == at(33)
    assert latest_moment(LATER) == LATER.happened_at


def test_no_clock_runs_for_a_sitting_that_is_over() -> None:
    session = a_session(zones={"face.chin": 500})

    assert running_since(session) == NOON
    assert running_since(moved_to(session, NOON - TWO_WEEKS)) is None
