"""The aftercare sheet as a PDF, read back and looked at."""

import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from needlelog import catalogue
from needlelog.documents.aftercare import characters_missing, render
from needlelog.domain.aftercare import AftercareSheet
from needlelog.domain.session import SerumUse, Spot, Status, StopRecord
from tests.builders import NOON
from tests.documents.pages import (
    ENDED,
    a_full_session,
    a_sheet,
    image_of,
    objects_of,
    text_of,
)

ALL_FACE = {
    code: (500, 1000, 1500, 2000)[place % 4]
    for place, code in enumerate(c for c in catalogue.zones() if c.startswith("face."))
}
EVERYWHERE = {code: (500, 1500, 2500)[place % 3] for place, code in enumerate(catalogue.zones())}
THREE_SERUMS = ("prp", "vitamin_c", "hyaluronic_acid")
THIGHS = {"body.thigh_l": 1500, "body.thigh_r": 1500, "body.buttock_l": 2000}
NASTY = [
    "<b>Bob",
    '<img src="/etc/passwd"/>',
    '<a href="http://example.org">here</a>',
    "R&D &nbsp; &#0;",
    "a\x00\x07\x1bb",
    "\u202egnp.exe",
    "😀👨\u200d👩\u200d👧",
    "x" * 10_000,
    "word " * 2_000,
    "明" * 10_000,
    "a" + "\u0301" * 10_000,
]


def stopped_early() -> AftercareSheet:
    spots = (Spot(3, "face_front", 250, 300, depth_um=2500, done_at=NOON),)
    session = a_full_session({"face.forehead": 500})
    stopped = replace(
        session, status=Status.STOPPED_EARLY, stops=(StopRecord(ENDED),), spots=spots, numbings=()
    )
    return a_sheet(stopped)


SHEETS = {
    "face": a_sheet(),
    "whole face, three serums": a_sheet(a_full_session(ALL_FACE, THREE_SERUMS)),
    "everywhere": a_sheet(a_full_session(EVERYWHERE, THREE_SERUMS)),
    "scalp": a_sheet(a_full_session({"scalp.crown": 800, "scalp.hairline": 500})),
    "thighs": a_sheet(a_full_session(THIGHS)),
    "stopped early": stopped_early(),
    "long name": a_sheet(client={"given_name": "Wolfeschlegel" * 6, "family_name": "y " * 90}),
}


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS)
def test_everything_stands_on_one_page_whole(sheet: AftercareSheet, paper: str) -> None:
    pdf = render(replace(sheet, clinic=replace(sheet.clinic, paper=paper)))
    text = text_of(pdf)
    for group in sheet.groups:
        for line in group.lines:
            assert line.text in text
            assert line.when in text
    for warning in sheet.warnings:
        assert f"{warning.lead} {warning.text}" in text
    for words in (sheet.for_doctor, sheet.made, sheet.treated_by, sheet.client_mark):
        assert words in text
    assert "+44 20 7946 0199" in text  # out of hours
    file = objects_of(pdf)
    width, height = (595.28, 841.89) if paper == "A4" else (612, 792)
    assert [float(n) for n in file.pages[0].mediabox] == pytest.approx(
        [0, 0, width, height], abs=0.1
    )


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS)
def test_nothing_is_drawn_outside_the_margins_or_over_the_foot(sheet: AftercareSheet) -> None:
    for paper in ("A4", "Letter"):
        page = image_of(render(replace(sheet, clinic=replace(sheet.clinic, paper=paper))), 2)
        low_ink = page.point(lambda grey: 255 if grey < 250 else 0).getbbox()
        assert low_ink is not None
        left, top, right, low = (edge / 2 for edge in low_ink)
        assert left > 40
        assert right < page.width / 2 - 40
        assert top > 25
        assert low < page.height / 2 - 20


def test_type_is_never_smaller_than_a_client_can_read() -> None:
    for sheet in SHEETS.values():
        for paper in ("A4", "Letter"):
            pdf = render(replace(sheet, clinic=replace(sheet.clinic, paper=paper)))
            assert min(type_sizes(pdf)) >= 9


def test_what_a_client_acts_on_is_11_points_or_more() -> None:
    sizes = type_sizes(render(SHEETS["everywhere"]))
    assert sizes[11] > 50
    assert sum(sizes[size] for size in sizes if size < 11) < 40


def type_sizes(pdf: bytes) -> dict[float, int]:
    """Type size to the number of times it is drawn with."""
    file = objects_of(pdf)
    content = file.pages[0].Contents.read_bytes()
    sizes: dict[float, int] = {}
    for found in re.findall(rb"/F\S+ ([\d.]+) Tf", content)[1:]:  # the first is never drawn with
        sizes[float(found)] = sizes.get(float(found), 0) + 1
    return sizes


def test_the_sentence_of_the_drawing() -> None:
    text = text_of(render(a_sheet()))
    assert (
        "Microneedling of your forehead and temples (0.5 mm), chin and jawline (1 mm) "
        "and both cheeks (1.5 mm), with hyaluronic acid serum." in text
    )
    assert "Priya Venkataraman Born 8 June 1997 · C-0312" in text
    assert "session 4" in text
    assert "Page 1 of 1" in text


