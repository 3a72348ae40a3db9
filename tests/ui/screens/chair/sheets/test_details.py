"""The rest of what belongs to a session."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from needlelog.domain.session import NeedlingSession
from needlelog.ui.screens.chair.sheets.details import DetailsContent
from tests.builders import NOON, a_session, at
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


def opened(qtbot: QtBot, session: NeedlingSession | None = None) -> tuple[DetailsContent, Told]:
    session = session or a_session()
    content = DetailsContent(session, facts(session))
    return content, shown(qtbot, content)


def test_identity_is_one_tap_that_a_double_tap_does_not_take_back(qtbot: QtBot) -> None:
    session = a_session()
    content, told = opened(qtbot, session)
    identity = content.stamps["identity_confirmed_at"]
    click(identity)
    click(identity)
    assert told.taps == [("details", replace(session, identity_confirmed_at=at(30)))]
    assert identity.accessibleName() == "Client said name and birth date, at 12:30"


def test_an_attestation_can_be_taken_back(qtbot: QtBot) -> None:
    content, told = opened(qtbot, a_session(sharps_disposed_at=NOON))
    click(content.stamps["sharps_disposed_at"])
    assert told.session.sharps_disposed_at is None


def test_chips(qtbot: QtBot) -> None:
    content, told = opened(qtbot)
    tap(content.indication, "acne_scars")
    tap(content.choices["skin_prep"].chips, "chlorhexidine")
    tap(content.choices["product_after"].chips, "cool_mask")
    now = told.session
    assert (now.indication, now.skin_prep, now.product_after) == (
        "acne_scars", "chlorhexidine", "cool_mask",
    )  # fmt: skip
    assert told.steps == ["details"] * 3


def test_another_skin_preparation_in_own_words(qtbot: QtBot) -> None:
    content, told = opened(qtbot)
    tap(content.choices["skin_prep"].chips, "other")
    write(content.choices["skin_prep"].words, "Octenidine")
    assert told.session.skin_prep == "Octenidine"


def test_a_chaperone_who_is_there_has_a_name(qtbot: QtBot) -> None:
    content, told = opened(qtbot)
    assert not content.lines["chaperone_name"].isVisible()
    tap(content.chaperone, "present")
    write(content.lines["chaperone_name"], "Ines Roth")
    assert (told.session.chaperone, told.session.chaperone_name) == ("present", "Ines Roth")


def test_people_are_kept_letter_for_letter(qtbot: QtBot) -> None:
    content, told = opened(qtbot)
    for name in ("interpreter", "supervised_by", "prescriber"):
        paste(content.lines[name], NASTY)
    now = told.session
    assert (now.interpreter, now.supervised_by, now.prescriber) == (KEPT, KEPT, KEPT)


def test_white_space_that_is_not_kept_is_not_told(qtbot: QtBot) -> None:
    content, told = opened(qtbot)
    write(content.lines["interpreter"], "Ines ")
    assert len(told.typing) == len("Ines")
    assert content.lines["interpreter"].text() == "Ines "


@pytest.mark.parametrize(("text", "minor"), [("199", 19900), ("199,50", 19950), ("0", 0)])
def test_the_price_is_of_the_clinics_currency(qtbot: QtBot, text: str, minor: int) -> None:
    content, told = opened(qtbot)
    write(content.price, text)
    assert (told.session.price_minor, told.session.currency) == (minor, "GBP")


@pytest.mark.parametrize("text", ["-1", "NaN", "1,500", "<img src=x>"])
def test_a_price_that_is_none(qtbot: QtBot, text: str) -> None:
    content, _ = opened(qtbot)
    write(content.price, text)
    assert content.price.error()
    assert (content.price.value(), content.price.text()) == (None, text)


def test_entered_later_has_a_reason_and_a_moment(qtbot: QtBot) -> None:
    content, told = opened(qtbot)
    assert not content.later.day.isVisible()
    tap(content.later.reason.chips, "power_cut")
    write(content.later.day, "20.7.2026")
    write(content.later.time, "14:36")
    now = told.session
    assert now.entered_later_reason == "power_cut"
    assert now.happened_at == datetime(2026, 7, 20, 13, 36, tzinfo=UTC)
    assert now.entered_at == NOON


@pytest.mark.parametrize(
    ("day", "time", "words"),
    [
        ("23.11.2026", "12:31", "still to come"),
        ("24.11.2026", "10:00", "still to come"),
        ("7.6.1997", "10:00", "before the client was born"),
        ("20.7.2026", "25:00", "is not a time"),
    ],
)
def test_a_session_that_can_not_have_been_then(
    qtbot: QtBot, day: str, time: str, words: str
) -> None:
    content, told = opened(qtbot, a_session(entered_later_reason="away"))
    write(content.later.day, day)
    write(content.later.time, time)
    assert words in content.later.time.error()
    assert all(session.happened_at <= at(30) for _, session in told.typing)


def test_undo_shows_day_and_time_again(qtbot: QtBot) -> None:
    session = a_session(entered_later_reason="away")
    content, told = opened(qtbot, session)
    write(content.later.day, "20.7.2026")
    assert told.session.happened_at != NOON
    content.show_session(session)
    assert (content.later.day.text(), content.later.time.text()) == ("23-Nov-2026", "12:00")


def test_what_was_tapped_before_moves_to_the_day_of_the_session(qtbot: QtBot) -> None:
    session = a_session(zones={"face.chin": 500}, entered_later_reason="away")
    content, told = opened(qtbot, session)
    write(content.later.day, "20.7.2026")
    write(content.later.time, "14:36")
    now = told.session
    there = datetime(2026, 7, 20, 13, 36, tzinfo=UTC)
    assert (now.happened_at, now.started_at, now.needling_ended_at) == (there, there, there)
    assert now.layers[0].done_at == there


def test_a_session_does_not_reach_into_the_future(qtbot: QtBot) -> None:
    session = a_session(entered_later_reason="away", needling_ended_at=at(20))
    content, told = opened(qtbot, session)
    write(content.later.time, "12:15")
    assert content.later.time.error() == (
        "The session would go on until 12:35, which is still to come."
    )
    assert all(session.happened_at == NOON for _, session in told.typing)


def test_an_attestation_is_of_the_sessions_own_day(qtbot: QtBot) -> None:
    then = datetime(2026, 7, 20, 13, 36, tzinfo=UTC)
    content, told = opened(qtbot, a_session(happened_at=then, entered_later_reason="away"))
    click(content.stamps["sharps_disposed_at"])
    assert told.session.sharps_disposed_at == datetime(2026, 7, 20, 14, 6, tzinfo=UTC)
