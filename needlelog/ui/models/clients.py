"""All clients as a table: their order in memory, their rows a page at a time."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from needlelog.domain.client_list import Column, Listing
from needlelog.ui.models import client_rows
from needlelog.ui.models.client_columns import title
from needlelog.ui.models.client_rows import PAGE, Again, ReadyRow, Rows
from needlelog.ui.tasks import Tasks
from needlelog.ui.widgets.row_table import CELL, Cell

KEPT_PAGES = 40
Index = QModelIndex | QPersistentModelIndex


class ClientsModel(QAbstractTableModel):
    """Asks one thing at a time, the newest first; what was overtaken meanwhile is dropped.

    The first page is asked before the order of all: it is shown as soon among a hundred thousand
    clients as among ten.
    """

    begun = Signal()
    """Another list begins: its first page is there."""
    counted = Signal()
    """All of the list is known, again after every save."""

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.columns: tuple[Column, ...] = (Column.NAME,)
        self.listing = Listing()
        self._is_begun = False
        self._is_stale = False
        self._is_reading = False
        self._numbers: array[int] | None = None
        self._pages: OrderedDict[int, Rows] = OrderedDict()
        self._wanted = range(1)

    # ------------------------------------------------------------------------- what is asked

    def show_listing(self, listing: Listing) -> None:
        """Another list; what stood there stays until the first page of it is there."""
        self.listing = listing
        self._is_begun = False
        self._read_on()

    def refresh(self) -> None:
        """The same list, after something was saved."""
        self._is_stale = True
        self._read_on()

    def need(self, first: int, last: int) -> None:
        """These rows are on the screen; the page after them is fetched too."""
        self._wanted = range(first // PAGE, last // PAGE + 2)
        self._read_on()

    def show_columns(self, columns: Sequence[Column]) -> None:
        self.beginResetModel()
        self.columns = tuple(columns)
        self.endResetModel()

    def count(self) -> int | None:
        """How many clients are on the list; None until all of it is known."""
        return len(self._numbers) if self._numbers is not None and self._is_begun else None

    def is_begun(self) -> bool:
        """Whether what stands there is the list that was asked for last."""
        return self._is_begun

    def row(self, place: int) -> ReadyRow | None:
        """What stands there, if it is there already."""
        rows = self._pages.get(place // PAGE, ())
        within = place % PAGE
        return rows[within] if within < len(rows) else None

    # ------------------------------------------------------------------------------ Qt's own

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  the default is Qt's
        if parent.isValid():
            return 0
        return len(self._pages.get(0, ())) if self._numbers is None else len(self._numbers)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  the default is Qt's
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in _ROLES:
            return None
        row = self.row(index.row())
        cell = row.cells[self.columns[index.column()]] if row else None
        if role == CELL:
            return cell
        return self._said(cell, index.column(), role)

    def _said(self, cell: Cell | None, column: int, role: int) -> str:
        if cell is None:
            return ""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return cell.text
        words = cell.spoken or cell.text
        what = self.columns[column]
        return words if what is Column.NAME else f"{title(what)}: {words}"

    # --------------------------------------------------------------------------- what is read

    def _read_on(self) -> None:
        if self._is_reading:
            return
        if not self._is_begun:
            work: Any = partial(client_rows.begins, listing=self.listing)
            self._read(work, partial(self._on_begins, self.listing))
        elif self._is_stale:
            self._is_stale = False
            work = partial(client_rows.again, listing=self.listing, wanted=tuple(self._wanted))
            self._read(work, partial(self._on_again, self.listing))
        elif self._numbers is None:
            work = partial(client_rows.order, listing=self.listing)
            self._read(work, partial(self._on_order, self.listing))
        else:
            self._read_page(self._numbers)

    def _read_page(self, numbers: array[int]) -> None:
        for place in self._wanted:
            those = client_rows.page_of(numbers, place)
            if those and place not in self._pages:
                work = partial(client_rows.page, numbers=those)
                self._read(work, partial(self._on_page, numbers, place))
                return

    def _read(self, work: Any, then: Any) -> None:
        self._is_reading = True
        self._tasks.read(self, work, partial(self._on_answer, then), self._on_failed)

    def _on_answer(self, then: Any, answer: Any) -> None:
        self._is_reading = False
        then(answer)
        self._read_on()

    def _on_failed(self, error: Any) -> None:
        # What stands there stays; the next look at the list asks anew.
        self._is_reading = False
        self._is_begun = True
        self._tasks.failed.emit(error)

    def _on_begins(self, listing: Listing, rows: Rows) -> None:
        if listing != self.listing:
            return
        self.beginResetModel()
        self._is_begun, self._is_stale = True, False
        self._numbers = None
        self._pages.clear()
        self._pages[0] = rows
        self._wanted = range(2)
        self.endResetModel()
        self.begun.emit()

    def _on_order(self, listing: Listing, numbers: array[int]) -> None:
        if listing != self.listing or not self._is_begun:
            return
        there = self.rowCount()
        if len(numbers) > there:
            self.beginInsertRows(QModelIndex(), there, len(numbers) - 1)
            self._numbers = numbers
            self.endInsertRows()
        else:
            self._numbers = numbers
        self.counted.emit()

    def _on_again(self, listing: Listing, answer: Again) -> None:
        if listing != self.listing or not self._is_begun:
            return
        is_another = answer.numbers != self._numbers
        if is_another:
            self.beginResetModel()
        self._numbers = answer.numbers
        self._pages = OrderedDict(answer.pages)
        if is_another:
            self.endResetModel()
        else:
            self._tell(0, self.rowCount())
        self.counted.emit()

    def _on_page(self, numbers: array[int], place: int, rows: Rows) -> None:
        if numbers is not self._numbers:
            return
        self._pages[place] = rows
        for wanted in self._wanted:
            if wanted in self._pages:
                self._pages.move_to_end(wanted)
        while len(self._pages) > KEPT_PAGES:
            self._pages.popitem(last=False)
        self._tell(place * PAGE, place * PAGE + len(rows))

    def _tell(self, first: int, end: int) -> None:
        if end <= first:
            return
        last = self.index(end - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(first, 0), last)


_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    CELL,
)
