"""Which schema the records have, and how older ones catch up, on a copy."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import DBAPIError

from needlelog.db import sqlite
from needlelog.errors import CannotOpen
from needlelog.i18n import _

NEWEST = "0005"
MIGRATIONS = Path(__file__).parent / "migrations"


def refuse_newer(version: str, where: str) -> None:
    """Records of a newer program are not for this one to touch."""
    if version > NEWEST:
        raise CannotOpen(
            _(
                "The records at {where} were made by a newer NeedleLog (schema {theirs}; this one "
                "knows {ours}). Nothing was changed. Install the newer NeedleLog to open them."
            ).format(where=where, theirs=version, ours=NEWEST)
        )


def create_file(path: Path, key: bytes | None = None) -> None:
    """Make a new records file, whole from its first moment on: it gets its name last."""
    unfinished = path.with_name(path.name + ".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        remove(unfinished)
        sqlite.private_file(unfinished)
        _make(unfinished, key)
        sqlite.put_in_place(unfinished, path)
    except (OSError, DBAPIError, sqlite.DriverError) as error:
        raise CannotOpen(
            _(
                "New records could not be made at {path}: {reason}. "
                "Choose a folder on this computer that has some space."
            ).format(path=path, reason=getattr(error, "orig", error))
        ) from error
    finally:
        with contextlib.suppress(NotADirectoryError):  # the folder itself could not be made
            remove(unfinished)


def _make(path: Path, key: bytes | None) -> None:
    with _alone(path, key) as engine:
        with engine.connect() as connection:
            connection.exec_driver_sql(f"PRAGMA application_id = {sqlite.APPLICATION_ID}")
            connection.commit()
        upgrade(engine)


def upgrade(engine: Engine, scripts: Path = MIGRATIONS) -> None:
    """Take the tables to the newest schema, in one transaction."""
    # Imported here: it takes longer than everything else that a start needs.
    from alembic import command
    from alembic.config import Config

    with engine.execution_options(writing=True).begin() as connection:
        _one_at_a_time(connection)
        config = Config()
        config.set_main_option("script_location", str(scripts).replace("%", "%%"))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def upgrade_server(engine: Engine) -> None:
    """Bring the tables of a server up to date; a server takes all of it back when it fails."""
    try:
        upgrade(engine)
    except DBAPIError as error:
        raise CannotOpen(
            _(
                "The tables on the server could not be made or brought up to date: {reason}. "
                "Nothing was changed. Ask whoever looks after the server to let NeedleLog make "
                "tables there."
            ).format(reason=str(error.orig).partition("\n")[0])
        ) from error


def upgrade_file(path: Path, key: bytes | None = None, scripts: Path = MIGRATIONS) -> None:
    """Bring an older file up to date on a copy; the file of before stays beside it."""
    kept = path.with_name(f"{path.stem}.before-update{path.suffix}")
    working = path.with_name(path.name + ".updating")
    try:
        with contextlib.closing(sqlite.connect(path, key)) as raw:
            sqlite.copy(raw, kept, key)
            sqlite.copy(raw, working, key)
        with _alone(working, key) as engine:
            before = _contents(engine)
            upgrade(engine, scripts)
            _refuse_losses(engine, before)
        # The last connection to the old file is closed: no log of it waits beside the name.
        sqlite.put_in_place(working, path)
    finally:
        remove(working)


@contextlib.contextmanager
def _alone(path: Path, key: bytes | None) -> Iterator[Engine]:
    engine = sqlite.engine(path, key, rebuilding=True)
    try:
        yield engine
    finally:
        engine.dispose()


def _one_at_a_time(connection: Connection) -> None:
    # Two chairs that start together must not both make the tables.
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:us)"), {"us": sqlite.APPLICATION_ID})


def _contents(engine: Engine) -> dict[str, int]:
    """What no migration may lose by accident: each table with its rows, and every trigger.

    A table that is rebuilt comes back without its triggers unless the migration makes them anew.
    """
    with engine.connect() as connection:
        tables = [name for name in inspect(connection).get_table_names() if _is_kept(name)]
        rows = "SELECT count(*) FROM "
        counts = {
            table: int(connection.exec_driver_sql(f'{rows} "{table}"').scalar_one())
            for table in tables
        }
        triggers = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type='trigger'")
        return counts | {name: 1 for (name,) in triggers}


def _is_kept(table: str) -> bool:
    return not table.startswith("client_fts")  # the search index is made from what is kept


def _refuse_losses(engine: Engine, before: dict[str, int]) -> None:
    after = _contents(engine)
    lost = [name for name, count in before.items() if after.get(name) != count]
    with engine.connect() as connection:
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if lost or broken:
        raise CannotOpen(
            _(
                "The records could not be brought up to date, so the file was left as it was. "
                "Go on with the NeedleLog you had, and report this: {found}."
            ).format(found=", ".join([*lost, *(str(row[0]) for row in broken)]))
        )


def remove(path: Path) -> None:
    """Take a file away that never got its name, with what SQLite lays beside it."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
