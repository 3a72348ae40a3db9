"""When the client comes again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from needlelog.domain.session import NeedlingSession
from needlelog.ui.screens.chair.sheets.next_date import NextDateContent
from tests.builders import a_session
from tests.ui.screens.chair.sheets.acting import Told, facts, shown, tap, write

IN_FOUR_WEEKS = date(2026, 12, 21)


def opened(qtbot: QtBot, session: NeedlingSession | None = None) -> tuple[NextDateContent, Told]:
    content = NextDateContent(session or a_session(), facts())
    return content, shown(qtbot, content)


def test_a_chip_is_the_whole_answer(qtbot: QtBot) -> None:
    session = a_session(next_declined=True)
    content, told = opened(qtbot, session)
    chip = content.chips.chip(IN_FOUR_WEEKS.isoformat())
    assert (chip.choice.text, chip.choice.second) == ("+ 4 weeks", "Mon 21-Dec-2026")
    tap(content.chips, IN_FOUR_WEEKS.isoformat(), IN_FOUR_WEEKS.isoformat())
    known = replace(session, next_on=IN_FOUR_WEEKS, next_declined=False)
    assert (told.taps, told.done) == ([("next_date", known)], 1)


def test_none_planned(qtbot: QtBot) -> None:
    session = a_session(next_on=IN_FOUR_WEEKS)
    content, told = opened(qtbot, session)
    tap(content.chips, "declined")
    assert told.taps == [("next_date", replace(session, next_on=None, next_declined=True))]


def test_a_typed_date_is_said_back(qtbot: QtBot) -> None:
    content, told = opened(qtbot)
    write(content.typed_date, "4.1.27")
    assert content.typed_date.message.text() == "Mon 04-Jan-2027"
    assert (told.session.next_on, told.done) == (date(2027, 1, 4), 0)
    assert told.typing[-1][0] == "next_date"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("22.11.2026", "22-Nov-2026 is not after today. Check the month and the year."),
        ("31/2/27", "There is no such day as 31/2/27. Type it as 14.7.1975."),
        ("<img src=x>", "“<img src=x>” is not a date. Type it as 14.7.1975."),
    ],
)
def test_a_date_that_can_not_be(qtbot: QtBot, text: str, sentence: str) -> None:
    content, told = opened(qtbot)
    write(content.typed_date, text)
    assert content.typed_date.error() == sentence
    assert all(session.next_on is None or text[0] == "3" for _, session in told.typing)
    assert (content.typed_date.text(), content.typed_date.value()) == (text, None)


def test_undo_shows_the_date_before(qtbot: QtBot) -> None:
    session = a_session(next_on=IN_FOUR_WEEKS)
    content, _ = opened(qtbot, session)
    write(content.typed_date, "4.1.27")
    content.show_session(session)
    assert content.typed_date.text() == "21-Dec-2026"
    assert content.chips.chosen() == (IN_FOUR_WEEKS.isoformat(),)
