"""What one tap costs from BEGIN to COMMIT, beside the same rows written by hand."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from statistics import median

from bench.tapping import saved_taps
from needlelog.db import clients, sessions
from needlelog.db.store import Store
from tests.builders import a_client, a_session

TAPS = 150
LIMIT = 6


def test_a_tap_costs_at_most_six_times_the_same_rows_written_by_hand(
    records_file: Path, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    store = Store.open(records_file)
    with store.transaction() as db:
        session = sessions.start(db, a_session(clients.add(db, a_client())))
    store.close()
    floor_file = Path(shutil.copy(records_file, tmp_path / "floor.db"))
    store = Store.open(records_file)
    taken = saved_taps(store, session, floor_file, TAPS)
    store.close()

    record_property("tap_ms", round(median(taken.ours), 3))
    record_property("floor_ms", round(median(taken.floor), 3))
    assert median(taken.ours) <= LIMIT * median(taken.floor)
