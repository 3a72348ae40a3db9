"""The columns of the list of clients: their titles, their widths, and which fit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtGui import QFontMetrics

from needlelog.domain.client_list import Column
from needlelog.i18n import _
from needlelog.ui import theme
from needlelog.ui.widgets.row_table import CELL_PADDING, CELL_PX
from needlelog.ui.widgets.sort_header import HeaderCell, header_width

USUAL = (
    *(Column.NAME, Column.BORN, Column.NUMBER, Column.PHONE),
    *(Column.LAST_SESSION, Column.SESSIONS, Column.NEXT),
)
NEWEST_FIRST = frozenset({Column.LAST_SESSION, Column.SESSIONS})
"""Sorted downwards by the first tap: who came last, and most."""

# The longest that usually stands there; a name takes the room that is left.
_SAMPLES = {
    Column.NAME: "WWWWWWWW, Wwwww",
    Column.BORN: "30-Mmm-1988 (88y)",
    Column.NUMBER: "C-100000",
    Column.PHONE: "+44 20 7946 0000",
    Column.LAST_SESSION: "30-Mmm-2026",
    Column.SESSIONS: "500",
    Column.NEXT: "30-Mmm-2026",
    Column.PHOTOTYPE: "VIII",
    Column.ALLERGIES: "Not recorded",
}


def title(column: Column) -> str:
    return {
        Column.NAME: _("Name"),
        Column.BORN: _("Born (age)"),
        Column.NUMBER: _("Number"),
        Column.PHONE: _("Phone"),
        Column.LAST_SESSION: _("Last session"),
        Column.SESSIONS: _("Sessions"),
        Column.NEXT: _("Next date"),
        Column.PHOTOTYPE: _("Phototype"),
        Column.ALLERGIES: _("Allergies"),
    }[column]


def fitting(chosen: Iterable[Column], room: int) -> tuple[HeaderCell, ...]:
    """The chosen columns that have room beside each other, the name over what is left.

    Nothing is ever scrolled sideways: the last ones stay away in a narrow window.
    """
    cells = [HeaderCell(column, title(column), _width(column)) for column in chosen]
    while len(cells) > 1 and _together(cells) > room:
        cells.pop()
    name, *others = cells
    return (HeaderCell(name.code, name.text, max(1, room - _together(others))), *others)


def from_text(text: str | None) -> tuple[Column, ...]:
    """The choice this computer kept; the name is always there and always first."""
    if text is None:
        return USUAL
    kept = [code for code in text.split(",") if code in set(Column)]
    return (Column.NAME, *dict.fromkeys(map(Column, filter(partial(str.__ne__, "name"), kept))))


def as_text(columns: Iterable[Column]) -> str:
    return ",".join(columns)


def _together(cells: Sequence[HeaderCell]) -> int:
    return sum(cell.width for cell in cells)


def _width(column: Column) -> int:
    text = QFontMetrics(theme.font(CELL_PX, 500)).horizontalAdvance(_SAMPLES[column])
    return max(text + 2 * CELL_PADDING, header_width(title(column)))
