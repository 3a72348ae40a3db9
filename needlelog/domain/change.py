"""The difference of two sessions as changed rows: what is written, undone and redone."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints
from uuid import UUID

from needlelog.domain.session import (
    AlsoDone,
    GradedReaction,
    Layer,
    NeedlingSession,
    Numbing,
    SerumUse,
    Spot,
    StopRecord,
    Tip,
)

CHILDREN: Mapping[str, tuple[str, type]] = {
    "layer": ("layers", Layer),
    "spot": ("spots", Spot),
    "serum_use": ("serums", SerumUse),
    "tip": ("tips", Tip),
    "numbing": ("numbings", Numbing),
    "reaction": ("reactions", GradedReaction),
    "also_done": ("also_done", AlsoDone),
    "stop_record": ("stops", StopRecord),
}
"""Kind of row -> the session's field that holds it, and the row's class."""

_NOT_FIELDS = frozenset({"version", "saved_at", *(name for name, _ in CHILDREN.values())})

Fields = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row as it was and as it is. A new row has no `before`, a removed one no `after`.

    Where both are there, each holds only the fields that differ.
    """

    kind: str
    id: UUID
    before: Fields | None
    after: Fields | None

    def inverted(self) -> RowChange:
        return RowChange(self.kind, self.id, self.after, self.before)


Change = tuple[RowChange, ...]


def own_fields(session: NeedlingSession) -> dict[str, Any]:
    """The session's own row: all fields but its children and what only a save may move."""
    return {f.name: getattr(session, f.name) for f in fields(session) if f.name not in _NOT_FIELDS}


def difference(old: NeedlingSession, new: NeedlingSession) -> Change:
    """What must be written to get from `old` to `new`, the session's own row first."""
    own = _row_change("session", new.id, own_fields(old), own_fields(new))
    return (*own, *_child_changes(old, new))


def applied(session: NeedlingSession, change: Change) -> NeedlingSession:
    """The session after a change."""
    for row in change:
        session = _with_row(session, row)
    return session


def fits(session: NeedlingSession, change: Change) -> bool:
    """Whether all that the change would alter is still as it was when the change was made."""
    return all(_row_fits(session, row) for row in change)


def inverted(change: Change) -> Change:
    """The change that takes this one back."""
    return tuple(row.inverted() for row in reversed(change))


def to_json(change: Change) -> str:
    rows = [[row.kind, row.id.hex, _plain(row.before), _plain(row.after)] for row in change]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> Change:
    return tuple(
        RowChange(kind, UUID(row_id), _typed(kind, before), _typed(kind, after))
        for kind, row_id, before, after in json.loads(text)
    )


def _row_change(kind: str, row_id: UUID, before: Fields, after: Fields) -> Iterator[RowChange]:
    names = [name for name in after if before[name] != after[name]]
    if names:
        yield RowChange(kind, row_id, {n: before[n] for n in names}, {n: after[n] for n in names})


def _child_changes(old: NeedlingSession, new: NeedlingSession) -> Iterator[RowChange]:
    for kind, (attribute, _) in CHILDREN.items():
        before, after = getattr(old, attribute), getattr(new, attribute)
        if before is after:
            continue
        was = {row.id: row for row in before}
        now = {row.id: row for row in after}
        for row_id, row in was.items():
            if row_id not in now:
                yield RowChange(kind, row_id, _values(row), None)
        for row_id, row in now.items():
            if row_id not in was:
                yield RowChange(kind, row_id, None, _values(row))
            elif row != was[row_id]:
                yield from _row_change(kind, row_id, _values(was[row_id]), _values(row))


def _values(row: Any) -> dict[str, Any]:
    return {f.name: getattr(row, f.name) for f in fields(row)}


def _row_fits(session: NeedlingSession, change: RowChange) -> bool:
    if change.kind == "session":
        now: Fields | None = own_fields(session)
    else:
        rows = getattr(session, CHILDREN[change.kind][0])
        found = next((row for row in rows if row.id == change.id), None)
        now = None if found is None else _values(found)
    if change.before is None or now is None:
        return change.before is now
    return all(now[name] == value for name, value in change.before.items())


def _with_row(session: NeedlingSession, change: RowChange) -> NeedlingSession:
    if change.kind == "session":
        return replace(session, **(change.after or {}))
    attribute, row_class = CHILDREN[change.kind]
    rows = getattr(session, attribute)
    if change.after is None:
        rows = tuple(row for row in rows if row.id != change.id)
    elif change.before is None:
        rows = (*rows, row_class(**change.after))
    else:
        after = change.after
        rows = tuple(replace(row, **after) if row.id == change.id else row for row in rows)
    child: Fields = {attribute: _in_order(rows)}
    return replace(session, **child)


def _in_order(rows: tuple[Any, ...]) -> tuple[Any, ...]:
    """Layers in the order they were worked; the rest as they were made."""
    if rows and isinstance(rows[0], Layer):
        return tuple(sorted(rows, key=lambda layer: (layer.position, layer.id)))
    return tuple(sorted(rows, key=lambda row: row.id))


def _plain(values: Fields | None) -> dict[str, Any] | None:
    return None if values is None else {name: _plain_value(v) for name, v in values.items()}


def _plain_value(value: Any) -> Any:
    match value:
        case UUID():
            return value.hex
        case date():  # datetime is a date too
            return value.isoformat()
        case tuple():
            return list(value)
        case _:
            return value


def _typed(kind: str, values: Fields | None) -> Fields | None:
    if values is None:
        return None
    types = _field_types(NeedlingSession if kind == "session" else CHILDREN[kind][1])
    return {name: _typed_value(types[name], value) for name, value in values.items()}


@cache
def _field_types(row_class: type) -> dict[str, Any]:
    return get_type_hints(row_class)


def _typed_value(wanted: Any, value: Any) -> Any:
    if isinstance(wanted, UnionType):
        if value is None:
            return None
        wanted = next(arm for arm in get_args(wanted) if arm is not NoneType)
    if get_origin(wanted) is tuple:
        return tuple(value)
    if wanted is UUID:
        return UUID(value)
    if wanted in (datetime, date):
        return wanted.fromisoformat(value)
    if issubclass(wanted, StrEnum):
        return wanted(value)
    return value
