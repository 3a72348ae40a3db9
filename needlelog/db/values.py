"""The one copy each way between a row and the value it keeps."""

from collections.abc import Iterable
from dataclasses import fields
from typing import Any, TypeVar

from sqlalchemy import Row

Value = TypeVar("Value")


def value_of(row: Row[Any], kind: type[Value]) -> Value:
    """The value a row keeps; columns that only the database needs stay behind."""
    return values_of((row,), kind)[0]


def values_of(rows: Iterable[Row[Any]], kind: type[Value]) -> tuple[Value, ...]:
    """The values of rows, in their order."""
    names = _names(kind)
    kept = (row._mapping for row in rows)
    return tuple(kind(**{name: row[name] for name in names}) for row in kept)


def columns_of(value: Any) -> dict[str, Any]:
    """What is written for a value: column name to content."""
    return {name: getattr(value, name) for name in _names(type(value))}


def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
