"""A client in the words of the list, made beside the screen; columns are data."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID
from zoneinfo import ZoneInfo

from needlelog.domain import dates
from needlelog.domain.client import Allergies, Client, age_on
from needlelog.domain.client_list import Column, ListedClient, Listing
from needlelog.i18n import _
from needlelog.ui.clock import now
from needlelog.ui.screens.clients_facts import clinic_zone, today_in
from needlelog.ui.widgets.row_table import Cell

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

PAGE = 64
_NONE = "\N{EN DASH}"
_ROMAN = ("I", "II", "III", "IV", "V", "VI")


@dataclass(frozen=True, slots=True)
class ReadyRow:
    """What one line of the list says, and whom it opens."""

    client_id: UUID
    cells: dict[Column, Cell]


Rows = tuple[ReadyRow | None, ...]
"""None where a client went while they were read."""


@dataclass(frozen=True, slots=True)
class Again:
    """The list once more, after something was saved."""

    numbers: array[int]
    pages: dict[int, Rows]


def begins(db: Session, listing: Listing) -> Rows:
    """The first page, without a look at all the others."""
    from needlelog.db import client_list

    return _ready(db, client_list.first(db, listing, now(), PAGE))


def order(db: Session, listing: Listing) -> array[int]:
    """The numbers of all clients on the list."""
    from needlelog.db import client_list

    return client_list.numbers(db, listing, now())


def page(db: Session, numbers: Sequence[int]) -> Rows:
    """The rows of these clients, each in its place."""
    from needlelog.db import client_list

    listed = client_list.numbered(db, numbers)
    ready = zip(listed, _ready(db, listed), strict=True)
    found = {one.client.number: row for one, row in ready}
    return tuple(found.get(number) for number in numbers)


def again(db: Session, listing: Listing, wanted: Sequence[int]) -> Again:
    """The order, and the pages that are on the screen."""
    numbers = order(db, listing)
    pages = {place: page(db, page_of(numbers, place)) for place in wanted}
    return Again(numbers, {place: rows for place, rows in pages.items() if rows})


def page_of(numbers: array[int], place: int) -> array[int]:
    return numbers[place * PAGE : (place + 1) * PAGE]


def _ready(db: Session, listed: Sequence[ListedClient]) -> tuple[ReadyRow, ...]:
    zone = clinic_zone(db)
    today = today_in(zone)
    return tuple(ReadyRow(one.client.id, _cells(one, zone, today)) for one in listed)


def _cells(one: ListedClient, zone: ZoneInfo, today: date) -> dict[Column, Cell]:
    client = one.client
    last = one.last_session_at
    known_as = f" · {client.known_as}" if client.known_as else ""
    return {
        Column.NAME: Cell(f"{client.banner_name}{known_as}", "ink", 600),
        Column.BORN: _born(client, today),
        Column.NUMBER: Cell(client.code),
        Column.PHONE: _noted(client.phone),
        Column.LAST_SESSION: _noted(
            dates.short(dates.in_clinic(last, zone).date()) if last else ""
        ),
        Column.SESSIONS: Cell(str(one.sessions)),
        Column.NEXT: _noted(dates.short(one.next_on) if one.next_on else ""),
        Column.PHOTOTYPE: _noted(_ROMAN[client.phototype - 1] if client.phototype else ""),
        Column.ALLERGIES: _allergies(client),
    }


def _born(client: Client, today: date) -> Cell:
    if client.born_on is None:
        return Cell(_("Not known"), "muted")
    years = age_on(client.born_on, today)
    return Cell(_("{day} ({years}y)").format(day=dates.short(client.born_on), years=years))


def _noted(text: str) -> Cell:
    return Cell(text) if text else Cell(_NONE, "muted", spoken=_("none"))


def _allergies(client: Client) -> Cell:
    """One of the four states; a blank would read as none."""
    if client.allergies is Allergies.KNOWN:
        return Cell(client.allergy_names, "danger", 600)
    words = {
        Allergies.NONE_KNOWN: _("None known"),
        Allergies.NOT_RECORDED: _("Not recorded"),
        Allergies.UNAVAILABLE: _("Unavailable"),
    }
    return Cell(words[client.allergies], "muted")
