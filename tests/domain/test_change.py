"""Changed rows: what is written, undone and redone."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any, get_args, get_origin, get_type_hints
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from needlelog.domain.change import (
    CHILDREN,
    Change,
    RowChange,
    applied,
    difference,
    from_json,
    inverted,
    own_fields,
    to_json,
)
from needlelog.domain.painting import Brush, painted
from needlelog.domain.session import Layer, NeedlingSession, Status
from tests.builders import NOON, a_layer, a_serum, a_session, at

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
OF_TYPE: dict[Any, st.SearchStrategy[Any]] = {
    type(None): st.none(),
    str: TEXT,
    int: st.integers(-(2**40), 2**40),
    float: st.floats(allow_nan=False, allow_infinity=False),
    bool: st.booleans(),
    date: st.dates(),
    datetime: st.datetimes(timezones=st.just(UTC)),
    UUID: st.uuids(),
}


def values_of(wanted: Any) -> st.SearchStrategy[Any]:
    if get_origin(wanted) is tuple:
        return st.lists(values_of(get_args(wanted)[0]), max_size=3).map(tuple)
    if arms := get_args(wanted):
        return st.one_of([values_of(arm) for arm in reversed(arms)])
    return OF_TYPE[wanted] if wanted in OF_TYPE else st.sampled_from(wanted)


def field_values(row_class: type, leave_out: frozenset[str]) -> st.SearchStrategy[dict[str, Any]]:
    hints = get_type_hints(row_class)
    names = [f.name for f in fields(row_class) if f.name not in leave_out]
    return st.fixed_dictionaries({name: values_of(hints[name]) for name in names})


NO_ID = frozenset({"id"})
OWN = frozenset({"id", "version", "saved_at", *(name for name, _ in CHILDREN.values())})
CHILD_VALUES = {kind: field_values(row, NO_ID) for kind, (_, row) in CHILDREN.items()}
SESSION_VALUES = field_values(NeedlingSession, OWN)


def in_order(rows: list[Any]) -> tuple[Any, ...]:
    return tuple(sorted(rows, key=lambda row: (getattr(row, "position", 0), row.id)))


@st.composite
def two_states(draw: st.DrawFn) -> tuple[NeedlingSession, NeedlingSession]:
    """One session before and after any edit: rows put in, taken out, changed and left alone."""
    before, after = dict(draw(SESSION_VALUES)), dict(draw(SESSION_VALUES))
    for kind, (attribute, row_class) in CHILDREN.items():
        was, now = [], []
        for row_id in draw(st.lists(st.uuids(), max_size=2, unique=True)):
            row = row_class(**draw(CHILD_VALUES[kind]), id=row_id)
            edit = draw(st.sampled_from(("same", "put in", "taken out", "changed")))
            if edit != "put in":
                was.append(row)
            if edit == "changed":
                now.append(row_class(**draw(CHILD_VALUES[kind]), id=row_id))
            elif edit != "taken out":
                now.append(row)
        before[attribute], after[attribute] = in_order(was), in_order(now)
    session_id = draw(st.uuids())
    return NeedlingSession(**before, id=session_id), NeedlingSession(**after, id=session_id)


thorough = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@thorough
@given(two_states())
def test_a_change_leads_there_and_back_and_through_storage(
    states: tuple[NeedlingSession, NeedlingSession],
) -> None:
    old, new = states
    change = difference(old, new)

    assert applied(old, change) == new
    assert applied(new, inverted(change)) == old
    assert inverted(inverted(change)) == change
    assert from_json(to_json(change)) == change
    assert difference(old, applied(old, from_json(to_json(change)))) == change


@thorough
@given(two_states())
def test_every_value_comes_back_from_storage_with_its_type(
    states: tuple[NeedlingSession, NeedlingSession],
) -> None:
    change = difference(*states)

    def types(found: Change) -> list[Any]:
        sides = [side for row in found for side in (row.before, row.after) if side]
        return [{name: type(value) for name, value in side.items()} for side in sides]

    assert types(from_json(to_json(change))) == types(change)


def test_nothing_changed_is_no_change() -> None:
    session = a_session(zones={"nose": 500}, serums=(a_serum(),))

    assert difference(session, replace(session, version=3, saved_at=NOON)) == ()


def test_a_changed_row_names_only_the_fields_that_differ() -> None:
    old = a_session(zones={"nose": 500, "chin": 500})
    new = old.with_layer(replace(old.layers[1], depth_um=750))

    assert difference(old, new) == (
        RowChange("layer", old.layers[1].id, {"depth_um": 500}, {"depth_um": 750}),
    )


def test_the_session_s_own_row_comes_first_and_carries_no_children() -> None:
    old = a_session()
    new = replace(old, notes="warm", layers=(a_layer(),))

    first, second = difference(old, new)

    assert first == RowChange("session", old.id, {"notes": ""}, {"notes": "warm"})
    assert (second.kind, second.before) == ("layer", None)


def test_a_tap_is_one_change_that_undo_takes_back_whole() -> None:
    old = a_session()
    brush = Brush(depth_um=1500, serum=a_serum())
    new = painted(old, ("cheek_l", "cheek_r"), brush, at(3))

    change = difference(old, new)

    assert sorted(row.kind for row in change) == ["layer", "layer", "serum_use", "session"]
    assert applied(new, inverted(change)) == old


def test_undo_leaves_alone_what_was_changed_since_elsewhere() -> None:
    old = a_session(zones={"nose": 500})
    deeper = old.with_layer(replace(old.layers[0], depth_um=750))
    noted = replace(deeper, notes="warm", version=4)

    back = applied(noted, inverted(difference(old, deeper)))

    assert back == replace(old, notes="warm")
    assert back.version == 4


def test_a_removed_row_comes_back_to_its_place() -> None:
    old = a_session(zones={"nose": 500, "chin": 500, "cheek_l": 1000})
    new = replace(old, layers=(old.layers[0], old.layers[2]))

    assert applied(new, inverted(difference(old, new))) == old


def test_layers_stand_in_their_order_of_working_after_a_change() -> None:
    first, second = a_layer("nose"), a_layer("chin", position=1)
    old = a_session(layers=(first, second))
    new = replace(old, layers=(replace(second, position=0), replace(first, position=1)))

    assert applied(old, difference(old, new)) == new


def test_a_moment_keeps_being_the_same_moment_from_any_time_zone() -> None:
    local = NOON.astimezone(timezone(timedelta(hours=5, minutes=45)))
    old = a_session()
    change = difference(old, replace(old, started_at=local))

    (row,) = from_json(to_json(change))

    assert row.after == {"started_at": NOON}


def test_own_fields_are_every_field_but_children_and_what_a_save_moves() -> None:
    session = a_session(status=Status.COMPLETED)
    left_out = {f.name for f in fields(session)} - own_fields(session).keys()

    assert left_out == (OWN - {"id"})
    assert own_fields(session)["status"] is Status.COMPLETED


def test_every_tuple_of_rows_in_a_session_is_a_kind_of_row() -> None:
    hints = get_type_hints(NeedlingSession)
    rows = {name: get_args(hint)[0] for name, hint in hints.items() if get_origin(hint) is tuple}

    assert dict(CHILDREN.values()) == rows


@pytest.mark.parametrize("text", ["", "Zoë\n“warm” \\ </b>", "\u2028 {}[],:", "שלום 🙂"])
def test_any_text_survives_storage(text: str) -> None:
    old = a_session()
    change = difference(old, replace(old, notes=text or "-"))

    assert from_json(to_json(change)) == change


def test_a_layer_new_to_the_session_is_stored_whole() -> None:
    layer = a_layer("nose", techniques=("vertical", "diagonal"))
    (row,) = from_json(to_json(difference(old := a_session(), replace(old, layers=(layer,)))))

    assert row.after is not None
    assert Layer(**row.after) == layer
