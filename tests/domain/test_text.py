"""Client text as it is kept and found."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from needlelog.domain.text import clean_line, clean_text, digits, fold

ANYTHING = st.text(st.characters()) | st.text(
    st.sampled_from("aZ\x00\x1f\x85\ud800\u202e\u2066\u200b\u200d\u0308\u00a0\u2028\r\n\t \ufeff")
)
"""Every code point, lone surrogates too, and often the ones that make trouble."""


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param("An\x00na", "Anna", id="NUL"),
        pytest.param("An\x07\x1bna\x7f", "Anna", id="C0 and DEL"),
        pytest.param("An\x80\x9fna", "Anna", id="C1"),
        pytest.param("An\ud800na\udfff", "Anna", id="lone surrogates"),
        pytest.param("\u202eannA\u202c", "annA", id="right-to-left override"),
        pytest.param("\u2067Anna\u2069", "Anna", id="isolates"),
        pytest.param("Anna\u200e\u200f\u061c", "Anna", id="direction marks"),
        pytest.param("\ufeffAnna", "Anna", id="byte order mark"),
        pytest.param("An\u200bna\u2060", "Anna", id="no-width spaces"),
        pytest.param("An\u00adna", "Anna", id="soft hyphen"),
        pytest.param("Zoe\u0308", "Zoë", id="NFC"),
        pytest.param("q\u0308", "q\u0308", id="NFC leaves what has no letter of its own"),
        pytest.param("  Anna \t\u00a0 Maria\u3000", "Anna Maria", id="white space"),
        pytest.param("Anna\nMaria\r\nEva\x85Ida\u2028Ada", "Anna Maria Eva Ida Ada", id="breaks"),
        pytest.param("می\u200cخواهم", "می\u200cخواهم", id="ZWNJ stays"),
        pytest.param("क\u094d\u200dष", "क\u094d\u200dष", id="ZWJ stays"),
        pytest.param("👩\u200d⚕\ufe0f", "👩\u200d⚕\ufe0f", id="joined emoji stay"),
        pytest.param("<b>&amp; <img src=x>", "<b>&amp; <img src=x>", id="markup is only text"),
        pytest.param("'; DROP TABLE client; --", "'; DROP TABLE client; --", id="SQL is only text"),
        pytest.param("\x00\u202e \t", "", id="nothing visible"),
        pytest.param("A" * 10_000, "A" * 10_000, id="ten thousand letters"),
    ],
)
def test_a_line_is_kept_without_what_cannot_be_seen(text: str, kept: str) -> None:
    assert clean_line(text) == kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("one\ntwo", "one\ntwo"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("one\u2028two\u2029three\x0bfour", "one\ntwo\nthree\nfour"),
        ("one  \n\n two\t", "one\n\n two"),
        ("\n\none\n\n", "one"),
        ("one\tcolumn", "one column"),
        ("o\x00ne\n\u202etwo", "one\ntwo"),
        ("", ""),
    ],
)
def test_a_note_keeps_its_line_breaks(text: str, kept: str) -> None:
    assert clean_text(text) == kept


@given(ANYTHING)
def test_what_is_kept_can_be_stored_and_is_clean_already(text: str) -> None:
    line, note = clean_line(text), clean_text(text)

    for kept in (line, note):
        kept.encode()
        assert unicodedata.is_normalized("NFC", kept)
        assert not {unicodedata.category(char) for char in kept.replace("\n", "")} & {"Cc", "Cs"}
    assert "\n" not in line
    assert line == line.strip()
    assert (clean_line(line), clean_text(note)) == (line, note)


@pytest.mark.parametrize(
    ("text", "found_by"),
    [
        ("Łukasz Ørsted", "lukasz orsted"),
        ("ĐẶNG Thị Ánh", "dang thi anh"),
        ("Großmann", "GROSSMANN"),
        ("GROẞMANN", "grossmann"),
        ("Ærø Bjørnson", "aero bjornson"),
        ("Œuvrard", "oeuvrard"),
        ("Þórður Ísaksson", "thordur isaksson"),
        ("Sigurður", "sigurdur"),
        ("YILDIZ Işıl", "yildiz isil"),
        ("İpek", "ipek"),
        ("Ħamrun", "hamrun"),
        ("Ǿrsted Ǽr", "orsted aer"),
        ("Zoe\u0308", "Zoë"),
        ("Zoë", "zoe"),
        ("Ангелина", "ангелина"),
        ("Παπαδόπουλος", "ΠΑΠΑΔΟΠΟΥΛΟΣ"),
        ("می\u200cخواهم", "میخواهم"),
        ("O’Brien", "O'Brien"),
        ("Anna\u2011Maria", "anna-maria"),
        ("ｆｕｌｌ　ｗｉｄｔｈ", "full width"),
        ("ﬁne", "fine"),
        ("  Anna\u00a0 Maria ", "anna maria"),
    ],
)
def test_search_sees_the_same_in_both_spellings(text: str, found_by: str) -> None:
    assert fold(text) == fold(found_by)


def test_a_folded_name_is_plain_letters() -> None:
    assert fold("Łukasz Ørsted-Ðæß") == "lukasz orsted-daess"


@given(ANYTHING)
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(ANYTHING)
def test_cleaning_never_hides_a_name_from_search(text: str) -> None:
    line = clean_line(text)

    assert fold(unicodedata.normalize("NFD", line)) == fold(line)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("+44 (20) 7946-0018", "442079460018"),
        ("٠٧٩٤٦", "07946"),
        ("０７９ ४५", "07945"),
        ("x²½Ⅳ", ""),
        ("", ""),
    ],
)
def test_a_phone_number_is_its_digits_however_it_was_typed(text: str, found: str) -> None:
    assert digits(text) == found
