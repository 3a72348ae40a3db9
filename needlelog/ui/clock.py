"""The moment it is: the one place of the screens that asks."""

from datetime import UTC, datetime

from needlelog.domain.own_time import own_time
from needlelog.domain.session import NeedlingSession


def now() -> datetime:
    return datetime.now(UTC)


def now_in(session: NeedlingSession) -> datetime:
    """The moment a tap in this session records: its own day, when it is entered later."""
    return own_time(session, now())
