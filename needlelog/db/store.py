"""The one door to the records: opens them, and keeps or takes back each action as a whole."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from needlelog.db import failures, postgres, schema, sqlite
from needlelog.errors import CannotOpen, NeedleLogError, NotSaved
from needlelog.i18n import _

_Sentence = Callable[[DBAPIError, bool], NeedleLogError | None]
_ROOM_TO_SAVE = 128 * 1024  # bytes for the write-ahead log and its shared memory to begin with


class Store:
    """Open records, in a file or on a server."""

    def __init__(
        self,
        engine: Engine,
        path: Path | None = None,
        key: bytes | None = None,
        copy_was_stale: bool = False,
    ) -> None:
        self.path = path
        """The records file; None when they are on a server."""
        self._key = key
        self._engine = engine
        self._writing = engine.execution_options(writing=True)
        self._reading = engine if path else postgres.at_one_moment(engine)
        self._file = _identity(path) if path else None
        self._has_failed = False
        self.copy_was_stale = copy_was_stale
        """Whether the copy beside the file was behind it when it was opened: the program was
        cut off the last time, or the copy could not be made when it closed."""

    @classmethod
    def open(cls, address: str | Path, key: bytes | None = None, create: bool = False) -> Store:
        """Open the records at a path or a `postgresql+psycopg://` address.

        Raises CannotOpen in one sentence, and leaves what it refuses as it was. With `create`,
        records that aren't there yet are made.
        """
        if postgres.is_address(str(address)):
            return cls(_server(str(address), create))
        path = Path(address).absolute()
        stale = path.exists() and sqlite.copy_is_stale(path)
        _open_file(path, key, create, is_unchecked=stale)
        # A file without a copy was brought here, or is new: nothing went wrong with it.
        was_behind = stale and sqlite.copy_beside(path).exists()
        return cls(sqlite.engine(path, key), path, key, was_behind)

    @contextlib.contextmanager
    def transaction(self) -> Iterator[Session]:
        """One action: kept as a whole when the block ends, taken back when it raises."""
        self._refuse_another_file()
        if self._has_failed:
            # A connection made while the file could not be written stays so for good.
            self._engine.dispose()
            self._has_failed = False
        with self._told(failures.while_saving), Session(self._writing) as db:
            yield db
            self._refuse_another_file()
            db.commit()

    @contextlib.contextmanager
    def reading(self) -> Iterator[Session]:
        """One look at the records as they are at this moment."""
        if self._is_another_file():
            # A connection to the file that took the name would be used for the next save.
            raise CannotOpen(
                _(
                    "The records can't be read: the file {path} was moved, removed or replaced "
                    "while it was open. Nothing was changed. Put the file back, then try again."
                ).format(path=self.path)
            )
        with self._told(failures.while_reading), Session(self._reading) as db:
            yield db

    def checkpoint(self) -> None:
        """Move what is in the write-ahead log into the file."""
        if self.path is not None:
            sqlite.checkpoint(self.path, self._key)

    def close(self) -> None:
        """Let go of the records and leave one whole copy beside the file.

        Raises CannotWriteFile when the copy can't be made; the records are closed all the same.
        """
        self._engine.dispose()
        if self.path is not None and not self._is_another_file():
            self.checkpoint()
            self._copy_if_changed(self.path)

    def _copy_if_changed(self, path: Path) -> None:
        if not sqlite.copy_is_stale(path):
            return
        target = sqlite.copy_beside(path)
        changed = path.stat().st_mtime_ns
        with contextlib.closing(sqlite.connect(path, self._key)) as raw:
            sqlite.copy(raw, target, self._key)
        # Equal times say 'nothing new since', whatever the clock did in between.
        os.utime(target, ns=(changed, changed))

    def _refuse_another_file(self) -> None:
        if self._is_another_file():
            raise NotSaved(
                _(
                    "NOT SAVED: the file {path} was moved, removed or replaced while it was open. "
                    "Your change is still on the screen. Put the file back, then try again."
                ).format(path=self.path)
            )

    def _is_another_file(self) -> bool:
        return self.path is not None and _identity(self.path) != self._file

    def _disk_is_full(self) -> bool:
        if self.path is None:
            return False
        try:
            return shutil.disk_usage(self.path.parent).free < _ROOM_TO_SAVE
        except OSError:  # the folder went away meanwhile: that is another sentence
            return False

    @contextlib.contextmanager
    def _told(self, sentence: _Sentence) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            told = sentence(error, self._disk_is_full())
            if told is None:
                raise
            if isinstance(told, NotSaved | CannotOpen):
                # After a failed write or a lost server a connection can't be relied on.
                self._engine.dispose()
                self._has_failed = True
            raise told from error


def _open_file(path: Path, key: bytes | None, create: bool, is_unchecked: bool) -> None:
    sqlite.refuse_an_old_library()
    if create and not path.exists():
        schema.create_file(path, key)
    sqlite.refuse_unless_ours(path, key)
    version = sqlite.version_of(path, key)
    schema.refuse_newer(version, str(path))
    if is_unchecked:
        sqlite.refuse_damaged(path, key)
    if version < schema.NEWEST:
        schema.upgrade_file(path, key)


def _server(address: str, create: bool) -> Engine:
    engine = postgres.engine(address)
    try:
        with postgres.connected(engine) as connection:
            found = _version_on_server(connection, postgres.server(engine), create)
        if found != schema.NEWEST:
            schema.upgrade_server(engine)
    except NeedleLogError:
        engine.dispose()
        raise
    return engine


def _version_on_server(connection: Connection, where: str, create: bool) -> str | None:
    tables = inspect(connection).get_table_names()
    if "alembic_version" not in tables:
        _refuse_foreign_tables(tables, where, create)
        return None
    found = str(connection.scalar(text("SELECT version_num FROM alembic_version")))
    schema.refuse_newer(found, where)
    return found


def _refuse_foreign_tables(tables: list[str], where: str, create: bool) -> None:
    if tables:
        raise CannotOpen(
            _(
                "The database at {where} holds tables of another program. Nothing was changed. "
                "Give NeedleLog a database of its own."
            ).format(where=where)
        )
    if not create:
        raise CannotOpen(_("The database at {where} holds no records yet.").format(where=where))


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:  # gone, or its disk no longer answers: either way it is not there
        return None
    return found.st_dev, found.st_ino
