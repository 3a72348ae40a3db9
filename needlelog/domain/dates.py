"""Dates as they are typed and shown: 09-Sep-2008, never a month that can be misread."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from needlelog.errors import BadValue
from needlelog.i18n import _

_NUMERIC = re.compile(r"(\d{1,2})[./\- ](\d{1,2})(?:[./\- ](\d{2}|\d{4}))?\.?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_MONTH_ONLY = re.compile(r"(\d{1,2}|[^\W\d]{3,})[./\- ]+(\d{4})|(\d{4})[./\- ](\d{1,2})")
_NAMED = re.compile(r"(\d{1,2})[./\- ]*([^\W\d]{3,})\.?[./\- ]*(\d{2}|\d{4})?")


def short(day: date) -> str:
    """'09-Sep-2008' (NHS Common User Interface)."""
    return f"{day.day:02d}-{_months()[day.month]}-{day.year:04d}"


def echo(day: date) -> str:
    """'Tue 09-Sep-2008': what was understood, said back."""
    from babel.dates import get_day_names

    return f"{get_day_names('abbreviated', locale='en')[day.weekday()]} {short(day)}"


def full(day: date) -> str:
    """'Tuesday 09-Sep-2008'."""
    from babel.dates import get_day_names

    return f"{get_day_names('wide', locale='en')[day.weekday()]} {short(day)}"


def parse_date(text: str, today: date) -> date:
    """The date that was typed: 9.9.08, 9/9, 2008-09-09, 9 Sep 2008 or today; day before month.

    A two-digit year is the latest one within the next 20 years, so that expiry dates can be
    typed; no year is this year. Raises BadValue with a sentence for anything else.
    """
    return _parse(text, today, latest_year=today.year + 20)


def _parse(text: str, today: date, latest_year: int) -> date:
    plain = " ".join(text.split())
    if plain.casefold() in ("today", _("today").casefold()):
        return today
    typed_year, month, day = _parts(plain)
    year = _year(typed_year, today, latest_year)
    try:
        return date(year, month, day)
    except ValueError:
        raise BadValue(
            _("There is no such day as {text}. Type it as 14.7.1975.").format(text=plain)
        ) from None


def parse_birth_date(text: str, today: date) -> date:
    """A birth date that was typed; a two-digit year is the latest one not after this year.

    Raises BadValue for one in the future or over 125 years ago.
    """
    born = _parse(text, today, latest_year=today.year)
    if born > today:
        raise BadValue(_("{day} is in the future. Check the year.").format(day=short(born)))
    if today.year - born.year > 125:
        raise BadValue(_("{day} is over 125 years ago. Check the year.").format(day=short(born)))
    return born


def parse_expiry(text: str, today: date) -> date:
    """The last day a product may be used: a date, or a month as labels print it (03/2027).

    A month stands for its last day. Raises BadValue for
    anything else.
    """
    found = _MONTH_ONLY.fullmatch(" ".join(text.split()))
    if found is None:
        return parse_date(text, today)
    typed_month, year = found[1] or found[4], int(found[2] or found[3])
    month = int(typed_month) if typed_month.isdecimal() else _month(typed_month) or 0
    if not (1 <= month <= 12 and year):
        raise BadValue(_("There is no such month as {text}. Type it as 03/2027.").format(text=text))
    return date(year, month, monthrange(year, month)[1])


def in_clinic(moment: datetime, zone: ZoneInfo) -> datetime:
    """The moment as the clock on the clinic's wall shows it."""
    return moment.astimezone(zone)


def clock(moment: datetime, zone: ZoneInfo) -> str:
    """'14:36'."""
    return in_clinic(moment, zone).strftime("%H:%M")


def clock_seconds(moment: datetime, zone: ZoneInfo) -> str:
    """'14:36:02'."""
    return in_clinic(moment, zone).strftime("%H:%M:%S")


def day_and_clock(moment: datetime, zone: ZoneInfo) -> str:
    """'30-Oct-2026, 14:12'."""
    return f"{short(in_clinic(moment, zone).date())}, {clock(moment, zone)}"


def elapsed(span: timedelta) -> str:
    """'00:24:10'."""
    seconds = max(0, int(span.total_seconds()))
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def _parts(plain: str) -> tuple[str | None, int, int]:
    """Year as typed, month and day."""
    if found := _ISO.fullmatch(plain):
        return found[1], int(found[2]), int(found[3])
    if found := _NUMERIC.fullmatch(plain):
        return found[3], int(found[2]), int(found[1])
    if found := _NAMED.fullmatch(plain):
        month = _month(found[2])
        if month:
            return found[3], month, int(found[1])
    raise BadValue(_("“{text}” is not a date. Type it as 14.7.1975.").format(text=plain))


def _year(text: str | None, today: date, latest: int) -> int:
    if text is None:
        return today.year
    if len(text) == 4:
        return int(text)
    return latest - (latest - int(text)) % 100


def _month(word: str) -> int | None:
    """The month a word of three letters or more begins: 'Sep', 'Sept', 'september'."""
    start = word.casefold()
    months = _months("wide").items()
    return next((n for n, name in months if name.casefold().startswith(start)), None)


def _months(width: Literal["abbreviated", "wide"] = "abbreviated") -> dict[int, str]:
    from babel.dates import get_month_names

    return dict(get_month_names(width, locale="en"))
