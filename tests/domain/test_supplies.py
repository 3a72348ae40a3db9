"""What is used on the skin: whose lot it is, which tip worked what, how long cream was on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from needlelog.domain import supplies
from needlelog.domain.session import Numbing, SerumUse, Tip
from needlelog.domain.supplies import Lot
from tests.builders import NOON, TODAY, a_practitioner, a_serum, a_session, a_tip, at

YOU = a_practitioner().id


def test_a_lot_goes_to_its_own_product_only() -> None:
    first, second = a_serum(lot=""), SerumUse("vitamin_c")
    session = a_session(serums=(first, second))
    lot = Lot("VC-11", date(2027, 1, 31))
    told = supplies.with_lot(session, second, lot)
    assert told == replace(
        session, serums=(first, replace(second, lot="VC-11", expires_on=lot.expires_on))
    )


def test_the_day_on_the_box_may_still_be_used() -> None:
    assert not Lot("A", TODAY).is_past(TODAY)
    assert Lot("A", TODAY - timedelta(days=1)).is_past(TODAY)
    assert not Lot("A").is_past(TODAY)


def test_the_first_tip_that_is_named_worked_everything_so_far() -> None:
    tip = a_tip()
    told = supplies.with_tip(a_session(zones={"face.chin": 500}), tip)
    assert told.tips == (tip,)
    assert [layer.tip_id for layer in told.layers] == [tip.id]


def test_a_new_tip_leaves_earlier_layers_to_the_one_before() -> None:
    first = a_tip()
    session = supplies.with_tip(a_session(zones={"face.chin": 500}), first)
    told = supplies.new_tip(session, at(20))
    assert told.layers == session.layers
    assert told.tip is not None
    assert (told.tip.name, told.tip.pins, told.tip.opened_at) == ("12-pin tip", 12, at(20))
    assert supplies.lot_of(told.tip) == Lot()


def test_a_new_tip_without_one_before_says_nothing_of_earlier_layers() -> None:
    session = a_session(zones={"face.chin": 500})
    told = supplies.new_tip(session, at(20))
    assert told.layers == session.layers
    assert len(told.tips) == 1


def test_describing_a_tip_changes_that_one_only() -> None:
    first, second = a_tip(), Tip()
    session = a_session(tips=(first, second))
    described = replace(second, lot="D-1")
    assert supplies.with_tip(session, described).tips == (first, described)


def test_the_same_product_and_lot_is_the_same_use() -> None:
    used = a_serum()
    session = a_session(serums=(used,))
    assert supplies.known_serum(session, a_serum()) is used
    other = a_serum(lot="HA-9")
    assert supplies.known_serum(session, other) is other


def test_numbing_is_put_on_by_somebody() -> None:
    told = supplies.numbed(a_session(), Numbing("emla"), YOU)
    assert (told.numbing_by_id, told.numbings[0].by_id) == (YOU, YOU)
    assert supplies.without_numbing(told, told.numbings[0].id) == a_session(
        client_id=told.client_id, id=told.id
    )


@pytest.mark.parametrize(
    ("edge", "minutes", "on", "off"),
    [("on", -5, -45, 0), ("on", 60, 0, 0), ("off", -60, -40, -40), ("off", 90, -40, 30)],
)
def test_moments_are_put_right_within_what_can_be(
    edge: str, minutes: int, on: int, off: int
) -> None:
    use = Numbing("emla", on_at=at(-40), off_at=NOON)
    moved = supplies.numbing_moved(use, edge, minutes, now=at(30))  # type: ignore[arg-type]  # a word
    assert (moved.on_at, moved.off_at) == (at(on), at(off))


def test_a_moment_that_is_not_noted_is_not_moved() -> None:
    assert supplies.numbing_moved(Numbing("emla"), "off", 5, NOON).off_at is None


def test_minutes_run_until_it_is_wiped_off() -> None:
    on = Numbing("emla", on_at=at(-40))
    assert supplies.minutes_on(on, at(1)) == 41
    assert supplies.minutes_on(replace(on, off_at=at(-9)), at(1)) == 31
    assert supplies.minutes_on(Numbing("emla"), NOON) is None
