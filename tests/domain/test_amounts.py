"""Amounts are read as they are typed anywhere, and never guessed."""

from __future__ import annotations

import pytest

from needlelog.domain import amounts
from needlelog.errors import BadValue

NOT_NUMBERS = ("", "-1", "NaN", "1e3", "1.500,00", "1 000", "--5", "inf", "\0", "ten")


@pytest.mark.parametrize(
    ("text", "microlitres"), [("1,5", 1500), ("1.5 ml", 1500), (".25", 250), ("2", 2000)]
)
def test_millilitres(text: str, microlitres: int) -> None:
    assert amounts.parse_ml(text) == microlitres


@pytest.mark.parametrize(("text", "milligrams"), [("10", 10_000), ("7,5", 7500), ("7.5 g", 7500)])
def test_grams(text: str, milligrams: int) -> None:
    assert amounts.parse_grams(text) == milligrams


@pytest.mark.parametrize(("text", "tenths"), [("3", 30), ("2,5", 25), ("0.5 mm", 5)])
def test_millimetres(text: str, tenths: int) -> None:
    assert amounts.parse_mm(text) == tenths


@pytest.mark.parametrize("text", [*NOT_NUMBERS, "0", "101", "0,001"])
def test_no_amount_of_serum(text: str) -> None:
    with pytest.raises(BadValue, match="millilitres"):
        amounts.parse_ml(text)


@pytest.mark.parametrize("text", [*NOT_NUMBERS, "0", "501"])
def test_no_amount_of_cream(text: str) -> None:
    with pytest.raises(BadValue, match="grams"):
        amounts.parse_grams(text)


@pytest.mark.parametrize("text", [*NOT_NUMBERS, "0.4", "2.55", "101"])
def test_no_size_of_a_spot(text: str) -> None:
    with pytest.raises(BadValue, match="millimetres"):
        amounts.parse_mm(text)


@pytest.mark.parametrize(
    ("text", "currency", "minor"),
    [
        ("199", "GBP", 19900),
        ("199,50", "EUR", 19950),
        ("0", "GBP", 0),
        ("4800", "JPY", 4800),
        ("120,50 €", "EUR", 12050),
        ("€120.50", "EUR", 12050),
        ("120.50 eur", "EUR", 12050),
        ("£ 199", "GBP", 19900),
        ("1.200,00", "EUR", 120000),
        ("1,200.00", "GBP", 120000),
        ("1 200 EUR", "EUR", 120000),
        ("1'200.50 CHF", "CHF", 120050),
    ],
)
def test_money(text: str, currency: str, minor: int) -> None:
    assert amounts.parse_money(text, currency) == minor


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("199.505", "GBP"),
        ("1,500", "EUR"),
        ("48.5", "JPY"),
        ("-1", "GBP"),
        ("$199", "GBP"),
        ("1.200.00", "EUR"),
        ("1.200.300", ""),
    ],
)
def test_money_that_does_not_exist(text: str, currency: str) -> None:
    with pytest.raises(BadValue):
        amounts.parse_money(text, currency)


def test_money_is_shown_as_it_is_typed() -> None:
    assert [amounts.money(minor, "GBP") for minor in (19900, 19950, 5)] == ["199", "199.50", "0.05"]
    assert amounts.money(4800, "JPY") == "4800"


def test_whole_numbers_within_their_range() -> None:
    assert amounts.parse_whole(" 58 ", 20, 250) == 58
    for text in (*NOT_NUMBERS, "19", "251", "58.5"):
        with pytest.raises(BadValue, match="from 20 to 250"):
            amounts.parse_whole(text, 20, 250)


def test_no_trailing_zeros() -> None:
    assert [amounts.thousandths(n) for n in (1500, 2000, 10)] == ["1.5", "2", "0.01"]
    assert [amounts.tenths(n) for n in (25, 30)] == ["2.5", "3"]
