"""The log: what the program did and where it failed, never whom it was about."""

from __future__ import annotations

import errno
import logging
import platform
import traceback
from pathlib import Path
from types import TracebackType
from typing import TypeAlias

from needlelog import __version__

FILE_NAME = "needlelog.log"
_FILE_BYTES = 1_000_000
_OLDER_FILES = 4  # five files of 1 MB with the one being written

_ExcInfo: TypeAlias = (
    tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
)


def start(folder: Path) -> LogFile:
    """Keep the messages of our own code from now on; its `open` makes the file in `folder`.

    Other people's packages are left out: what they say may quote a client's record.
    """
    kept = LogFile(folder)
    ours = logging.getLogger("needlelog")
    ours.setLevel(logging.INFO)
    ours.addHandler(kept)
    ours.info("NeedleLog %s, Python %s", __version__, platform.python_version())
    return kept


def stop(kept: LogFile) -> None:
    """Close the log."""
    logging.getLogger("needlelog").removeHandler(kept)
    kept.close()


class LogFile(logging.Handler):
    """Holds what is said until its file is open.

    Python's rotating files load slowly, so they wait for the first paint. An error opens the file
    at once, and so does the end of the program: nothing that was said is lost.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._early: list[logging.LogRecord] = []
        self._file: logging.Handler | None = None

    def open(self) -> None:
        """Write from now on, beginning with what was said so far."""
        self.acquire()
        try:
            if self._file is None:
                self._file = _rotating(self._folder)
                for record in self._early:
                    self._file.handle(record)
                self._early.clear()
        finally:
            self.release()

    def emit(self, record: logging.LogRecord) -> None:
        if self._file is not None:
            self._file.handle(record)
            return
        self._early.append(record)
        if record.levelno >= logging.ERROR:
            self.open()

    def close(self) -> None:
        """Python calls it at the end of the program for every log that is still kept."""
        self.open()
        if self._file is not None:
            self._file.close()
        super().close()


def _rotating(folder: Path) -> logging.Handler:
    from logging.handlers import RotatingFileHandler  # with sockets and pickles: not at the start

    try:
        folder.mkdir(parents=True, exist_ok=True)
        made: logging.Handler = RotatingFileHandler(
            folder / FILE_NAME,
            maxBytes=_FILE_BYTES,
            backupCount=_OLDER_FILES,
            encoding="utf-8",
        )
    except OSError:
        made = logging.NullHandler()  # a practitioner can work without a log
    made.setFormatter(_WithoutValues("{asctime} {levelname} {name}: {message}", style="{"))
    return made


def trace(error: BaseException) -> str:
    """Where an error came from and of which kind; its own words may quote a record."""
    lines: list[str] = []
    cause: BaseException | None = error
    while cause is not None:
        frames = traceback.extract_tb(cause.__traceback__)
        lines += [f"{_kind(cause)} from"]
        lines += [f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in frames]
        cause = cause.__cause__ or cause.__context__
    return "\n".join(lines)


class _WithoutValues(logging.Formatter):
    """Keeps the words of errors out of the log."""

    def formatException(self, ei: _ExcInfo) -> str:  # noqa: N802 - logging's name
        return trace(ei[1]) if ei[1] is not None else ""


def _kind(error: BaseException) -> str:
    name = type(error).__qualname__
    number = error.errno if isinstance(error, OSError) else None
    return name if number is None else f"{name} {errno.errorcode.get(number, number)}"
