"""Anybody's text on paper: their letters, in their order, never as markup."""

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from needlelog.documents import fonts
from needlelog.documents.fonts import Weight
from needlelog.documents.text import (
    MISSING_MARK,
    Line,
    Span,
    lines,
    printable,
    unprintable,
)

NAMES = {
    "Polish": "Żółkiewska Łucja Śćwięrź",
    "Vietnamese": "Nguyễn Thị Phượng Đặng",
    "Cyrillic": "Щербаков Юрій Ґалаґан",
    "Greek": "Παπαδόπουλος Αλέξανδρος",
    "Arabic": "محمد عبد الرحمن الشريف",
    "Persian": "می\u200cخواهم پژمان گچ",
    "Hindi": "प्रिया वेंकटरमन श्री क्षत्रिय",
    "Thai": "สมชาย กุ้ยช่าย น้ำ",
    "simplified Chinese": "王小明 赵龙 欧阳",
    "traditional Chinese": "陳寶鑽 劉龍 歐陽",
}


def first(text: str, width: float = 1e9) -> Line:
    return lines([Span(text)], 11, width)[0]


def shown(line: Line) -> str:
    return "".join(piece.text for piece in line.pieces)


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
@pytest.mark.parametrize("weight", Weight)
def test_a_name_is_printed_with_real_glyphs_of_fonts_that_have_them(
    name: str, weight: Weight
) -> None:
    assert unprintable(name) == ""
    (line,) = lines([Span(name, weight)], 11, 1e9)
    for piece in line.pieces:
        drawn = (
            "".join(glyph.character for glyph in fonts.shaped(piece.font, piece.text))
            if piece.is_shaped
            else piece.text
        )
        assert drawn
        assert all(fonts.font(piece.font).face.charToGlyph[ord(c)] for c in drawn)


def test_bold_is_another_font_than_regular() -> None:
    for bold, regular in (("Inter-Bold", "Inter-Regular"), ("NotoSans-Bold", "NotoSans-Regular")):
        assert fonts.font(bold).face.name != fonts.font(regular).face.name
    (bold_line,) = lines([Span("Anna", Weight.BOLD)], 11, 1e9)
    assert bold_line.width > first("Anna").width


@pytest.mark.parametrize("script", ["Arabic", "Hindi", "Thai"])
def test_letters_that_change_beside_each_other_are_shaped(script: str) -> None:
    assert all(piece.is_shaped for piece in first(NAMES[script]).pieces if piece.text != " ")


def test_arabic_letters_join() -> None:
    joined = [glyph.character for glyph in fonts.shaped("NotoSansArabic-Regular", "محمد")]
    apart = [fonts.shaped("NotoSansArabic-Regular", letter)[0].character for letter in "محمد"]
    assert joined[0] != apart[-1]  # the end of the word stands at the left, in its final form
    assert set(joined).isdisjoint(apart[:3])


def test_latin_is_not_shaped_because_shaping_everything_costs_more_than_twice_the_time() -> None:
    assert not any(piece.is_shaped for piece in first("Priya Żółć").pieces)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("محمد علي", ["علي", " ", "محمد"]),
        ("Mr محمد علي (Omar)", ["Mr", " ", "علي", " ", "محمد", " ", "(", "Omar", ")"]),
        ("محمد 123 علي", ["علي", " ", "123", " ", "محمد"]),
        ("born 123 محمد", ["born", " ", "123", " ", "محمد"]),
        ("(محمد)", ["(", "محمد", ")"]),
    ],
)
def test_words_from_right_to_left_stand_in_their_order(text: str, words: list[str]) -> None:
    assert [piece.text for piece in first(text).pieces] == words


def test_a_broken_line_of_arabic_begins_with_its_first_words() -> None:
    name = "محمد عبد الرحمن الشريف"
    room = first("محمد عبد ال").width * 11 / 1000
    top, *_rest = lines([Span(name)], 11, room)
    assert shown(top) == "عبد محمد"


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("a\x00b\x1b[31mc", "ab[31mc"),
        ("evil\u202egnp.exe\u202c", "evilgnp.exe"),
        ("\u2067right\u2069 \ufeffleft", "right left"),
        ("two\r\nlines\tand  gaps", "two lines and gaps"),
        ("soft\u00adhy\u200bphen\ufe0f", "softhyphen"),
        ("e\u0301", "é"),
        ("Zalgo\u0301\u0302\u0303\u0304\u0305\u0306!", "Zalgó\u0302\u0303\u0304!"),
    ],
)
def test_what_can_not_be_seen_is_not_printed(text: str, seen: str) -> None:
    assert printable(text) == seen


@pytest.mark.parametrize("text", ["<b>Bob</b>", '<img src="/etc/passwd">', "R&D &amp; <a href=x>"])
def test_markup_is_only_text(text: str) -> None:
    assert shown(first(text)) == text


def test_a_character_no_font_has_is_marked_and_named() -> None:
    assert shown(first("Ana 😀 𒀀")) == f"Ana {MISSING_MARK} {MISSING_MARK}"
    assert unprintable("Ana 😀 𒀀 😀") == "😀𒀀"


def test_a_long_text_loses_its_middle_visibly() -> None:
    cut = lines([Span("start " + "word " * 3000 + "end")], 11, 200, most=2)
    assert len(cut) == 2
    words = " ".join(shown(line) for line in cut)
    assert words.startswith("start")
    assert words.endswith("end")
    assert "…" in words
    assert all(line.width * 11 / 1000 <= 200 for line in cut)


def test_a_number_keeps_its_unit_beside_it() -> None:
    text = "chin and jawline (1.5 mm) and cheeks"
    for width in range(60, 180, 5):
        broken = [shown(line) for line in lines([Span(text)], 11, width)]
        assert len(broken) > 1
        assert not [line for line in broken if line.startswith("mm")]


def test_the_longest_span_gives_way_and_the_label_stays() -> None:
    (line,) = lines([Span("Name:", Weight.BOLD), Span("x" * 500)], 11, 150, most=1)
    assert shown(line).startswith("Name: x")


def test_ten_thousand_characters_without_a_gap_take_no_time() -> None:
    began = time.process_time()
    for text in ("x" * 10_000, "محمد" * 2500, "明" * 10_000, "\u0301" * 10_000, "😀" * 10_000):
        assert len(lines([Span(text)], 12.5, 240, most=2)) <= 2
    assert time.process_time() - began < 4


@given(st.text(max_size=300), st.integers(20, 400))
@settings(max_examples=150, deadline=None)
def test_no_text_breaks_the_page(text: str, width: int) -> None:
    for line in lines([Span(text)], 11, width, most=3):
        assert line.width * 11 / 1000 <= max(width, 40)
        assert not any(unicodedata.category(c) == "Cc" for c in shown(line))
