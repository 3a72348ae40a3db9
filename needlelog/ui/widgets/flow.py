"""A layout that puts widgets side by side and begins a new row where the room ends."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from shiboken6 import isValid


class FlowLayout(QLayout):
    """Rows of widgets at their own widths; a widget wider than the room is given the whole row."""

    def __init__(self, parent: QWidget | None = None, gap: int = 8, row_gap: int = 8) -> None:
        super().__init__(parent)
        self.setContentsMargins(QMargins(0, 0, 0, 0))
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._row_gap = row_gap

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def sizeHint(self) -> QSize:
        """Everything in one row."""
        hints = [item.sizeHint() for item in self._shown()]
        width = sum(hint.width() for hint in hints) + self._gap * max(0, len(hints) - 1)
        height = max((hint.height() for hint in hints), default=0)
        return self._with_margins(QSize(width, height))

    def minimumSize(self) -> QSize:
        """The widest of the smallest widgets."""
        smallest = QSize(0, 0)
        for item in self._shown():
            smallest = smallest.expandedTo(item.minimumSize())
        return self._with_margins(smallest)

    def _shown(self) -> list[QLayoutItem]:
        # Qt asks for the height once more while the window round it is being taken down.
        return [item for item in self._items if isValid(item) and not item.isEmpty()]

    def _with_margins(self, size: QSize) -> QSize:
        margins = self.contentsMargins()
        return size.grownBy(margins)

    def _arrange(self, rect: QRect, place: bool) -> int:
        inside = rect.marginsRemoved(self.contentsMargins())
        x, y, row_height = inside.x(), inside.y(), 0
        for item in self._shown():
            width = min(item.sizeHint().width(), max(inside.width(), item.minimumSize().width()))
            tall = item.hasHeightForWidth()
            height = item.heightForWidth(width) if tall else item.sizeHint().height()
            if row_height and x + width > inside.x() + inside.width():
                x, y, row_height = inside.x(), y + row_height + self._row_gap, 0
            if place:
                spot = QRect(QPoint(x, y), QSize(width, height))
                item.setGeometry(self._mirrored(spot, inside))
            x += width + self._gap
            row_height = max(row_height, height)
        return y + row_height - rect.y() + self.contentsMargins().bottom()

    def _mirrored(self, spot: QRect, within: QRect) -> QRect:
        parent = self.parentWidget()
        if parent is None or parent.layoutDirection() is Qt.LayoutDirection.LeftToRight:
            return spot
        mirrored = QRect(spot)
        mirrored.moveLeft(within.left() + within.right() - spot.right())
        return mirrored
