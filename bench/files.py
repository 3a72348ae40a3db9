"""Records to measure on: made once, kept under build/bench, named after their schema."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from needlelog.db import bulk, clients, practitioners, schema, shelf, sqlite
from needlelog.db.store import Store
from needlelog.demo import writing
from needlelog.demo.diary import Evening, Size
from needlelog.demo.records import House, People, house

if TYPE_CHECKING:
    from rich.progress import Progress
    from sqlalchemy.orm import Session

FOLDER = Path(__file__).resolve().parents[1] / "build" / "bench"
SMALL = Size()
LARGE = Size(10_000, 200_000)
HUGE = Size(100_000, 2_000_000)
_END = Evening(date(2026, 11, 20))
_OFTEN = Size(1, 500)


def path_of(size: Size) -> Path:
    return FOLDER / f"{size.clients}-{size.sessions}-schema-{schema.NEWEST}.db"


def of_size(size: Size, bar: Progress) -> Path:
    """The file of this size, made now if it isn't there."""
    path = path_of(size)
    if not path.exists():
        FOLDER.mkdir(parents=True, exist_ok=True)
        total = size.clients + size.sessions + _OFTEN.sessions + 1
        task = bar.add_task(f"Making {path.name}, once", total=total)
        bulk.make_file(path, partial(_fill, size=size, on_done=partial(bar.advance, task)))
    if sqlite.copy_is_stale(path):
        # As the program leaves a file when it is closed: with a checked copy beside it.
        Store.open(path).close()
    return path


def who_comes_often(size: Size) -> UUID:
    """The client with 500 sessions, who was added last."""
    store = Store.open(path_of(size))
    try:
        with store.reading() as db:
            return clients.find(db, f"C-{size.clients + 1:04d}", limit=1)[0].id
    finally:
        store.close()


def _fill(db: Session, size: Size, on_done: writing.OnDone) -> None:
    writing.fill(db, size, _END, on_done)
    often = People(_OFTEN, _END, first_number=size.clients + 1)
    there = House(house(_END.day).clinic, practitioners.everyone(db), shelf.read(db))
    writing.add(db, often, there, on_done)
