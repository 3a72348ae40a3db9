"""The rules on paper: every one of them, in its columns, on counted pages."""

from __future__ import annotations

import pypdfium2

from needlelog.documents import rules_list
from needlelog.documents.rules_list import PrintedRule, RuleGroup
from tests.builders import a_clinic

OWN = PrintedRule(
    "Face: ask above this depth", "2 mm", "1.5 mm", "SkinPen page", "14-Sep-2026 AV", is_own=True
)


def pages_of(groups: list[RuleGroup]) -> list[str]:
    pdf = rules_list.render(a_clinic(), b"", groups, "Made 23-Nov-2026 12:00")
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    finally:
        document.close()


def test_a_rule_shows_yours_the_start_the_source_and_who_changed_it() -> None:
    (page,) = pages_of([RuleGroup("Depth", (OWN,))])

    for words in (*OWN.cells, "Depth", "Your value", "Starting value", "Made 23-Nov-2026 12:00"):
        assert words in page
    assert "Page 1 of 1" in page


def test_a_long_list_goes_on_over_the_page_and_loses_no_rule() -> None:
    many = tuple(
        PrintedRule(f"Rule number {n} of the clinic, told at length so that it takes two lines",
                    f"{n} h", "1 h", "NeedleLog working choice", "–", is_own=False)
        for n in range(120)
    )  # fmt: skip
    pages = pages_of([RuleGroup("Depth", many[:60]), RuleGroup("Aftercare", many[60:])])

    assert len(pages) > 2
    told = " ".join(pages)
    assert not [n for n in range(120) if f"Rule number {n} of the clinic" not in told]
    assert f"Page 1 of {len(pages)}" in pages[0]
    assert all("Your value" in page for page in pages)
