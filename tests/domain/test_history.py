"""Undo and redo of every tap."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from needlelog.domain.change import difference
from needlelog.domain.history import KEPT_STEPS, History, Move, MoveKind, Step, moved
from needlelog.domain.painting import Brush, painted
from needlelog.domain.session import NeedlingSession
from tests.builders import a_session, at


def a_step(what: str = "paint") -> Step:
    return Step(what, ())


def tap(session: NeedlingSession, zone: str, depth_um: int) -> tuple[NeedlingSession, Step]:
    after = painted(session, (zone,), Brush(depth_um=depth_um), at(len(session.layers)))
    return after, Step("paint", difference(session, after))


def test_nothing_done_is_nothing_to_take_back_or_do_again() -> None:
    assert History().undo() is None
    assert History().redo() is None


def test_undo_takes_the_newest_step_and_redo_gives_it_back() -> None:
    first, second = a_step("paint"), a_step("stop")
    history = History().did(first).did(second)

    undone = history.undo()
    assert undone == (History((first,), (second,)), Move(MoveKind.UNDO, second))

    assert undone is not None
    assert undone[0].redo() == (history, Move(MoveKind.REDO, second))


def test_a_new_step_ends_what_could_be_done_again() -> None:
    undone = History().did(a_step()).undo()
    assert undone is not None

    assert undone[0].did(step := a_step("erase")) == History((step,))


def test_the_newest_fifty_steps_are_kept() -> None:
    steps = [a_step() for _ in range(KEPT_STEPS + 5)]
    history = History()
    for step in steps:
        history = history.did(step)

    assert history.done == tuple(steps[5:])


def test_undo_writes_the_change_the_other_way_round() -> None:
    _, step = tap(a_session(), "nose", 500)

    assert Move(MoveKind.DO, step).change == Move(MoveKind.REDO, step).change == step.change
    assert [row.kind for row in Move(MoveKind.UNDO, step).change] == ["layer", "session"]
    assert Move(MoveKind.UNDO, step).change[0].after is None


ZONES = st.sampled_from(("nose", "chin", "cheek_l"))
TAPS = st.lists(st.tuples(ZONES, st.sampled_from((500, 1000))), min_size=1, max_size=15)


@given(TAPS, st.integers(1, 15))
def test_taking_back_and_doing_again_passes_through_the_same_sessions(
    taps: list[tuple[str, int]], back: int
) -> None:
    session, history = a_session(), History()
    seen = [session]
    for zone, depth_um in taps:
        session, step = tap(session, zone, depth_um)
        history = history.did(step)
        seen.append(session)
    times = min(back, len(taps))

    for place in range(len(taps) - 1, len(taps) - 1 - times, -1):
        history, move = history.undo() or (history, None)
        assert move is not None
        session = moved(session, move)
        assert session == seen[place]

    for place in range(len(taps) - times + 1, len(taps) + 1):
        history, move = history.redo() or (history, None)
        assert move is not None
        session = moved(session, move)
        assert session == seen[place]


def test_undo_keeps_the_version_the_last_save_gave() -> None:
    session, step = tap(a_session(), "nose", 500)

    assert moved(replace(session, version=9), Move(MoveKind.UNDO, step)).version == 9
