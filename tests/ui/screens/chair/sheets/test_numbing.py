"""What numbed the skin, and for how long."""

from __future__ import annotations

import pytest
import time_machine
from pytestqt.qtbot import QtBot

from needlelog.domain.session import NeedlingSession, Numbing
from needlelog.ui.screens.chair.facts import ChairFacts
from needlelog.ui.screens.chair.sheets.numbing import NumbingContent
from tests.builders import a_session, at
from tests.ui.screens.chair.sheets.acting import (
    KEPT,
    NASTY,
    Told,
    click,
    facts,
    paste,
    shown,
    tap,
    write,
)

ON = Numbing("emla", on_at=at(-10))


def opened(qtbot: QtBot, session: NeedlingSession) -> tuple[NumbingContent, Told, ChairFacts]:
    known = facts(session)
    content = NumbingContent(session, known)
    return content, shown(qtbot, content), known


def test_product_then_on_then_off(qtbot: QtBot, half_past_noon: time_machine.Traveller) -> None:
    content, told, known = opened(qtbot, a_session())
    tap(content.products, "emla")
    click(content.clock.on.now)
    half_past_noon.move_to(at(61))
    click(content.clock.off.now)
    use = told.session.numbings[0]
    assert (use.product, use.on_at, use.off_at) == ("emla", at(30), at(61))
    assert use.by_id == told.session.numbing_by_id == known.practitioner.id
    assert content.clock.minutes.text() == "31 minutes on the skin"
    assert told.steps == ["numbing"] * 3


def test_nothing_goes_on_before_its_name_is_known(qtbot: QtBot) -> None:
    content, told, _ = opened(qtbot, a_session())
    click(content.clock.on.now)
    click(content.clock.off.now)
    assert told.taps == []


def test_what_was_used_before_comes_with_its_lot(qtbot: QtBot) -> None:
    content, told, _ = opened(qtbot, a_session())
    tap(content.used, "0", "0")
    assert [(use.product, use.lot) for use in told.session.numbings] == [("lidocaine4", "L-9")]


def test_minutes_are_counted_while_it_is_on(
    qtbot: QtBot, half_past_noon: time_machine.Traveller
) -> None:
    content, _, _ = opened(qtbot, a_session(numbings=(ON,)))
    assert content.clock.minutes.text() == "40 minutes on the skin"
    half_past_noon.move_to(at(31))
    content._count.timeout.emit()
    assert content.clock.minutes.text() == "41 minutes on the skin"


def test_moments_are_put_right_by_five_minutes(qtbot: QtBot) -> None:
    content, told, _ = opened(qtbot, a_session(numbings=(ON,)))
    click(content.clock.on.earlier)
    click(content.clock.off.now)
    click(content.clock.off.earlier)
    use = told.session.numbings[0]
    assert (use.on_at, use.off_at) == (at(-15), at(25))
    click(content.clock.off.later)
    assert not content.clock.off.later.isEnabled()


def test_a_second_product_leaves_the_first(qtbot: QtBot) -> None:
    content, told, _ = opened(qtbot, a_session(numbings=(ON,)))
    click(content.second)
    tap(content.products, "lidocaine4")
    assert told.session.numbings[0] == ON
    assert [use.product for use in told.session.numbings] == ["emla", "lidocaine4"]
    tap(content.several, ON.id.hex)
    tap(content.area.chips, "neck")
    assert [use.area for use in told.session.numbings] == ["neck", ""]


@pytest.mark.parametrize(("text", "milligrams"), [("10", 10_000), ("7,5", 7500)])
def test_grams(qtbot: QtBot, text: str, milligrams: int) -> None:
    content, told, _ = opened(qtbot, a_session(numbings=(ON,)))
    write(content.grams, text)
    assert told.session.numbings[0].amount_mg == milligrams


def test_grams_that_are_none(qtbot: QtBot) -> None:
    content, told, _ = opened(qtbot, a_session(numbings=(ON,)))
    write(content.grams, "-1")
    assert "grams" in content.grams.error()
    assert told.typing == []


def test_lot_name_and_another_area_are_typed(qtbot: QtBot) -> None:
    content, told, _ = opened(qtbot, a_session(numbings=(ON,)))
    write(content.lot.number, "E-1")
    tap(content.area.chips, "other")
    write(content.area.words, "Left knee")
    paste(content.name, NASTY)
    use = told.session.numbings[0]
    assert (use.lot, use.area, use.name) == ("E-1", "Left knee", KEPT)


def test_what_the_label_says_is_information(qtbot: QtBot) -> None:
    content, _, _ = opened(qtbot, a_session(numbings=(ON,)))
    assert content.note.text().startswith("Usually 60 to 120 minutes.")


def test_it_can_be_taken_off_the_record(qtbot: QtBot) -> None:
    content, told, _ = opened(qtbot, a_session(numbings=(ON,), numbing_by_id=a_session().client_id))
    click(content.remove)
    assert (told.session.numbings, told.session.numbing_by_id) == ((), None)
    assert content.clock.minutes.text() == "Not on yet"


def test_undo_brings_back_what_was_true(qtbot: QtBot) -> None:
    session = a_session(numbings=(ON,))
    content, _, _ = opened(qtbot, session)
    write(content.grams, "5")
    click(content.remove)
    content.show_session(session)
    assert (content.products.chosen(), content.grams.text()) == (("emla",), "")
