"""A long list whose rows are as good as buttons: a tap anywhere on one opens it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QScroller,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
)

from needlelog.ui import metrics, theme
from needlelog.ui.widgets.labels import plain_tooltip

CELL_PX = 15
CELL_PADDING = 8
CELL = int(Qt.ItemDataRole.UserRole)
"""The role under which a model gives its Cell; None while the row is still being read."""
_LINE_PX = 24
_WAITING_PX = 10


@dataclass(frozen=True, slots=True)
class Cell:
    """One word of a row. `spoken` where the sign on the screen says nothing aloud."""

    text: str
    ink: str = "ink2"
    weight: int = 400
    spoken: str = ""


class RowTable(QTableView):
    """Up and down by arrows, Enter opens; letters go to whoever filters the list."""

    chosen = Signal(int)
    """The place of a row that was tapped, or on which Enter was pressed."""
    typed = Signal(str)
    shown_rows = Signal(int, int)
    """First and last row on the screen."""
    resized = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._hovered = -1
        self._pressed = -1
        self._cells = _Cells(self)
        self.setItemDelegate(self._cells)
        self._dress()
        self.verticalScrollBar().valueChanged.connect(self._on_moved)

    def show_model(self, model: QAbstractItemModel) -> None:
        self.setModel(model)
        model.modelReset.connect(self.tell_rows)
        model.rowsInserted.connect(self.tell_rows)

    def tell_rows(self) -> None:
        """Say again which rows are on the screen."""
        room = self.viewport().height()
        first = self.rowAt(0)
        if first >= 0:
            self.shown_rows.emit(first, min(first + room // _row_height() + 1, self._last()))

    def is_hovered(self, row: int) -> bool:
        return row == self._hovered

    def is_pressed(self, row: int) -> bool:
        return row == self._pressed

    # ------------------------------------------------------------------------------ Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.verticalHeader().setDefaultSectionSize(_row_height())
        super().resizeEvent(event)
        self.resized.emit()
        self.tell_rows()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if row >= 0:
                    self.chosen.emit(row)
            case Qt.Key.Key_Home:
                self.go_to(0)
            case Qt.Key.Key_End:
                self.go_to(self._last())
            case Qt.Key.Key_Down if row < 0:
                self.go_to(0)
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                pass  # a row is one thing
            case _ if _is_text(event):
                self.typed.emit(event.text())
            case _:
                super().keyPressEvent(event)

    def go_to(self, row: int) -> None:
        if 0 <= row <= self._last():
            self.setCurrentIndex(self.model().index(row, 0))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._pressed = self._row_at(event.position().toPoint())
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, -1
        self.viewport().update()
        is_left = event.button() is Qt.MouseButton.LeftButton
        if is_left and pressed >= 0 and pressed == self._row_at(event.position().toPoint()):
            self.chosen.emit(pressed)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        # Not to the view: it would draw the current row along with the pointer.
        self._hover(self._row_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    # --------------------------------------------------------------------------------- parts

    def _on_moved(self) -> None:
        self._hover(-1)
        self.tell_rows()

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            self._hovered = row
            self.viewport().update()

    def _row_at(self, place: QPoint) -> int:
        return self.rowAt(place.y()) if self.viewport().rect().contains(place) else -1

    def _last(self) -> int:
        return self.model().rowCount() - 1

    def _dress(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.horizontalHeader().setMinimumSectionSize(1)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(_row_height())
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)


class _Cells(QStyledItemDelegate):
    """Paints a cell by hand: the style sheet would take ten times as long for a full window."""

    def __init__(self, table: RowTable) -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(option.rect.width(), _row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        colour = theme.current().color
        rect = option.rect
        fill = self._fill(index.row())
        if fill:
            painter.fillRect(rect, colour(fill))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colour("line"))
        cell = index.data(CELL)
        words = rect.adjusted(CELL_PADDING, 0, -CELL_PADDING, 0)
        if cell is None:
            _paint_waiting(painter, words, colour("line"))
        else:
            painter.setPen(colour(cell.ink))
            _paint_words(painter, words, cell, option.direction)
        painter.restore()

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: _Index,
    ) -> bool:
        """What is cut off is said whole."""
        cell = index.data(CELL)
        room = option.rect.width() - 2 * CELL_PADDING
        cut = cell is not None and _elided(cell, room) != cell.text
        whole = plain_tooltip(index.data(Qt.ItemDataRole.ToolTipRole) or "") if cut else ""
        QToolTip.showText(event.globalPos(), whole, view)
        return True

    def _fill(self, row: int) -> str:
        table = self._table
        is_current = table.hasFocus() and row == table.currentIndex().row()
        if is_current or table.is_pressed(row):
            return "accent-soft"
        return "sunken" if table.is_hovered(row) else ""


def _row_height() -> int:
    return metrics.tall(52, metrics.px(_LINE_PX))


def _is_text(event: QKeyEvent) -> bool:
    held = event.modifiers() & ~(
        Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    )
    text = event.text()
    return held is Qt.KeyboardModifier.NoModifier and text.isprintable() and bool(text.strip())


def _font(cell: Cell) -> QFont:
    return theme.font(CELL_PX + 1 if cell.weight > 500 else CELL_PX, cell.weight)


def _elided(cell: Cell, room: int) -> str:
    return QFontMetrics(_font(cell)).elidedText(cell.text, Qt.TextElideMode.ElideRight, room)


def _paint_words(painter: QPainter, room: QRect, cell: Cell, direction: Qt.LayoutDirection) -> None:
    # A name of another script stays at the edge where all the names begin.
    painter.setLayoutDirection(direction)
    painter.setFont(_font(cell))
    painter.drawText(room, _AT_THE_NEAR_EDGE, _elided(cell, room.width()))


def _paint_waiting(painter: QPainter, room: QRect, colour: QColor) -> None:
    """A bar where words will stand."""
    middle = room.center().y() - _WAITING_PX // 2
    painter.fillRect(room.left(), middle, room.width() * 3 // 5, _WAITING_PX, colour)


_Index = QModelIndex | QPersistentModelIndex
_AT_THE_NEAR_EDGE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
