"""The statements the program runs, run again by the driver alone: the same rows, nothing made."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.orm import Session

from needlelog.db import sqlite
from needlelog.db.store import Store

Statements = list[tuple[str, Any]]
Work = Callable[[Session], object]


def _of(store: Store, work: Work) -> Statements:
    """What this work asks the database."""
    found: Statements = []

    def note(_c: object, _cursor: object, statement: str, parameters: Any, *_more: object) -> None:
        if statement.startswith(("SELECT", "WITH")):
            found.append((statement, parameters))

    with store.reading() as db, _listening(db.get_bind(), note):
        work(db)
    return found


@contextmanager
def _listening(engine: Any, note: Callable[..., None]) -> Iterator[None]:
    assert isinstance(engine, Engine)
    event.listen(engine, "before_cursor_execute", note)
    try:
        yield
    finally:
        event.remove(engine, "before_cursor_execute", note)


def of(records: Path, works: Iterable[Work]) -> list[Statements]:
    """What each of them asks."""
    store = Store.open(records)
    try:
        return [_of(store, work) for work in works]
    finally:
        store.close()


@contextmanager
def running(records: Path) -> Iterator[Callable[[Statements], int]]:
    """Runs statements on one open connection; how many rows they gave."""
    with contextlib.closing(sqlite.connect(records)) as raw:

        def run(statements: Statements) -> int:
            return sum(len(raw.execute(text, with_).fetchall()) for text, with_ in statements)

        yield run
