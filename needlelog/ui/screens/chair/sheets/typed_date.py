"""A date that is typed and said back, and never disturbed while somebody types it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from needlelog.domain import dates
from needlelog.ui.widgets.fields import DateField

Parse = Callable[[str, date], date]


class TypedDate(DateField):
    def __init__(
        self, label: str, today: date, parse: Parse = dates.parse_date, help_text: str = ""
    ) -> None:
        super().__init__(label, partial(_parsed, parse, today), dates.echo, help_text, dates.short)


def _parsed(parse: Parse, today: date, text: str) -> date:
    return parse(text, today)
