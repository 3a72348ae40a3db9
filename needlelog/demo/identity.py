"""Names for invented records: of the usual form, and the same every time."""

from __future__ import annotations

from datetime import datetime
from random import Random
from uuid import UUID


class Ids:
    """Gives out UUIDs of version 7 (RFC 9562) that follow each other as the records do."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._given = 0

    def at(self, moment: datetime) -> UUID:
        """The next one for something made at this moment."""
        self._given = (self._given + 1) % 2**12
        milliseconds = int(moment.timestamp() * 1000)
        tail = 2 << 62 | self._rng.getrandbits(62)
        return UUID(int=milliseconds << 80 | 7 << 76 | self._given << 64 | tail)
