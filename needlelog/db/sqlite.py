"""Records in one SQLite file: opened with care, refused without a touch, copied whole."""

import contextlib
import os
from functools import partial
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from needlelog.errors import CannotOpen, CannotWriteFile
from needlelog.i18n import _

APPLICATION_ID = 0x4E4C4F47  # 'NLOG', in the header of every file of ours
WAIT_FOR_A_LOCK_S = 5.0

_OLDEST = (3, 51, 3)  # before it, a WAL reset can damage the file
_HEADER = b"SQLite format 3\0"
_PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "mmap_size = 0",
    "cell_size_check = ON",
    "trusted_schema = OFF",
    "recursive_triggers = ON",  # a row that is replaced asks the triggers for deleting too
)

DriverError = driver.Error
Raw = Any  # a connection of the driver, which is published without types


def refuse_an_old_library(version: tuple[int, ...] = driver.sqlite_version_info) -> None:
    """Stop before a library that can damage files touches one."""
    if version < _OLDEST:
        raise CannotOpen(
            _(
                "This computer's SQLite {found} can damage records, so nothing was opened. "
                "NeedleLog needs SQLite {needed} or newer: install the package sqlcipher3 anew."
            ).format(found=_dotted(version), needed=_dotted(_OLDEST))
        )


def connect(path: Path, key: bytes | None = None, rebuilding: bool = False) -> Raw:
    """A connection with every setting the records rely on.

    `rebuilding` is for migrations: with foreign keys on, taking a table away to rebuild it would
    take its children along, and triggers that name it would stop its return.
    """
    # Transactions are begun by our own statements, so that tables are rolled back with rows.
    # 'rw' never makes a file: where one was taken away, an empty one must not take its name.
    raw = driver.connect(
        f"{path.absolute().as_uri()}?mode=rw",
        uri=True,
        timeout=WAIT_FOR_A_LOCK_S,
        isolation_level=None,
        check_same_thread=False,
    )
    _unlock(raw, key)
    for pragma in _PRAGMAS:
        raw.execute(f"PRAGMA {pragma}")
    raw.execute(f"PRAGMA foreign_keys = {'OFF' if rebuilding else 'ON'}")
    raw.execute(f"PRAGMA legacy_alter_table = {'ON' if rebuilding else 'OFF'}")
    return raw


def engine(path: Path, key: bytes | None = None, rebuilding: bool = False) -> Engine:
    """An engine whose connections begin their transactions as `writing` asks for."""
    made = create_engine(
        "sqlite://",
        module=driver,
        creator=partial(connect, path, key, rebuilding),
        poolclass=QueuePool,
        pool_size=2,
        max_overflow=2,
    )
    event.listen(made, "begin", _begin)
    return made


def _begin(connection: Connection) -> None:
    # A writer takes its place at once: found out at the first write, a lock can't be waited for.
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _unlock(raw: Raw, key: bytes | None) -> None:
    if key is not None:
        raw.execute(f"PRAGMA key = \"x'{key.hex()}'\"")


def refuse_unless_ours(path: Path, key: bytes | None = None) -> None:
    """Refuse an empty, cut-off or foreign file before SQLite could write a byte to it."""
    if not path.is_file():
        raise CannotOpen(_("There is no records file at {path}.").format(path=path))
    _refuse_unwritable(path)
    size = path.stat().st_size
    if size == 0:
        raise _refused(path, _("is empty"))
    if key is None:
        with path.open("rb") as file:
            _refuse_foreign(path, file.read(100), size)
    elif asked(path, key, "PRAGMA application_id") != APPLICATION_ID:
        raise _refused(path, _("was not made by NeedleLog"))


def version_of(path: Path, key: bytes | None = None) -> str:
    """The schema version of a file of ours, read without writing to it."""
    return str(asked(path, key, "SELECT version_num FROM alembic_version"))


def refuse_damaged(path: Path, key: bytes | None = None) -> None:
    """Look at every page before one of them is relied on, without writing to the file."""
    # 0.9 s for 200,000 sessions, 0.6 s for 20,000 with their papers; the check that compares
    # indexes too takes seven times as long, and is made when the copy is.
    if asked(path, key, "PRAGMA quick_check(1)") != "ok":
        raise _refused(path, _("is damaged"))


def copy_beside(path: Path) -> Path:
    """Where closing leaves the copy of these records."""
    return path.with_name(f"{path.stem}.backup{path.suffix}")


