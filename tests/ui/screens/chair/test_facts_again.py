"""What is changed beside the chair counts in the chair."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any
from uuid import UUID

from pytestqt.qtbot import QtBot

from needlelog.db import clients, clinic, sessions
from needlelog.domain.clinic import Practitioner
from needlelog.domain.own_time import moved_to
from needlelog.domain.session import Status
from needlelog.ui.screens.chair.chair import Chair
from needlelog.ui.tasks import Tasks, Topic
from tests.builders import NOON, a_session, at
from tests.ui.conftest import Records
from tests.ui.screens.chair.conftest import OpenChair
from tests.ui.screens.chair.doing import saved, tap, tap_zone


def change_client(chair: Chair, tasks: Tasks, records: Records, **values: Any) -> None:
    """As the client form saves it."""
    client = records(lambda db: clients.get(db, chair.facts.client.id))
    work = partial(clients.save, client=replace(client, **values))
    tasks.write(chair, work, Topic.CLIENTS)


def test_a_ceiling_that_came_down_counts_at_once(
    qtbot: QtBot, chair: Chair, tasks: Tasks, records: Records
) -> None:
    chair.treat.hand.set_depth(1500)
    tap_zone(qtbot, chair, "face.cheek_l")
    tap(qtbot, chair.bar.strip.button("aftercare"))
    assert chair.finish.holds() == 0
    change_client(chair, tasks, records, has_melasma=True)
    qtbot.waitUntil(lambda: chair.finish.holds() > 0)

    assert "above_ceiling" in chair.finish.lines
    assert chair.treat.hand.facts.ceiling_um("face.cheek_l") == 1000
    assert len(chair.session.done_layers) == 2


def test_another_name_stands_in_the_chair_and_on_the_sheet(
    qtbot: QtBot, chair: Chair, tasks: Tasks, records: Records
) -> None:
    tap_zone(qtbot, chair, "face.cheek_l")
    tap(qtbot, chair.bar.strip.button("aftercare"))
    qtbot.waitUntil(lambda: chair.finish.paper.newest is not None)
    before = chair.finish.paper.newest
    change_client(chair, tasks, records, family_name="Okonkwo")
    qtbot.waitUntil(lambda: chair.finish.paper.newest is not before)

    assert "OKONKWO" in chair.banner.client.name.text()
    assert chair.finish.paper.newest is not None


def test_another_letterhead_makes_the_given_sheet_outdated(
    qtbot: QtBot, chair: Chair, tasks: Tasks
) -> None:
    tap_zone(qtbot, chair, "face.cheek_l")
    tap(qtbot, chair.bar.strip.button("aftercare"))
    qtbot.waitUntil(lambda: chair.finish.paper.newest is not None)
    tap(qtbot, chair.finish.summary.explained)
    qtbot.waitUntil(lambda: chair.finish.paper.given.handout is not None)
    assert not chair.finish.paper.is_outdated
    moved = replace(chair.facts.clinic, phone="+44 20 7946 0999")
    tasks.write(chair, partial(clinic.save, clinic=moved), Topic.CLINIC)

    qtbot.waitUntil(lambda: chair.finish.paper.is_outdated)


def test_a_session_put_on_another_day_has_other_sessions_before_it(
    qtbot: QtBot, open_chair: OpenChair, records: Records, you: Practitioner, client_id: UUID
) -> None:
    def a_month_ago_and_now(db: Any) -> UUID:
        before = a_session(
            zones={"face.chin": 1000},
            client_id=client_id,
            treated_by_id=you.id,
            happened_at=at(-30 * 24 * 60),
        )
        sessions.sign(db, sessions.start(db, before).id, 1, Status.COMPLETED, you.id, NOON)
        return sessions.start(db, a_session(client_id=client_id, treated_by_id=you.id)).id

    chair = open_chair(records(a_month_ago_and_now))
    assert (chair.facts.number, list(chair.facts.last_depths)) == (2, ["face.chin"])
    long_ago = chair.session.happened_at - timedelta(days=60)
    chair.autosave.did("details", moved_to(chair.session, long_ago))
    saved(qtbot, chair)
    qtbot.waitUntil(lambda: chair.facts.number == 1)

    assert chair.facts.last is None
    assert chair.facts.last_depths == {}
    assert not chair.treat.side.same_as_last.isEnabled()
