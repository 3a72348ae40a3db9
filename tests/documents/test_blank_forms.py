"""The blank forms carry what the screen asks, on two pages that can be written on."""

from __future__ import annotations

from itertools import combinations

import pypdfium2
import pytest

from needlelog import catalogue
from needlelog.catalogue import tables
from needlelog.documents import blank_forms
from needlelog.domain.blank_form import BlankForm
from needlelog.domain.reference import Asked, Side
from tests.builders import a_clinic
from tests.documents.pages import objects_of

LONG = {
    "name": "The Linden Skin Studio and Institute for the Care of Scars and Light, Ltd.",
    "address": "14 Linden Row, behind the old post office, second floor, London SW1A 2AA, "
    "United Kingdom of Great Britain and Northern Ireland",
}
SMALLEST_TEXT = 9.0


def a_form(form: BlankForm, **clinic: str) -> bytes:
    return blank_forms.render(form, a_clinic(**clinic))


def pages_of(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    finally:
        document.close()


def lowest_words(pdf: bytes) -> list[tuple[float, float]]:
    """For each page the top of its foot, and the bottom of what stands lowest above it."""
    document = pypdfium2.PdfDocument(pdf)
    found = []
    try:
        for page in document:
            words = page.get_textpage()
            bottoms = [words.get_rect(n)[1] for n in range(words.count_rects())]
            tops = [words.get_rect(n)[3] for n in range(words.count_rects())]
            foot = min(bottoms)
            foot_top = max(top for top, low in zip(tops, bottoms, strict=True) if low < foot + 3)
            found.append((foot_top, min(low for low in bottoms if low >= foot + 3)))
    finally:
        document.close()
    return found


@pytest.mark.parametrize("form", BlankForm)
@pytest.mark.parametrize("paper", ["A4", "Letter", "A5"])
def test_a_form_has_two_counted_pages_under_the_letterhead(form: BlankForm, paper: str) -> None:
    first, second = pages_of(a_form(form, paper=paper))

    assert "Linden Skin Studio" in first
    assert "+44 20 7946 0100" in first
    assert "Page 1 of 2" in first
    assert "Page 2 of 2" in second


@pytest.mark.parametrize("form", BlankForm)
def test_a_form_is_never_smaller_than_a_hand_can_write_on(form: BlankForm) -> None:
    sizes = [page.mediabox for page in objects_of(a_form(form, paper="A5")).pages]

    assert {round(float(box[2])) for box in sizes} == {595}


@pytest.mark.parametrize("form", BlankForm)
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_nothing_runs_into_the_foot_under_the_longest_letterhead(
    form: BlankForm, paper: str
) -> None:
    for foot_top, lowest in lowest_words(a_form(form, paper=paper, **LONG)):
        assert lowest > foot_top


@pytest.mark.parametrize("form", BlankForm)
def test_no_words_are_smaller_than_nine_points(form: BlankForm) -> None:
    document = pypdfium2.PdfDocument(a_form(form))
    sizes = {
        round(item.get_font_size(), 1)
        for page in document
        for item in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT])
    }
    document.close()

    assert sizes
    assert min(sizes) >= SMALLEST_TEXT


def test_every_zone_of_the_screen_has_its_place_on_the_card() -> None:
    card = " ".join(pages_of(a_form(BlankForm.CARD)))
    left_or_alone = [zone for zone in catalogue.zones().values() if zone.side is not Side.RIGHT]

    assert not [z.short for z in left_or_alone if z.short.removesuffix(" L") not in card]


def test_the_card_asks_what_the_chair_asks() -> None:
    first, second = pages_of(a_form(BlankForm.CARD))
    asked = [
        "Client said name and birth date", "Endpoint", "Pink", "Even redness",
        "Pinpoint bleeding", "Bled more", "Vertical", "Stamp", "Serum", "Expires", "Numbing",
        "Grams", "Device", "Tip", "As expected", "Pain", "Stopped early at", "Next date",
        "Aftercare sheet given", "Signature",
    ]  # fmt: skip

    assert not [words for words in asked if words not in first]
    assert "Spots" in second


def test_the_card_grades_what_the_grid_grades() -> None:
    first, _second = pages_of(a_form(BlankForm.CARD))
    kinds = [kind for kind in catalogue.reactions().values() if Asked.DAY in kind.asked]

    assert not [kind.label for kind in kinds if kind.label not in first]
    for level in ("Slight", "Mild", "Moderate", "Severe", "Emergency"):
        assert level in first


def test_every_question_of_the_catalogue_is_on_the_history_form() -> None:
    form = " ".join(pages_of(a_form(BlankForm.HISTORY)))
    questions = catalogue.history_questions().values()

    assert not [one.question for one in questions if one.question not in form]


def test_the_history_form_asks_for_allergies_people_and_a_signature() -> None:
    first, second = pages_of(a_form(BlankForm.HISTORY))

    for words in ("Who we call in an emergency", "Your doctor", "Yes", "No", "Not sure"):
        assert words in first
    for words in (
        "Known allergies", "No known allergies", "Allergies not recorded",
        "Allergies unavailable", "may keep this record", "Your signature",
    ):  # fmt: skip
        assert words in second


def test_every_reason_not_to_treat_is_asked_or_left_out_with_a_reason() -> None:
    reasons = tables.load(tables.CONTRAINDICATIONS, catalogue.folder())
    left_out = {
        row.id
        for row in tables.load(tables.NOT_ON_PAPER, catalogue.folder()).values()
        if row.table == "contraindications"
    }
    asked = {code for one in catalogue.history_questions().values() for code in one.covers}

    assert asked | left_out == set(reasons)
    assert not asked & left_out
    assert not {code for code, row in reasons.items() if row.is_core} - asked


def test_equal_clinics_make_equal_forms() -> None:
    assert a_form(BlankForm.CARD) == a_form(BlankForm.CARD)


def test_no_words_of_the_card_lie_over_others() -> None:
    document = pypdfium2.PdfDocument(a_form(BlankForm.CARD))
    try:
        for page in document:
            words = page.get_textpage()
            boxes = [words.get_rect(n) for n in range(words.count_rects())]
            for one, other in combinations(boxes, 2):
                across = min(one[2], other[2]) - max(one[0], other[0])
                down = min(one[3], other[3]) - max(one[1], other[1])
                assert across < 1 or down < 1, (one, other)
    finally:
        document.close()