def copy_is_stale(path: Path) -> bool:
    """Whether the copy is missing, or the records have something that it has not."""
    copy = copy_beside(path)
    if _has_log(path) or not copy.is_file():
        return True
    return copy.stat().st_mtime_ns != path.stat().st_mtime_ns


def _refuse_foreign(path: Path, header: bytes, size: int) -> None:
    """Look at the bytes alone (sqlite.org/fileformat2.html, 1.3)."""
    if len(header) < 100 or not header.startswith(_HEADER):
        raise _refused(path, _("was not made by NeedleLog, or is damaged"))
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise _refused(path, _("was not made by NeedleLog"))
    page = int.from_bytes(header[16:18], "big")
    page = 65536 if page == 1 else page
    pages = int.from_bytes(header[28:32], "big")
    if size % page or (size < page * pages and not _has_log(path)):
        raise _refused(path, _("is cut off: a part of it is missing"))


def _has_log(path: Path) -> bool:
    # After a crash inside a checkpoint the first page may already name pages that are still
    # in the write-ahead log; SQLite completes them.
    log = path.with_name(path.name + "-wal")
    return log.exists() and log.stat().st_size > 32


def asked(path: Path, key: bytes | None, question: str) -> object:
    """The one answer of a file that is not open, without a trace beside it. CannotOpen."""
    # Immutable leaves no trace beside the file, but doesn't look into a log that waits there.
    how = "mode=ro" if _has_log(path) else "mode=ro&immutable=1"
    try:
        with contextlib.closing(
            driver.connect(f"{path.absolute().as_uri()}?{how}", uri=True)
        ) as raw:
            _unlock(raw, key)
            return raw.execute(question).fetchone()[0]
    except (driver.DatabaseError, TypeError) as error:
        why = _("is damaged") if key is None else _("is damaged, or its key is another one")
        raise _refused(path, why) from error


def _refuse_unwritable(path: Path) -> None:
    if not os.access(path, os.R_OK | os.W_OK) or not os.access(path.parent, os.W_OK):
        raise _refused(path, _("can't be written: look who may write to it and to its folder"))


def _refused(path: Path, why: str) -> CannotOpen:
    told = _("The file {path} {why}. It was left as it is.").format(path=path, why=why)
    copy = copy_beside(path)
    if copy.is_file():
        way_out = _("Open the copy that lies beside it: {copy}.").format(copy=copy)
    else:
        way_out = _("Choose another file; there is no copy beside it.")
    return CannotOpen(f"{told} {way_out}")


def checkpoint(path: Path, key: bytes | None = None) -> None:
    """Move what waits in the write-ahead log into the file."""
    try:
        with contextlib.closing(connect(path, key)) as raw:
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except driver.Error as error:
        raise CannotWriteFile(
            _(
                "Your records are saved, but {path} could not be tidied up: {reason}. "
                "Nothing is lost; it is done the next time."
            ).format(path=path, reason=error)
        ) from error


def private_file(path: Path) -> None:
    """A new, empty file that only its owner can read."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def copy(source: Raw, target: Path, key: bytes | None = None) -> None:
    """Leave a whole, checked copy of the records at `target`, or what stood there before."""
    unfinished = target.with_name(target.name + ".part")
    unfinished.unlink(missing_ok=True)
    try:
        private_file(unfinished)
        _fill(source, unfinished, key)
        put_in_place(unfinished, target)
    except (OSError, driver.Error) as error:
        raise CannotWriteFile(
            _(
                "Your records are saved, but the copy {path} could not be made: {reason}. "
                "The copy from before is untouched."
            ).format(path=target, reason=error)
        ) from error
    finally:
        unfinished.unlink(missing_ok=True)


def _fill(source: Raw, path: Path, key: bytes | None) -> None:
    with contextlib.closing(driver.connect(path, isolation_level=None)) as raw:
        _unlock(raw, key)
        source.backup(raw)
        # The copy stands alone: no write-ahead log that could be left behind when it is moved.
        raw.execute("PRAGMA journal_mode = DELETE")
        found = raw.execute("PRAGMA integrity_check").fetchone()[0]
        if found != "ok":
            raise driver.DatabaseError(found)


def put_in_place(finished: Path, target: Path) -> None:
    """Give a finished file its name in one step that survives a power cut."""
    with finished.open("rb+") as file:
        os.fsync(file.fileno())
    finished.replace(target)
    if os.name == "posix":
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _dotted(version: tuple[int, ...]) -> str:
    return ".".join(str(part) for part in version)
