"""Letters typed into the palette, and the words they stand for."""

from __future__ import annotations

import pytest

from needlelog.domain import fuzzy

WORDS = (
    "New client", "New session", "Repeat last", "Print again", "Save PDF", "Settings: Rules",
    "Open the log folder", "All shortcuts", "Clients",
)  # fmt: skip


def best(typed: str) -> list[str]:
    hits = [(fuzzy.match(typed, fuzzy.phrase(words)), words) for words in WORDS]
    found = [(hit.score, words) for hit, words in hits if hit is not None]
    return [words for _score, words in sorted(found, reverse=True)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("pri", ["Print again"]),
        ("cli", ["Clients", "New client"]),
        ("nc", ["New client"]),
        ("nese", ["New session"]),
        ("new s", ["New session"]),
        ("news", ["New session"]),
        ("rl", ["Repeat last"]),
        ("rul", ["Settings: Rules"]),
        ("sr", ["Settings: Rules"]),
        ("ession", ["New session"]),
        ("olf", ["Open the log folder"]),
        ("pdf", ["Save PDF"]),
        ("cleints", ["Clients"]),
        ("lcients", []),  # the first letter is never the slip
        ("cleitns", []),
        ("clints", ["Clients"]),
        ("cliients", ["Clients"]),
        ("cliants", ["Clients"]),
        ("new sesion", ["New session"]),
        ("clin", []),
        ("xyz", []),
        ("", []),
        # The middle of words is not taken letter by letter: these are names of people.
        ("rena", []),
        ("lena", []),
        ("es", []),
    ],
)
def test_typed_letters_find_the_words(typed: str, expected: list[str]) -> None:
    assert best(typed) == expected


def test_the_letters_that_were_typed_are_known() -> None:
    hit = fuzzy.match("nese", fuzzy.phrase("New session"))
    assert hit is not None
    assert fuzzy.runs(hit.letters) == ((0, 2), (4, 2))


@pytest.mark.parametrize(
    ("typed", "text", "found"),
    [
        ("pri", "VENKATARAMAN, Priya", "Pri"),
        ("priya venk", "VENKATARAMAN, Priya", "VENKPriya"),
        ("wojc", "WÓJCIK, Katarzyna", "WÓJC"),
        ("ojci", "WÓJCIK, Katarzyna", "ÓJCI"),
        ("grosse", "GRÖßE, Anna", "GRÖßE"),
        ("an", "HAMANN, Anna", "An"),
        ("8.6.97", "VENKATARAMAN, Priya", ""),
        ("ليل", "الحسيني, ليلى", "ليلى"),
        ("प्रि", "शर्मा, प्रिया", "प्रिया"),
    ],
)
def test_the_letters_of_a_name_that_were_meant(typed: str, text: str, found: str) -> None:
    assert "".join(text[place] for place in fuzzy.letters_found(typed, text)) == found
