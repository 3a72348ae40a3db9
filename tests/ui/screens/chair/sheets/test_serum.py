"""Which serum goes on the brush."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from needlelog.domain.session import NeedlingSession, SerumUse
from needlelog.ui.screens.chair.sheets.serum import SerumContent
from tests.builders import a_serum, a_session
from tests.ui.conftest import Finger
from tests.ui.screens.chair.sheets.acting import (
    FAVOURITES,
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


def opened(
    qtbot: QtBot, session: NeedlingSession | None = None
) -> tuple[SerumContent, Told, QSignalSpy]:
    content = SerumContent(session or a_session(), facts())
    return content, shown(qtbot, content), QSignalSpy(content.picked)


def picked(spy: QSignalSpy) -> list[SerumUse | None]:
    return [spy.at(i)[0] for i in range(spy.count())]


def test_one_tap_takes_a_serum_with_lot_and_expiry(qtbot: QtBot, finger: Finger) -> None:
    content, told, serums = opened(qtbot)
    finger(content.used.chip("hyaluronic_acid||HA-2291"))
    assert picked(serums) == [FAVOURITES.serums[0]]
    assert (told.taps, told.done) == ([], 1)


def test_the_serum_of_the_session_stays_one_use(qtbot: QtBot) -> None:
    used = SerumUse("hyaluronic_acid")
    content, _, serums = opened(qtbot, a_session(serums=(used,)))
    tap(content.products, "hyaluronic_acid")
    assert picked(serums) == [used]


@pytest.mark.parametrize(
    ("product", "words"),
    [
        ("vitamin_c", "Take care"),
        ("tretinoin", "Only as a prescriber decides"),
        ("exosomes", "keep it off the skin"),
    ],
)
def test_a_caution_is_said_and_nothing_is_blocked(qtbot: QtBot, product: str, words: str) -> None:
    content, told, serums = opened(qtbot)
    tap(content.products, product)
    assert [use and use.product for use in picked(serums)] == [product]
    assert content.caution.isVisible()
    assert words in content.caution.head.text()
    assert "safe" not in content.caution.accessibleName().lower()
    assert told.done == 0
    click(content.caution.keep)
    assert told.done == 1


def test_a_lot_past_its_date_is_told_and_taken(qtbot: QtBot) -> None:
    old = a_serum(expires_on=date(2026, 11, 22))
    content, told, serums = opened(qtbot, a_session(serums=(old,)))
    tap(content.used, "hyaluronic_acid||HA-2291")
    assert (picked(serums), told.done) == ([old], 0)
    assert content.caution.text.text().startswith("Past its date since 22-Nov-2026.")


def test_two_taps_on_a_chip_pick_once(qtbot: QtBot) -> None:
    content, _, serums = opened(qtbot)
    tap(content.products, "vitamin_c", "vitamin_c")
    assert serums.count() == 1


def test_no_serum(qtbot: QtBot) -> None:
    content, told, serums = opened(qtbot)
    click(content.none)
    click(content.none)
    assert (picked(serums), told.done) == ([None], 1)


def test_a_serum_is_written_in(qtbot: QtBot) -> None:
    content, told, serums = opened(qtbot)
    assert not content.own.use.isEnabled()
    write(content.own.name, "Glow Ampoule 7")
    write(content.own.maker, "Lab & Co")
    write(content.own.lot.number, "G7-1")
    write(content.own.lot.expires, "31/3/27")
    click(content.own.use)
    use = picked(serums)[0]
    assert use is not None
    assert (use.product, use.name, use.maker) == ("ampoule_other", "Glow Ampoule 7", "Lab & Co")
    assert (use.lot, use.expires_on, told.done) == ("G7-1", date(2027, 3, 31), 1)


def test_what_is_written_in_is_kept_letter_for_letter(qtbot: QtBot) -> None:
    content, _, serums = opened(qtbot)
    paste(content.own.name, NASTY)
    click(content.own.use)
    assert [use and use.name for use in picked(serums)] == [KEPT]


def test_serums_of_a_changed_session_are_offered(qtbot: QtBot) -> None:
    content, _, serums = opened(qtbot)
    new = a_serum(lot="HA-9000")
    content.show_session(a_session(serums=(new,)))
    tap(content.used, "hyaluronic_acid||HA-9000")
    assert picked(serums) == [new]
