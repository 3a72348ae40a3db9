"""The moment it is: the one place of the screens that asks."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from needlelog.domain.session import NeedlingSession


def now() -> datetime:
    return datetime.now(UTC)


def now_in(session: NeedlingSession) -> datetime:
    """The moment a tap in this session records: its own day, when it is entered later."""
    from needlelog.domain.own_time import own_time  # the window asks for the time before it knows

    return own_time(session, now())
