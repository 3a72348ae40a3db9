"""One tap on a zone: what its save costs, and when 'Saved' is read."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from bench.figures import Figure, Pair, milliseconds
from bench.window import Painted, a_copy, opened
from needlelog.db import sessions, sqlite, timeline
from needlelog.db.store import Store
from needlelog.domain.change import difference
from needlelog.domain.history import Move, MoveKind, Step
from needlelog.domain.identity import new_id
from needlelog.domain.session import Confirmation, Layer, NeedlingSession
from needlelog.tour.patience import until
from needlelog.ui.autosave import Autosave
from needlelog.ui.widgets.zone_map import ZoneMap

LAYER = """
    INSERT INTO layer (id, session_id, zone, depth_um, passes, position, part, techniques,
                       endpoint, confirmation, done_at, reason)
    VALUES (?, ?, 'face.chin', 500, 3, 0, '', '[]', 'not_noted', 'painted', ?, '')
"""
STEP = "INSERT INTO undo_step (id, session_id, what, change, undone) VALUES (?, ?, 'paint', ?, 0)"
SESSION = "UPDATE session SET version = ?, saved_at = ? WHERE id = ? AND version = ?"

_TAPS = 100
_ZONES = ("face.chin", "face.nose", "face.forehead", "face.cheek_l", "face.temple_r")


def by_hand(raw: sqlite.Raw, session_id: UUID, version: int, change: str) -> None:
    """The rows of one tap, by the driver alone."""
    moment = datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")
    raw.execute("BEGIN IMMEDIATE")
    raw.execute(SESSION, (version + 1, moment, session_id.bytes, version))
    raw.execute(LAYER, (new_id().bytes, session_id.bytes, moment))
    raw.execute(STEP, (new_id().bytes, session_id.bytes, change))
    raw.execute("COMMIT")


def by_the_program(store: Store, session: NeedlingSession, version: int) -> None:
    """The rows of one tap, as the program saves them."""
    layer = Layer("face.chin", 500, 3, confirmation=Confirmation.PAINTED, done_at=datetime.now(UTC))
    step = Step("paint", difference(session, replace(session, layers=(*session.layers, layer))))
    with store.transaction() as db:
        sessions.save(db, session.id, version, [Move(MoveKind.DO, step)])


def saved_taps(store: Store, session: NeedlingSession, floor_file: Path, taps: int) -> Pair:
    """Milliseconds from BEGIN to COMMIT, by turns in two equal files, both reaching the disk."""
    pair = Pair([], [])
    change = json.dumps(["x" * 400])
    with contextlib.closing(sqlite.connect(floor_file)) as raw:
        for version in range(session.version, session.version + taps):
            floor = partial(by_hand, raw, session.id, version, change)
            pair.floor.append(milliseconds(floor))
            pair.ours.append(milliseconds(partial(by_the_program, store, session, version)))
    return pair


def saving(records: Path) -> Iterator[Figure]:
    with a_copy(records, "ours") as ours, a_copy(records, "floor") as floor:
        store = Store.open(ours)
        try:
            pair = saved_taps(store, _in_the_chair(store), floor, _TAPS)
        finally:
            store.close()
    yield pair.at_ratio("one tap saved, BEGIN to COMMIT", "ms", 6)


def reading_saved(records: Path) -> Iterator[Figure]:
    """From the tap until the commit came back and 'Saved' is painted."""
    taken: list[float] = []
    with a_copy(records, "tapped") as copy:
        store = Store.open(copy)
        session = _in_the_chair(store)
        store.close()
        with opened(copy) as (window, ways):
            ways.resume(session.id)
            until(lambda: ways.chair is not None and ways.chair.isVisible(), "the chair")
            chair = ways.chair
            assert chair is not None
            painted = Painted(window)
            area = chair.treat.side.map
            until(lambda: area.place_of(_ZONES[0]) is not None, "the map")
            for number in range(_TAPS):
                place = area.place_of(_ZONES[number % len(_ZONES)])
                assert place is not None
                tap = partial(_tapped, area, place)
                is_saved = partial(_says_saved, chair.autosave)
                taken.append(milliseconds(partial(painted.after, tap, is_saved)))
    yield Pair(taken, []).at_p95("tap to 'Saved' shown (p95)", "ms", 50)


def _tapped(area: ZoneMap, place: QPoint) -> None:
    QTest.mouseClick(area, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def _says_saved(autosave: Autosave) -> bool:
    return autosave.is_saved


def _in_the_chair(store: Store) -> NeedlingSession:
    """The session that was left half done, on a face."""
    with store.reading() as db:
        waiting = (one for one in timeline.unfinished(db) if one.planned_layers)
        return next(one for one in waiting if one.layers[0].zone.startswith("face."))
