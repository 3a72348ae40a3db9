"""The session's own clock: one that is entered later was not worked while it was typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import datetime, timedelta
from typing import Any

from needlelog.domain.change import CHILDREN, own_fields
from needlelog.domain.session import NeedlingSession

LONGEST_SITTING = timedelta(hours=6)
"""Who goes on entering the next day does not make the sitting last into it."""

_OF_THE_ENTRY = frozenset({"happened_at", "entered_at", "signed_at"})
"""Moments of the session that are about its record, and stay when the sitting is moved."""


def is_on_another_day(session: NeedlingSession) -> bool:
    """Whether the sitting took place at another time than it is entered."""
    return session.happened_at != session.entered_at


def own_time(session: NeedlingSession, now: datetime) -> datetime:
    """The moment a tap made now records.

    In a sitting that is entered later, taps keep their distance from the first: as long after the
    session happened as they are after its entry began.
    """
    if not is_on_another_day(session):
        return now
    since = max(timedelta(), now - session.entered_at)
    return session.happened_at + min(since, LONGEST_SITTING)


def running_since(session: NeedlingSession) -> datetime | None:
    """When the needling that is under way began; a sitting that is over has no running clock."""
    return None if is_on_another_day(session) else session.started_at


def moved_to(session: NeedlingSession, happened_at: datetime) -> NeedlingSession:
    """The session at another time, with every moment of the sitting moved along."""
    by = happened_at - session.happened_at
    own = {name: at + by for name, at in _own_moments(session).items()}
    parts = {
        attribute: tuple(_moved(row, by) for row in getattr(session, attribute))
        for attribute, _row_class in CHILDREN.values()
    }
    changed: dict[str, Any] = {"happened_at": happened_at, **own, **parts}
    return replace(session, **changed)


def latest_moment(session: NeedlingSession) -> datetime:
    """The last thing noted of the sitting, its own beginning if nothing is."""
    rows = (row for attribute, _ in CHILDREN.values() for row in getattr(session, attribute))
    noted = (moment for row in rows for moment in _moments_of(row).values())
    return max((session.happened_at, *_own_moments(session).values(), *noted))


def _moved(row: Any, by: timedelta) -> Any:
    moments = _moments_of(row)
    return replace(row, **{name: at + by for name, at in moments.items()}) if moments else row


def _moments_of(row: Any) -> dict[str, datetime]:
    """The moments among the fields of a part, such as a layer."""
    values = {one.name: getattr(row, one.name) for one in fields(row)}
    return _moments(values)


def _own_moments(session: NeedlingSession) -> dict[str, datetime]:
    found = _moments(own_fields(session))
    return {name: at for name, at in found.items() if name not in _OF_THE_ENTRY}


def _moments(values: Mapping[str, Any]) -> dict[str, datetime]:
    return {name: value for name, value in values.items() if isinstance(value, datetime)}
