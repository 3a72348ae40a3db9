"""Fixtures with real records: each test that asks for them runs on both databases."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, delete

from needlelog.db.rows import Row
from needlelog.db.store import Store
from tests import postgresql

_numbers = count(1)
# As a replica the server asks no trigger, so that sealed rows go too. A new database for each
# test would take a hundred times as long.
_EMPTIED = (
    "SET session_replication_role = replica",
    *(str(delete(table)) for table in Row.metadata.sorted_tables if table.name != "counter"),
    "UPDATE counter SET value = 0",
)


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A records file with nothing in it, made once and copied for each test."""
    path = tmp_path_factory.mktemp("records") / "empty.db"
    Store.open(path, create=True).close()
    return path


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """The address of a server of this test run, without the name of a database."""
    programs = postgresql.programs()
    if programs is None:
        pytest.skip("no PostgreSQL programs here (Debian: apt-get install postgresql)")
    with postgresql.server(programs) as address:
        yield address


@pytest.fixture(scope="session")
def records_on_server(postgresql_server: str) -> str:
    """A database with records, made once and emptied for each test."""
    _on_server(f"{postgresql_server}/postgres", "CREATE DATABASE records")
    Store.open(f"{postgresql_server}/records", create=True).close()
    return f"{postgresql_server}/records"


@pytest.fixture
def records_file(tmp_path: Path, empty_file: Path) -> Path:
    """A records file of the test's own, with nothing in it yet."""
    return Path(shutil.copy(empty_file, tmp_path / "records.db"))


@pytest.fixture
def new_database(postgresql_server: str) -> str:
    """A database of the test's own, without any table."""
    name = f"test_{next(_numbers)}"
    _on_server(f"{postgresql_server}/postgres", f"CREATE DATABASE {name}")
    return f"{postgresql_server}/{name}"


@pytest.fixture
def server_address(records_on_server: str) -> str:
    """Records on a server with nothing in them yet."""
    _on_server(records_on_server, *_EMPTIED)
    return records_on_server


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def address(request: pytest.FixtureRequest) -> str:
    """Where empty records are: a file in one run of the test, a server in the other."""
    kind = "records_file" if request.param == "sqlite" else "server_address"
    return str(request.getfixturevalue(kind))


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    """Open records on each database in turn."""
    opened = Store.open(address)
    yield opened
    opened.close()


@pytest.fixture
def file_store(records_file: Path) -> Iterator[Store]:
    """Open records in a file, for what only files can do."""
    opened = Store.open(records_file)
    yield opened
    opened.close()


def _on_server(address: str, *commands: str) -> None:
    engine = create_engine(address, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for command in commands:
            connection.exec_driver_sql(command)
    engine.dispose()
