"""Needle depth, typed and shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from needlelog.domain.depth import (
    DEEPEST_UM,
    SHALLOWEST_UM,
    TYPED_STEP_UM,
    mm,
    number,
    parse_depth,
)
from needlelog.errors import BadValue

TYPEABLE = st.integers(SHALLOWEST_UM // TYPED_STEP_UM, DEEPEST_UM // TYPED_STEP_UM).map(
    lambda steps: steps * TYPED_STEP_UM
)


@pytest.mark.parametrize(
    ("depth_um", "shown"),
    [
        (100, "0.1"),
        (500, "0.5"),
        (1000, "1"),
        (1250, "1.25"),
        (1275, "1.275"),
        (3000, "3"),
        (10000, "10"),
        (0, "0"),
    ],
)
def test_a_depth_has_a_leading_zero_and_no_trailing_ones(depth_um: int, shown: str) -> None:
    assert number(depth_um) == shown
    assert mm(depth_um) == f"{shown} mm"


@pytest.mark.parametrize(
    ("text", "depth_um"),
    [
        ("1.5", 1500),
        ("1,5", 1500),
        ("  1.25 ", 1250),
        ("1.5 mm", 1500),
        ("1.5mm", 1500),
        ("1,5 MM", 1500),
        ("1.5\u00a0mm", 1500),
        ("0.1", 100),
        (".5", 500),
        ("1.", 1000),
        ("3", 3000),
        ("3.000", 3000),
        ("01.50", 1500),
        ("١.٥", 1500),
        ("１,２５", 1250),
    ],
)
def test_point_and_comma_unit_and_digits_of_any_script_are_understood(
    text: str, depth_um: int
) -> None:
    assert parse_depth(text) == depth_um


NO_NUMBERS = ("", " ", "mm", "deep", "NaN", "sNaN", "inf", "-inf", "0x1", "½", "1/2", "٫٥")
NOT_PLAIN = ("1e0", "1e309", "1e999999999", "1_5", "1.5.0", "1,234.5", "1 5", "--1", "1.5\x00")
OTHER_UNITS = ("1.5 mmm", "1.5 cm", "500 um", "500 µm")
ENDLESS = ("1" * 5000, "0." + "1" * 5000)


@pytest.mark.parametrize("text", [*NO_NUMBERS, *NOT_PLAIN, *OTHER_UNITS, *ENDLESS])
def test_what_is_not_a_plain_number_of_millimetres_is_no_depth(text: str) -> None:
    with pytest.raises(BadValue, match=r"is not a depth\. Type millimetres"):
        parse_depth(text)


@pytest.mark.parametrize("text", ["25", "-1", "-0.5", "0", "0.05", "3.05", "15", "1500", "100"])
def test_a_missed_point_is_never_put_in_for_the_person(text: str) -> None:
    with pytest.raises(BadValue, match=rf"^{text} mm is outside 0\.1 to 3 mm\. Check the decimal"):
        parse_depth(text)


@pytest.mark.parametrize("text", ["1.23", "0.12", "1.501", "2.9999999", "0.1000001"])
def test_a_depth_between_the_steps_is_refused_not_rounded(text: str) -> None:
    with pytest.raises(BadValue, match=r"steps of 0\.05 mm"):
        parse_depth(text)


@given(TYPEABLE, st.sampled_from(("{}", "{} mm")), st.sampled_from(".,"))
def test_a_depth_that_is_shown_can_be_typed_again(depth_um: int, form: str, point: str) -> None:
    assert parse_depth(form.format(number(depth_um)).replace(".", point)) == depth_um


@given(st.text(st.sampled_from("0123456789.,-+eE_ mNaif٣½\x00")) | st.text())
def test_any_text_is_refused_or_a_depth_on_the_grid(text: str) -> None:
    try:
        depth_um = parse_depth(text)
    except BadValue:
        return
    assert SHALLOWEST_UM <= depth_um <= DEEPEST_UM
    assert depth_um % TYPED_STEP_UM == 0
