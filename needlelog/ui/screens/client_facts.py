"""What the page of one client shows, read in one look at the records."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID
from zoneinfo import ZoneInfo

from needlelog.domain.client import Client
from needlelog.domain.clinic import Practitioner
from needlelog.domain.session import NeedlingSession
from needlelog.domain.shelf import Shelf
from needlelog.ui.screens.clients_facts import clinic_zone, today_in

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


PAGE = 8
"""Sessions that are read and built at once: five hundred of them open as fast as five."""


@dataclass(frozen=True, slots=True)
class ClientFacts:
    client: Client
    sessions: tuple[NeedlingSession, ...]
    """The newest first, as far back as somebody has looked."""
    count: int
    """Of all there are."""
    signed: int
    open_session: NeedlingSession | None
    last_signed: NeedlingSession | None
    last_worked: NeedlingSession | None
    """What 'Repeat last' takes: the newest signed session that worked a zone."""
    last_sheet: UUID | None
    """The newest paper of the newest session that has one."""
    sheets: Mapping[UUID, UUID]
    """Session to the newest paper that was given for it."""
    initials: Mapping[UUID, str]
    """Practitioner to the initials they sign with."""
    zone: ZoneInfo
    today: date
    shelf: Shelf = Shelf()

    def number_of(self, session: NeedlingSession) -> int:
        """This is the client's n-th session."""
        return self.count - self.sessions.index(session)

    def has_earlier(self) -> bool:
        return len(self.sessions) < self.count

    def with_earlier(self, more: Earlier) -> ClientFacts:
        """Farther back; what was read of another state of the timeline is left out."""
        if not self.sessions or self.sessions[-1].id != more.before:
            return self
        known, sheets = (*self.sessions, *more.sessions), {**self.sheets, **more.sheets}
        return replace(self, sessions=known, sheets=sheets)


@dataclass(frozen=True, slots=True)
class Earlier:
    """Sessions before the one that was the earliest known."""

    before: UUID
    sessions: tuple[NeedlingSession, ...]
    sheets: Mapping[UUID, UUID]


def client(db: Session, client_id: UUID, shown: int = PAGE) -> ClientFacts:
    """What the page of one client begins with."""
    from needlelog.db import clients, handouts, practitioners, shelf, timeline

    zone = clinic_zone(db)
    sessions = timeline.newest(db, client_id, max(shown, PAGE))
    count, signed = timeline.counts(db, client_id)
    sheets = handouts.newest(db, [session.id for session in sessions])
    known = next((sheets[one.id] for one in sessions if one.id in sheets), None)
    unsigned = [one for one in sessions if not one.is_signed]
    done = [one for one in sessions if one.is_signed]
    worked = next((one for one in done if one.done_layers), None)
    # What is not among the newest is looked for only where it can be.
    rest, rest_signed = count - len(sessions), signed - len(done)
    return ClientFacts(
        client=clients.get(db, client_id),
        sessions=sessions,
        count=count,
        signed=signed,
        open_session=_first(
            unsigned, partial(timeline.open_for, db, client_id), rest - rest_signed
        ),
        last_signed=_first(done, partial(timeline.last_signed, db, client_id), rest_signed),
        last_worked=worked or (timeline.last_worked(db, client_id) if rest_signed else None),
        last_sheet=known or (handouts.newest_of(db, client_id) if rest else None),
        sheets=sheets,
        initials=_initials(practitioners.everyone(db)),
        zone=zone,
        today=today_in(zone),
        shelf=shelf.read(db),
    )


def earlier(db: Session, before: NeedlingSession) -> Earlier:
    """The next page of the timeline."""
    from needlelog.db import handouts, timeline

    sessions = timeline.newest(db, before.client_id, PAGE, before)
    return Earlier(before.id, sessions, handouts.newest(db, [one.id for one in sessions]))


def _first(
    known: list[NeedlingSession], look: Callable[[], NeedlingSession | None], elsewhere: int
) -> NeedlingSession | None:
    if known or not elsewhere:
        return next(iter(known), None)
    return look()


def _initials(people: tuple[Practitioner, ...]) -> dict[UUID, str]:
    return {person.id: person.initials or person.name for person in people}
