"""What tests of records files do with the files."""

from __future__ import annotations

import contextlib
from pathlib import Path

import sqlcipher3.dbapi2 as driver
from sqlalchemy import text

from needlelog.db import clients
from needlelog.db.store import Store
from tests.builders import a_client


def names_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def add_a_client(store: Store) -> None:
    with store.transaction() as db:
        clients.add(db, a_client())


def zero_a_page(path: Path, of: str) -> None:
    with contextlib.closing(driver.connect(path)) as raw:
        found = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (of,))
        (page,) = found.fetchone()
    with path.open("rb+") as file:
        file.seek((page - 1) * 4096)
        file.write(bytes(4096))


def count_clients(path: Path, key: bytes | None = None) -> int:
    store = Store.open(path, key)
    with store.reading() as db:
        count = db.scalar(text("SELECT count(*) FROM client"))
    store.close()
    return int(count)
