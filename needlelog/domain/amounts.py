"""Amounts as they are typed: '1,5' ml, '7.5' g, '199,50' in money, '72' beats a minute."""

from __future__ import annotations

import re
from decimal import Decimal

from needlelog.errors import BadValue
from needlelog.i18n import _

_TYPED = re.compile(r"[-+]?(?:\d{1,9}(?:[.,]\d{0,6})?|[.,]\d{1,6})")
"""Plain digits of any script; powers, grouping and NaN are no amounts."""

_GROUPED = re.compile(
    r"\d{1,3}(?P<mark>[.,' \u00a0\u2009\u202f\u2019])\d{3}(?:(?P=mark)\d{3})*(?P<rest>[.,]\d*)?"
)
"""Thousands in threes, with one mark between them."""

_MOST_ML = 100
_MOST_GRAMS = 500
_MOST_MONEY = 1_000_000


def parse_ml(text: str) -> int:
    """Microlitres of millilitres that were typed. Raises BadValue for anything but 0.01 to 100."""
    amount = _thousandths(text, _("ml"), _MOST_ML)
    if amount is None:
        raise BadValue(_("Type millilitres from 0.01 to 100, such as 1.5."))
    return amount


def parse_grams(text: str) -> int:
    """Milligrams of grams that were typed. Raises BadValue for anything but 0.01 to 500."""
    amount = _thousandths(text, _("g"), _MOST_GRAMS)
    if amount is None:
        raise BadValue(_("Type grams from 0.01 to 500, such as 7.5."))
    return amount


def parse_mm(text: str) -> int:
    """Tenths of a millimetre: 0.5 to 100 mm in steps of 0.1. Raises BadValue for anything else."""
    amount = _decimal(_without_unit(text, _("mm")))
    if amount is None or not Decimal("0.5") <= amount <= 100 or amount * 10 % 1:
        raise BadValue(_("Type millimetres from 0.5 to 100, such as 2.5."))
    return int(amount * 10)


def parse_whole(text: str, low: int, high: int) -> int:
    """A whole number in this range. Raises BadValue for anything else."""
    amount = _decimal(text)
    if amount is None or amount % 1 or not low <= amount <= high:
        raise BadValue(_("Type a whole number from {low} to {high}.").format(low=low, high=high))
    return int(amount)


def parse_money(text: str, currency: str) -> int:
    """Minor units: '199,50', '£199.50' and '1.199,50 EUR' with the code or sign of the currency.

    Raises BadValue for negative amounts, over a million, or too many digits.
    """
    digits = _money_digits(currency)
    amount = _decimal(_ungrouped(_without_currency(text, currency)))
    if amount is None or not 0 <= amount <= _MOST_MONEY:
        raise BadValue(_("Type the price as a number, such as 199 or 199.50."))
    exponent = amount.as_tuple().exponent
    if isinstance(exponent, int) and -exponent > digits:  # '1,500' is not one and a half
        refused = _("At most {n} digits after the point. Type thousands without a mark: 1500.")
        raise BadValue(refused.format(n=digits))
    return int(amount * 10**digits)


def thousandths(amount: int) -> str:
    """'1.5' for 1500: no trailing zeros."""
    return f"{Decimal(amount) / 1000:.3f}".rstrip("0").rstrip(".")


def tenths(amount: int) -> str:
    """'2.5' for 25, '3' for 30."""
    return f"{Decimal(amount) / 10:.1f}".removesuffix(".0")


def money(minor: int, currency: str) -> str:
    """'199.50' for 19950 where the currency has two digits, '199' for whole amounts."""
    digits = _money_digits(currency)
    major, rest = divmod(minor, 10**digits)
    return f"{major}.{rest:0{digits}d}" if rest else str(major)


def _thousandths(text: str, unit: str, most: int) -> int | None:
    amount = _decimal(_without_unit(text, unit))
    if amount is None or not Decimal("0.01") <= amount <= most or amount * 100 % 1:
        return None
    return int(amount * 1000)


def _without_unit(text: str, unit: str) -> str:
    return text.strip().removesuffix(unit)


def _without_currency(text: str, currency: str) -> str:
    """'120,50' of '120,50 €' and of 'EUR 120,50'; another currency's stays, and is refused."""
    plain = text.strip()
    for sign in filter(None, (currency, _sign(currency))):
        folded, bare = plain.casefold(), sign.casefold()
        if folded.startswith(bare):
            return plain[len(sign) :].strip()
        if folded.endswith(bare):
            return plain[: -len(sign)].strip()
    return plain


def _sign(currency: str) -> str:
    from babel.numbers import get_currency_symbol

    return get_currency_symbol(currency, locale="en") if currency else ""


def _ungrouped(text: str) -> str:
    """'1200.50' for '1.200,50' or '1 200.50'; '1,200' alone could be either, and stays."""
    found = _GROUPED.fullmatch(text)
    if found is None:
        return text
    mark, rest = found["mark"], found["rest"] or ""
    is_plain = mark in ".," and text.count(mark) == 1 and not rest
    if is_plain or rest.startswith(mark):
        return text
    return text.removesuffix(rest).replace(mark, "") + rest


def _decimal(text: str) -> Decimal | None:
    plain = text.strip()
    return Decimal(plain.replace(",", ".")) if _TYPED.fullmatch(plain) else None


def _money_digits(currency: str) -> int:
    from babel.numbers import get_currency_precision

    return get_currency_precision(currency) if currency else 2
