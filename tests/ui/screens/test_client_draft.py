"""What is typed about a client becomes a client, or a sentence under a field."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from needlelog.domain.client import Allergies
from needlelog.ui.screens.client_draft import ClientDraft, client_of, draft_of, problems
from tests.builders import TODAY, a_client

WHOLE = ClientDraft(family_name="Venkataraman", given_name="Priya", born_on="8.6.97")


def test_three_fields_are_enough() -> None:
    assert problems(WHOLE, TODAY) == {}
    client = client_of(WHOLE, None, TODAY)
    assert (client.family_name, client.born_on) == ("Venkataraman", date(1997, 6, 8))


def test_nothing_typed_asks_for_the_three() -> None:
    assert list(problems(ClientDraft(), TODAY)) == ["family_name", "given_name", "born_on"]


@pytest.mark.parametrize("blank", ["   ", "\u200b", "\u202e\x00", "\n"])
def test_a_name_nobody_can_see_is_no_name(blank: str) -> None:
    assert "family_name" in problems(replace(WHOLE, family_name=blank), TODAY)


def test_a_client_shown_and_kept_again_is_the_same_client() -> None:
    client = a_client(
        known_as="Pri", allergies=Allergies.KNOWN, allergy_names="nickel", phototype=4,
        has_melasma=False, notes="One\nTwo", contact_by="phone,post", language="ta",
    )  # fmt: skip
    assert client_of(draft_of(client), client, TODAY) == client


def test_allergies_that_are_not_known_any_more_leave_no_names_behind() -> None:
    draft = replace(WHOLE, allergies=Allergies.NONE_KNOWN, allergy_names="nickel")
    assert client_of(draft, None, TODAY).allergy_names == ""


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("phone", "call me", "A phone number has digits."),
        ("email", "priya.example.org", "An e-mail address has an @ in it."),
        ("notes", "x" * 20_001, "20001 characters are too many: 20000 fit"),
        ("address", "x" * 501, "501 characters are too many: 500 fit"),
    ],
)
def test_what_cannot_be_right_is_told(field: str, typed: str, told: str) -> None:
    found = problems(replace(WHOLE, **{field: typed}), TODAY)  # type: ignore[arg-type]  # text
    assert found[field].startswith(told)
