"""What the page of one client shows, read in one look at the records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID
from zoneinfo import ZoneInfo

from needlelog.domain.client import Client
from needlelog.domain.clinic import Practitioner
from needlelog.domain.session import NeedlingSession
from needlelog.ui.screens.clients_facts import clinic_zone, today_in

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class ClientFacts:
    client: Client
    sessions: tuple[NeedlingSession, ...]
    """The newest first."""
    sheets: Mapping[UUID, UUID]
    """Session to the newest paper that was given for it."""
    initials: Mapping[UUID, str]
    """Practitioner to the initials they sign with."""
    zone: ZoneInfo
    today: date

    @property
    def open_session(self) -> NeedlingSession | None:
        return next((one for one in self.sessions if not one.is_signed), None)

    @property
    def last_signed(self) -> NeedlingSession | None:
        return next((one for one in self.sessions if one.is_signed), None)

    @property
    def last_worked(self) -> NeedlingSession | None:
        """What 'Repeat last' takes: the newest signed session that worked a zone."""
        return next((one for one in self.sessions if one.is_signed and one.done_layers), None)

    @property
    def last_sheet(self) -> UUID | None:
        """The newest paper of the newest session that has one."""
        return next((self.sheets[one.id] for one in self.sessions if one.id in self.sheets), None)

    def number_of(self, session: NeedlingSession) -> int:
        """This is the client's n-th session."""
        return len(self.sessions) - self.sessions.index(session)


def client(db: Session, client_id: UUID) -> ClientFacts:
    """Everything on the page of one client."""
    from needlelog.db import clients, handouts, practitioners, timeline

    zone = clinic_zone(db)
    sessions = timeline.for_client(db, client_id)
    return ClientFacts(
        client=clients.get(db, client_id),
        sessions=sessions,
        sheets=handouts.newest(db, [session.id for session in sessions]),
        initials=_initials(practitioners.everyone(db)),
        zone=zone,
        today=today_in(zone),
    )


def _initials(people: tuple[Practitioner, ...]) -> dict[UUID, str]:
    return {person.id: person.initials or person.name for person in people}
