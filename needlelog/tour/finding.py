"""The journey through many: one client among ten thousand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt

from needlelog.db import clients
from needlelog.db.store import Store
from needlelog.demo import writing
from needlelog.demo.diary import Evening, Size
from needlelog.domain.client import Client
from needlelog.tour.camera import Camera
from needlelog.tour.patience import until
from needlelog.tour.people import OTTOLINE, Person
from needlelog.tour.reach import saying
from needlelog.tour.stage import Stage
from needlelog.tour.tour import Tour

# Sessions would take a minute to invent, and nobody is found by them.
_MANY = Size(10_000, 1_000)
_END = Evening(date(2026, 11, 20))
_LETTERS = 3


def find_client(folder: Path, camera: Camera, bugs: list[Exception]) -> Tour:
    """In records and a window of their own, closed again; the tour that was made in them."""
    records = folder / "ten-thousand.db"
    writing.make(records, _MANY, _END, _count_nothing)
    _add(records, OTTOLINE)
    stage = Stage(records)
    tour = Tour(stage, camera, bugs)
    try:
        until(lambda: stage.window.navigation is not None, "the records to be open")
        _found(tour, OTTOLINE)
    finally:
        stage.close()
    return tour


def _found(tour: Tour, person: Person) -> None:
    stage, keys = tour.stage, tour.keys
    name = f"{person.family_name.upper()}, {person.given_name}"
    with tour.journey("find_client"):
        with tour.step("shell"):
            stage.until_quiet()
        with tour.step("letters"):
            keys.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
            keys.type(person.family_name[:_LETTERS].lower())
            saying(stage.window, name)
        with tour.step("banner"):
            tour.mouse.tap(saying(stage.window, name))
            stage.until_client_shown()


def _add(records: Path, person: Person) -> None:
    store = Store.open(records)
    try:
        with store.transaction() as db:
            clients.add(db, Client(person.family_name, person.given_name, date(1979, 3, 2)))
    finally:
        store.close()


def _count_nothing(_done: int) -> None:
    """Two seconds are not worth a bar."""
