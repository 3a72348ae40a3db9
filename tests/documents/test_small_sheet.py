"""The aftercare sheet on A5 says the same in the same size, on counted pages."""

from __future__ import annotations

import pypdfium2

from needlelog.documents.aftercare import render
from tests.documents.pages import a_sheet, objects_of

A5 = (420, 595)


def pages_of(**clinic: str) -> list[str]:
    document = pypdfium2.PdfDocument(render(a_sheet(clinic={"paper": "A5", **clinic})))
    try:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    finally:
        document.close()


def test_the_whole_sheet_is_on_two_counted_pages_of_a5() -> None:
    sheet = a_sheet(clinic={"paper": "A5"})
    first, second = pages_of()
    both = f"{first} {second}"

    assert "Page 1 of 2" in first
    assert "Page 2 of 2" in second
    assert sheet.client_name in first
    assert sheet.client_mark in second
    for line in (line for group in sheet.groups for line in group.lines):
        assert line.text in both
        assert line.when in both
    for warning in sheet.warnings:
        assert warning.text in both
    assert sheet.next_session in both
    assert sheet.treated in both


def test_words_on_a5_are_as_large_as_on_a4() -> None:
    boxes = objects_of(render(a_sheet(clinic={"paper": "A5"}))).pages
    assert {tuple(round(float(edge)) for edge in page.mediabox[2:]) for page in boxes} == {A5}
    document = pypdfium2.PdfDocument(render(a_sheet(clinic={"paper": "A5"})))
    sizes = {
        round(item.get_font_size(), 1)
        for page in document
        for item in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT])
    }
    document.close()
    assert min(sizes) >= 9
    assert 11 in sizes


def test_a_long_letterhead_takes_a_page_more_rather_than_the_words() -> None:
    long = "Nights and weekends: the practice of Dr Lindqvist, or the hospital. " * 3
    pages = pages_of(out_of_hours=long.strip(), name="Linden " * 12)

    assert f"Page {len(pages)} of {len(pages)}" in pages[-1]
    assert "Your next session" in " ".join(pages)
