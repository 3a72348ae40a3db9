"""One program per records file, held by a lock that the system frees when the program dies."""

import errno
import os
import sys
from pathlib import Path

from needlelog.errors import CannotOpen
from needlelog.i18n import _

if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


_HELD_ELSEWHERE = (errno.EWOULDBLOCK, errno.EACCES)  # in the words of POSIX, and of Windows


class OneProgram:
    """Asks for a records file; only the first program that asks may have it.

    The lock file stays behind on purpose: taking it away could free a name that another
    program has just locked.
    """

    def __init__(self, records: Path) -> None:
        self._lock_file = records.with_name(records.name + ".lock")
        self._handle: int | None = None

    def hold(self) -> bool:
        """Take the file; False when another program has it.

        Raises CannotOpen where no lock can be had at all: two programs could not be kept apart.
        """
        if self._handle is not None:
            return True
        handle = self._opened()
        try:
            _lock(handle)
        except OSError as error:
            os.close(handle)
            if error.errno in _HELD_ELSEWHERE:
                return False
            raise CannotOpen(
                _(
                    "The file {path} can't be locked: {reason}. Nothing was changed. "
                    "Keep the records on a disk of this computer."
                ).format(path=self._lock_file, reason=error.strerror)
            ) from error
        self._handle = handle
        return True

    def _opened(self) -> int:
        try:
            self._lock_file.parent.mkdir(parents=True, exist_ok=True)
            return os.open(self._lock_file, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise CannotOpen(
                _(
                    "The folder {folder} can't be written: {reason}. Nothing was changed. "
                    "Look at its permissions, or keep the records in another folder."
                ).format(folder=self._lock_file.parent, reason=error.strerror)
            ) from error

    def release(self) -> None:
        """Let the next program have the file."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
