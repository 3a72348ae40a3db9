"""The moment it is: the one place of the screens that asks."""

from datetime import UTC, datetime


def now() -> datetime:
    return datetime.now(UTC)
