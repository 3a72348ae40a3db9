"""Reading one file of the catalogue into frozen values, row by row.

A table stands in one of two forms. Regular rows stand in columns: `columns` names the cells, every
array of rows below it holds them, and `[]` leaves a cell out. `group` names the field that the
array's own name fills; if that is the first field, a row is called 'array/cell'. Rows with many
optional fields stand under a header each, which is their first field. `shared` gives every row of
the file the same value. Columns are there because tomllib is slow per key: they load in half the
time.
"""

import tomllib
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import MISSING, Field, fields
from enum import Enum
from functools import cache, partial
from pathlib import Path
from types import UnionType
from typing import Any, NamedTuple, TypeVar, cast, get_args, get_origin

from needlelog.domain.reference import ScaleLevel, Span
from needlelog.errors import CatalogueError
from needlelog.i18n import _

Row = TypeVar("Row")

_IN_WORDS: dict[type[Any], str] = {str: "text", int: "a whole number", bool: "true or false"}


def fault(file: str, row: str, reason: str) -> CatalogueError:
    """The sentence for a row that can't be used."""
    return CatalogueError(
        _(
            "The catalogue that came with NeedleLog is damaged: {file}, row “{row}”: {reason}. "
            "Your records are safe. Install NeedleLog again."
        ).format(file=file, row=row, reason=reason)
    )


def read(path: Path, kind: type[Row]) -> Iterator[tuple[str, Row | CatalogueError]]:
    """Every row of one file with its name, or what is wrong with it."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as failure:
        yield "-", fault(path.name, "-", str(failure))
        return
    record = cast(Hashable, kind)
    for row, cells in _cells(content, record):
        try:
            yield row, cast(Row, _build(record, cells))
        except ValueError as failure:
            yield row, fault(path.name, row, str(failure))


def _cells(content: dict[str, Any], kind: Hashable) -> Iterator[tuple[str, dict[str, Any]]]:
    """The named cells of every row, in either form."""
    first = _plan(kind)[0].name
    shared = content.pop("shared", {})
    columns = content.pop("columns", None)
    if columns is None:
        for name, cells in content.items():
            yield name, {first: name, **shared, **_table(cells)}
        return
    group = content.pop("group", "")
    for array, rows in content.items():
        same = {**shared, group: array} if group else shared
        for cells in map(_list, _list(rows)):
            name = f"{array}/{cells[0]}" if group == first else str(cells[0])
            filled = {key: cell for key, cell in zip(columns, cells, strict=False) if cell != []}
            if len(cells) > len(columns):
                filled["a cell beyond the columns"] = cells[len(columns)]
            yield name, {**same, **filled}


_Convert = Callable[[Any], Any]


def _table(value: Any) -> dict[str, Any]:
    """A stray value counts as an empty row, so that its fault can be named."""
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> list[Any]:
    """A stray value counts as a row of one cell, so that its fault can be named."""
    return value if isinstance(value, list) and value else [value]


class _Cell(NamedTuple):
    name: str
    is_required: bool
    convert: _Convert
    """Raises ValueError with the reason."""


@cache
def _plan(kind: Hashable) -> tuple[_Cell, ...]:
    """The fields of a row, those that name it first."""
    own = sorted(fields(cast(Any, kind)), key=_is_named)
    return tuple(_Cell(field.name, _is_required(field), _converter(field.type)) for field in own)


def _is_named(field: Field[Any]) -> bool:
    return field.kw_only is True


def _is_required(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _build(kind: Hashable, cells: Mapping[str, Any]) -> Any:
    """Raises ValueError for what is no row of this kind."""
    values = {}
    for name, is_required, convert in _plan(kind):
        if name in cells:
            try:
                values[name] = convert(cells[name])
            except ValueError as failure:
                raise ValueError(f"{name} {failure}") from failure
        elif is_required:
            raise ValueError(f"{name} is missing")
    if len(values) < len(cells):
        raise ValueError(f"“{min(set(cells) - set(values))}” is no field of this table")
    return cast(Any, kind)(**values)


def _converter(wanted: Any) -> _Convert:
    """From the TOML value to the field's own type."""
    if isinstance(wanted, UnionType):
        return _converter(get_args(wanted)[0])
    if get_origin(wanted) is tuple:
        inside = get_args(wanted)
        return partial(_several, _converter(inside[0]), 0 if inside[-1] is ... else len(inside))
    if wanted is Span:
        return _span
    if wanted is ScaleLevel:
        return _level
    if wanted is float:
        return _number
    return partial(_plain, wanted) if wanted in _IN_WORDS else partial(_member, wanted)


def _plain(wanted: type[Any], raw: Any) -> Any:
    if type(raw) is not wanted:
        raise ValueError(f"is {raw!r}, not {_IN_WORDS[wanted]}")
    return raw


def _number(raw: Any) -> float:
    if type(raw) not in (int, float):
        raise ValueError(f"is {raw!r}, not a number")
    return float(raw)


def _member(wanted: type[Enum], raw: Any) -> Enum:
    try:
        return wanted(raw)
    except ValueError:
        allowed = ", ".join(str(member.value) for member in wanted)
        raise ValueError(f"is {raw!r}, not one of {allowed}") from None


def _several(convert: _Convert, count: int, raw: Any) -> tuple[Any, ...]:
    """Names stand in one text with spaces between them, everything else in a list."""
    items = raw.split() if isinstance(raw, str) else raw
    if not isinstance(items, list):
        raise ValueError(f"is {raw!r}, not a list")
    if count and len(items) != count:
        raise ValueError(f"has {len(items)} values, not {count}")
    return tuple(convert(item) for item in items)


def _span(raw: Any) -> Span:
    low, high = _several(partial(_plain, int), 2, raw)
    if low > high:
        raise ValueError(f"runs from {low} down to {high}")
    return Span(low, high)


def _level(raw: Any) -> ScaleLevel:
    if not isinstance(raw, list):
        raise ValueError(f"holds {raw!r}, not a value with its word")
    level = _build(ScaleLevel, dict(zip(("value", "label", "text"), raw, strict=False)))
    return cast(ScaleLevel, level)
