"""What one tap costs from BEGIN to COMMIT, beside the same rows written by hand."""

from __future__ import annotations

import contextlib
import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import perf_counter
from uuid import UUID

from needlelog.db import clients, sessions, sqlite
from needlelog.db.store import Store
from needlelog.domain.change import difference
from needlelog.domain.history import Move, MoveKind, Step
from needlelog.domain.identity import new_id
from needlelog.domain.session import NeedlingSession
from tests.builders import a_client, a_layer, a_session

TAPS = 150
LIMIT = 6
LAYER = """
    INSERT INTO layer (id, session_id, zone, depth_um, passes, position, part, techniques,
                       endpoint, confirmation, done_at, reason)
    VALUES (?, ?, 'chin', 500, 3, 0, '', '[]', 'not_noted', 'painted', ?, '')
"""
STEP = "INSERT INTO undo_step (id, session_id, what, change, undone) VALUES (?, ?, 'paint', ?, 0)"
SESSION = "UPDATE session SET version = ?, saved_at = ? WHERE id = ? AND version = ?"


def by_hand(raw: sqlite.Raw, session_id: UUID, version: int, change: str) -> None:
    moment = datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")
    raw.execute("BEGIN IMMEDIATE")
    raw.execute(SESSION, (version + 1, moment, session_id.bytes, version))
    raw.execute(LAYER, (new_id().bytes, session_id.bytes, moment))
    raw.execute(STEP, (new_id().bytes, session_id.bytes, change))
    raw.execute("COMMIT")


def ours(store: Store, session: NeedlingSession, version: int) -> None:
    move = Move(
        MoveKind.DO, Step("paint", difference(session, replace(session, layers=(a_layer("chin"),))))
    )
    with store.transaction() as db:
        sessions.save(db, session.id, version, [move])


def test_a_tap_costs_at_most_six_times_the_same_rows_written_by_hand(
    records_file: Path, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    store = Store.open(records_file)
    with store.transaction() as db:
        session = sessions.start(db, a_session(clients.add(db, a_client())))
    store.close()
    floor_file = Path(shutil.copy(records_file, tmp_path / "floor.db"))
    change = json.dumps(["x" * 400])
    floor, cost = [], []
    store = Store.open(records_file)

    with contextlib.closing(sqlite.connect(floor_file)) as raw:
        for version in range(1, TAPS + 1):
            start = perf_counter()
            by_hand(raw, session.id, version, change)
            between = perf_counter()
            ours(store, session, version)
            floor.append(between - start)
            cost.append(perf_counter() - between)
    store.close()

    ratio = median(cost) / median(floor)
    record_property("tap_ms", round(median(cost) * 1000, 3))
    record_property("floor_ms", round(median(floor) * 1000, 3))
    assert ratio <= LIMIT
