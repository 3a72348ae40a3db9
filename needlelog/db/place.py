"""Where records are: held for this program alone, looked at from outside, and opened."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from needlelog.db.one_program import OneProgram
from needlelog.errors import CannotOpen
from needlelog.i18n import _

if TYPE_CHECKING:
    from needlelog.db.store import Store


class Place:
    """A file, or an address of a server, which looks after its own."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.file = None if "://" in address else Path(address)
        """None for records on a server."""
        self._lock = OneProgram(self.file) if self.file is not None else None
        self.is_held = False

    def hold(self) -> bool:
        """Take it for this program; False when another one has it. Raises CannotOpen."""
        self.is_held = self._lock is None or self._lock.hold()
        return self.is_held

    def claim(self) -> None:
        """Take it for this program, or raise CannotOpen with the reason."""
        if not self.hold():
            raise CannotOpen(
                _(
                    "The records {path} are open in another window of NeedleLog. "
                    "Nothing was changed. Go on there, or close it and try again."
                ).format(path=self.address)
            )

    def release(self) -> None:
        """Let the next program have it."""
        self.is_held = False
        if self._lock is not None:
            self._lock.release()

    def is_vacant(self) -> bool:
        """Whether the records are still to be made here."""
        return self.file is not None and not self.file.exists()

    def open(self) -> Store:
        """The records; new ones are made where there are none yet. Raises CannotOpen."""
        from needlelog.db.store import Store

        return Store.open(self.address, create=True)
