"""The log: what the program did and where it failed, never whom it was about."""

from __future__ import annotations

import errno
import logging
import platform
import traceback
from logging.handlers import RotatingFileHandler
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


def start(folder: Path) -> logging.Handler:
    """Keep the messages of our own code in `folder` from now on.

    Other people's packages are left out: what they say may quote a client's record.
    """
    handler: logging.Handler
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / FILE_NAME,
            maxBytes=_FILE_BYTES,
            backupCount=_OLDER_FILES,
            encoding="utf-8",
        )
    except OSError:
        handler = logging.NullHandler()  # a practitioner can work without a log
    handler.setFormatter(_WithoutValues("{asctime} {levelname} {name}: {message}", style="{"))
    ours = logging.getLogger("needlelog")
    ours.setLevel(logging.INFO)
    ours.addHandler(handler)
    ours.info("NeedleLog %s, Python %s", __version__, platform.python_version())
    return handler


def stop(handler: logging.Handler) -> None:
    """Close the log."""
    logging.getLogger("needlelog").removeHandler(handler)
    handler.close()


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
