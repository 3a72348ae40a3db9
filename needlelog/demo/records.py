"""Everything that stands in an invented file, as values in the order they came to be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from random import Random
from uuid import UUID
from zoneinfo import ZoneInfo

from needlelog.demo import people, sittings
from needlelog.demo.courses import COURSES
from needlelog.demo.diary import LONDON, Evening, Size, Visit, visits
from needlelog.demo.identity import Ids
from needlelog.demo.shelf import shelf
from needlelog.demo.sittings import Sitting
from needlelog.domain.clinic import Clinic, Practitioner
from needlelog.domain.session import NeedlingSession
from needlelog.domain.shelf import Shelf

_SEED = 4
_IN_THE_CHAIR, _TO_SIGN = 0, 1
"""The clients whose last session is not signed yet."""
_FAINTS = 0.012


@dataclass(frozen=True, slots=True)
class House:
    """The clinic and who treats there."""

    clinic: Clinic
    practitioners: tuple[Practitioner, ...]
    shelf: Shelf


def house(opened_on: date, time_zone: str = LONDON) -> House:
    opened_at = datetime.combine(opened_on, time(8), UTC)
    ids = Ids(Random(_SEED))
    here = people.clinic(ids, opened_at, time_zone)
    treating = people.practitioners(ids, opened_at)
    return House(here, treating, shelf(ids, opened_at, here.currency))


class People:
    """Clients with their diary. The same size, day and numbers make the same people."""

    def __init__(self, size: Size, end: Evening, first_number: int = 1) -> None:
        last_day = end.day
        # Text, because it seeds alike on every system and in every run.
        self._rng = Random(f"{_SEED} {size.clients} {size.sessions} {last_day} {first_number}")
        self._ids = Ids(self._rng)
        self._zone = ZoneInfo(end.time_zone)
        self._visits = visits(size, end, self._rng)
        first_days = {visit.client: visit.day for visit in reversed(self._visits)}
        self.opened_on = min(first_days.values(), default=last_day)
        self.clients = [
            people.client(
                first_number + nth, first_days.get(nth, last_day), self._zone, self._rng, self._ids
            )
            for nth in range(size.clients)
        ]

    @property
    def session_count(self) -> int:
        return len(self._visits)

    def sessions(self, here: House) -> Iterator[NeedlingSession]:
        """Every session as it stands on the evening of the last day, the oldest first."""
        treating, device = here.practitioners, here.shelf.devices[0]
        before: dict[int, UUID] = {}
        for visit in self._visits:
            client = self.clients[visit.client]
            sitting = Sitting(
                client,
                COURSES[client.number % len(COURSES)],
                visit,
                treating[client.number % len(treating)].id,
                device,
                before.get(visit.client),
                self._zone,
            )
            session = self._session(sitting)
            before[visit.client] = session.id
            yield session

    def _session(self, sitting: Sitting) -> NeedlingSession:
        rng, ids = self._rng, self._ids
        session = sittings.treated(sitting, rng, ids)
        if _is_open(sitting.visit, _IN_THE_CHAIR):
            return sittings.half_done(session)
        if rng.random() < _FAINTS and not sitting.visit.is_last:
            session = sittings.stopped(session, ids)
        session = sittings.looked_at(session, rng, ids)
        return session if _is_open(sitting.visit, _TO_SIGN) else sittings.signed(session)


def _is_open(visit: Visit, client: int) -> bool:
    return visit.is_last and visit.client == client
