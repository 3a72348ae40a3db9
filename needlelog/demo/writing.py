"""Puts the invented clinic into a file of its own."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from needlelog.demo.diary import Evening, Size
from needlelog.demo.records import House, People, house
from needlelog.domain.shelf import Shelf
from needlelog.errors import BadValue
from needlelog.i18n import _

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

MOST_FOR_A_CLIENT = 500
_AT_ONCE = (20, 2000)
"""Sessions kept together: few where there are few, so that progress is seen."""
_STEPS = 16

OnDone = Callable[[int], None]
"""Told how many clients and sessions were kept since the last time."""


def make(path: Path, size: Size, end: Evening, on_done: OnDone) -> None:
    """Make an invented clinic at `path`, whole or not at all.

    Raises CannotWriteFile when there is a file already, BadValue for numbers that don't fit.
    """
    from needlelog.db import bulk

    refuse_odd(size)
    bulk.make_file(path, partial(fill, size=size, end=end, on_done=on_done))


def fill(db: Session, size: Size, end: Evening, on_done: OnDone) -> None:
    """The clinic, who treats there, and everybody who came."""
    from needlelog.db import clinic, practitioners

    people = People(size, end)
    here = house(people.opened_on, end.time_zone)
    clinic.add(db, here.clinic)
    for practitioner in here.practitioners:
        practitioners.add(db, practitioner)
    _add_shelf(db, here.shelf)
    add(db, people, here, on_done)


def add(db: Session, people: People, here: House, on_done: OnDone) -> None:
    """More people for a clinic that is there."""
    from needlelog.db import bulk

    bulk.add_clients(db, people.clients)
    on_done(len(people.clients))
    sessions = people.sessions(here)
    at_once = min(max(people.session_count // _STEPS, _AT_ONCE[0]), _AT_ONCE[1])
    while some := list(islice(sessions, at_once)):
        bulk.add_sessions(db, some)
        on_done(len(some))


def _add_shelf(db: Session, shelf: Shelf) -> None:
    from needlelog.db import devices, prices, products, protocols

    for product in shelf.products:
        products.add(db, product)
    for device in shelf.devices:
        devices.add(db, device)
    for protocol in shelf.protocols:
        protocols.add(db, protocol)
    for price in shelf.prices:
        prices.add(db, price)


def refuse_odd(size: Size) -> None:
    if size.clients < 1 or size.sessions < 0:
        raise BadValue(_("A clinic needs one client or more, and no fewer than no sessions."))
    if size.sessions > size.clients * MOST_FOR_A_CLIENT:
        raise BadValue(
            _(
                "{sessions} sessions are too many for {clients} clients: at most {most} each."
            ).format(sessions=size.sessions, clients=size.clients, most=MOST_FOR_A_CLIENT)
        )
