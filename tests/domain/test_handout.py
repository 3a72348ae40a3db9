"""Paper that was given."""

from dataclasses import FrozenInstanceError

import pytest

from needlelog.domain.handout import Handout, HandoutEvent, HandoutEventKind
from needlelog.domain.identity import new_id
from tests.builders import NOON


def a_handout() -> Handout:
    return Handout(
        session_id=new_id(),
        kind="aftercare",
        pdf=b"%PDF-1.7",
        sha256="0" * 64,
        language="en",
        rule_versions="{}",
        needling_ended_at=NOON,
        made_at=NOON,
    )


def test_a_sheet_that_was_made_can_not_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        a_handout().pdf = b""  # type: ignore[misc]  # what the test is about


def test_two_printings_are_two_events_of_one_sheet() -> None:
    sheet = a_handout()
    first, second = (HandoutEvent(sheet.id, HandoutEventKind.PRINTED, NOON) for _ in range(2))

    assert first != second
    assert first.handout_id == second.handout_id == sheet.id


def test_printing_says_nothing_of_giving_or_explaining() -> None:
    assert {kind.value for kind in HandoutEventKind} == {
        "printed",
        "saved",
        "given_on_paper",
        "sent",
        "declined",
        "explained",
    }
