"""A chair on real records, with a client in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from needlelog.db import clients, devices, products, protocols, sessions
from needlelog.domain.clinic import Practitioner
from needlelog.domain.device import Device
from needlelog.domain.product import Product
from needlelog.domain.protocol import Protocol
from needlelog.domain.session import NeedlingSession
from needlelog.ui.screens import session_start
from needlelog.ui.screens.chair import facts
from needlelog.ui.screens.chair.chair import Chair
from needlelog.ui.tasks import Tasks
from tests.builders import NOON, a_client, a_session
from tests.ui.conftest import Records
from tests.ui.screens.chair.own import Fresh, Keep, Start

OpenChair = Callable[..., Chair]


@pytest.fixture
def client_id(records: Records, you: Practitioner) -> UUID:
    return records(lambda db: clients.add(db, a_client(number=0))).id  # type: ignore[no-any-return]  # a Client


@pytest.fixture
def open_chair(
    qtbot: QtBot, tasks: Tasks, records: Records, you: Practitioner
) -> Iterator[OpenChair]:
    """Open the chair for a kept session, as large as the drawings."""
    chairs: list[Chair] = []

    def opened(session_id: UUID, width: int = 1282, height: int = 796) -> Chair:
        known = records(lambda db: facts.load(db, session_id))
        chair = Chair(tasks, known)
        chairs.append(chair)
        chair.resize(width, height)
        with qtbot.waitExposed(chair):
            chair.show()
        return chair

    yield opened
    # As the window does: nothing is closed while a save is under way.
    for chair in chairs:
        chair.keep_typing()
        qtbot.waitUntil(partial(_is_saved, chair))
        chair.close()
        chair.deleteLater()


def _is_saved(chair: Chair) -> bool:
    return chair.autosave.is_saved


@pytest.fixture
def new_session(records: Records, you: Practitioner, client_id: UUID) -> NeedlingSession:
    """A session that has just been started, with nothing in it."""

    def started(db: Session) -> NeedlingSession:
        empty = a_session(
            client_id=client_id, treated_by_id=you.id, entered_by_id=you.id, happened_at=NOON
        )
        return sessions.start(db, empty)

    return records(started)  # type: ignore[no-any-return]  # a session


@pytest.fixture
def chair(open_chair: OpenChair, new_session: NeedlingSession) -> Chair:
    """The chair as it opens for a first session."""
    return open_chair(new_session.id)


@pytest.fixture
def keep(records: Records) -> Keep:
    """Put things on the clinic's shelf."""
    homes = {Product: products, Device: devices, Protocol: protocols}

    def kept_all(*things: Product | Device | Protocol) -> None:
        def work(db: Session) -> None:
            for thing in things:
                homes[type(thing)].add(db, thing)

        records(work)

    return kept_all


@pytest.fixture
def started(records: Records, you: Practitioner, client_id: UUID) -> Start:
    """A new session, as a tap on 'Start session' makes it."""

    def start() -> NeedlingSession:
        begun: NeedlingSession = records(partial(session_start.started, client_id=client_id))
        return begun

    return start


@pytest.fixture
def fresh(open_chair: OpenChair, started: Start) -> Fresh:
    """Open the chair for it."""
    return lambda: open_chair(started().id)