@pytest.mark.parametrize(
    ("family", "given"),
    [
        ("Żółkiewska", "Łucja"),
        ("Nguyễn", "Thị Phượng"),
        ("Щербаков", "Юрій"),
        ("Παπαδόπουλος", "Αλέξανδρος"),
        ("الشريف", "محمد عبد الرحمن"),
        ("वेंकटरमन", "प्रिया"),
        ("ใจดี", "สมชาย"),
        ("王", "小明"),
        ("陳", "寶鑽"),
    ],
)
def test_a_name_in_any_script_of_our_clients_is_on_the_page(family: str, given: str) -> None:
    sheet = a_sheet(client={"family_name": family, "given_name": given})
    assert characters_missing(sheet) == ""
    pdf = render(sheet)
    text = text_of(pdf)
    assert f"{given} {family}" in text
    assert "[?]" not in text
    assert_no_empty_glyph(pdf)


def assert_no_empty_glyph(pdf: bytes) -> None:
    """Every code that is drawn leads to a glyph; code 0 of a subset is its box for 'missing'."""
    file = objects_of(pdf)
    for found in pikepdf.parse_content_stream(file.pages[0]):
        if str(found.operator) == "Tj":
            assert b"\x00" not in bytes(found.operands[0])


@pytest.mark.parametrize("attack", NASTY, ids=lambda text: ascii(text[:16]))
def test_no_text_breaks_the_page_or_reaches_beyond_it(attack: str) -> None:
    serums = (SerumUse("other", name=attack, lot=attack, maker=attack, applied_at=NOON),)
    sheet = a_sheet(
        session=replace(a_full_session(), serums=serums),
        client={"family_name": attack, "given_name": attack},
        clinic={"name": attack, "address": attack, "out_of_hours": attack, "phone": attack},
    )
    pdf = render(sheet)
    text_of(pdf)  # one page
    file = objects_of(pdf)
    page = file.pages[0]
    assert "/XObject" not in page.Resources
    assert "/Annots" not in page
    assert image_of(pdf).getbbox() is not None


def test_a_character_no_font_has_is_marked_and_reported() -> None:
    sheet = a_sheet(client={"given_name": "Ana 😀"})
    assert characters_missing(sheet) == "😀"
    assert "Ana [?] Venkataraman" in text_of(render(sheet))


def test_the_files_own_data_names_no_client() -> None:
    file = objects_of(render(a_sheet()))
    info = file.docinfo
    assert str(info["/Title"]) == "Linden Skin Studio: aftercare"
    assert not any("Priya" in str(value) or "Venka" in str(value) for value in info.values())


PRINT_TWO = """
import hashlib, sys
from tests.documents.pages import a_sheet
from needlelog.documents.aftercare import render
for name in sys.argv[1:]:
    page = render(a_sheet(client={"family_name": name}))
print(hashlib.sha256(page).hexdigest())
"""


def test_equal_sheets_make_equal_files_whatever_was_printed_before() -> None:
    def last_of(*names: str) -> str:
        order = [sys.executable, "-c", PRINT_TWO, *names]
        root = Path(__file__).parents[2]
        return subprocess.run(order, check=True, capture_output=True, text=True, cwd=root).stdout

    assert last_of("الشريف") == last_of("ظلال عثمان", "الشريف")
    assert last_of("الشريف") != last_of("عثمان")


def test_a_sheet_without_a_date_or_a_name_says_so() -> None:
    session = replace(a_full_session(), next_on=None)
    text = text_of(render(a_sheet(session, client={"born_on": None})))
    assert "Not agreed yet" in text
    assert "Birth date not known" in text


def test_a_birthday_on_29_february_is_printed_as_it_is() -> None:
    sheet = a_sheet(client={"born_on": date(1996, 2, 29)})
    assert "Born 29 February 1996" in text_of(render(sheet))


def test_the_page_is_small_and_only_fonts_it_uses_are_in_it() -> None:
    pdf = render(a_sheet())
    file = objects_of(pdf)
    fonts = file.pages[0].Resources.Font
    names = {str(font.BaseFont).partition("+")[2] for font in fonts.values()}
    assert names == {"Inter-Regular", "Inter-SemiBold"}
    assert len(pdf) < 60_000


def test_zones_only_the_profiles_show_bring_a_profile() -> None:
    neck = a_sheet(a_full_session({"face.neck_l": 500}))
    assert dark_part(neck) > 0


def dark_part(sheet: AftercareSheet) -> int:
    """Dark pixels where the small map stands."""
    page = image_of(render(sheet), 2)
    panel = page.crop((100, 240, 300, 520))
    return sum(panel.histogram()[:120])


def test_depth_shows_on_the_map_without_colour() -> None:
    dark = [dark_part(a_sheet(a_full_session({"face.forehead": um}))) for um in (500, 1000, 2500)]
    assert len(set(dark)) == 3
