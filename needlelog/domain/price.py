"""What the clinic charges, offered where a session says its price."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from needlelog.domain.identity import new_id


@dataclass(frozen=True, slots=True)
class ClinicPrice:
    """A treatment or an area with its price."""

    name: str
    amount_minor: int | None = None
    currency: str = ""
    """Of the amount, as the clinic's was when it was typed."""
    is_retired: bool = False
    id: UUID = field(default_factory=new_id)
    version: int = field(default=0, compare=False)


def offered(prices: Iterable[ClinicPrice], currency: str) -> tuple[ClinicPrice, ...]:
    """Those that can be charged now: an amount in another currency is another price."""
    return tuple(
        one
        for one in prices
        if not one.is_retired and one.amount_minor is not None and one.currency == currency
    )
