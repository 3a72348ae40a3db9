"""What every sheet of the chair has in common: a column that scrolls, and how it tells a change."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from needlelog.domain.session import NeedlingSession
from needlelog.ui import theme
from needlelog.ui.widgets.labels import PlainLabel
from needlelog.ui.widgets.page_buttons import PageButtons
from needlelog.ui.widgets.tab_order import order_tab_stops

_WIDTH_PX = 560
_LEAST_HEIGHT_PX = 120
_BESIDE_SCROLL_BAR_PX = 16


class SheetContent(QWidget):
    """Values in by `show_session`, new sessions out by signals; it saves nothing itself."""

    changed = Signal(str, object)
    """A tap: code of the undo step, the new NeedlingSession."""
    typed = Signal(str, object)
    """The same for typing, which is saved after a pause."""
    done = Signal()
    """Nothing more to do here."""

    def __init__(self, session: NeedlingSession) -> None:
        super().__init__()
        self._session = session
        self._scroll = _ScrollColumn()
        self.pages = PageButtons(self._scroll.verticalScrollBar())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._scroll, 1)
        row.addWidget(self.pages)

    @property
    def body(self) -> QVBoxLayout:
        """The column the parts are put into."""
        return self._scroll.body

    def show_session(self, session: NeedlingSession) -> None:
        """Show the session as it stands; what is being typed stays as it is typed."""
        self._session = session
        self._show()
        self._order_tab_stops()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._order_tab_stops()

    def _show(self) -> None:
        """Fill the parts; every sheet does it in its own way."""
        raise NotImplementedError

    def _tapped(self, what: str, session: NeedlingSession) -> None:
        """Tell of a tap."""
        self.show_session(session)
        self.changed.emit(what, session)

    def _wrote(self, what: str, session: NeedlingSession) -> None:
        """Tell of typing; white space that isn't kept is not told."""
        if session != self._session:
            self.show_session(session)
            self.typed.emit(what, session)

    def _order_tab_stops(self) -> None:
        order_tab_stops(self.body)


class _ScrollColumn(QScrollArea):
    """As high as what is in it, and less where the window ends: then it scrolls."""

    def __init__(self) -> None:
        super().__init__()
        inside = QWidget()
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(3, 3, _BESIDE_SCROLL_BAR_PX, 3)  # room for the focus ring
        self.body.setSpacing(12)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()  # or the sheet would stay as high as it was before
        return super().eventFilter(watched, event)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        inside = self.body.totalHeightForWidth(width)
        return inside if inside >= 0 else self.body.totalSizeHint().height()

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH_PX, self.heightForWidth(_WIDTH_PX))

    def minimumSizeHint(self) -> QSize:
        return QSize(320, _LEAST_HEIGHT_PX)


def caption(text: str) -> PlainLabel:
    """What the controls under it are about."""
    return PlainLabel(text, "card", wrap=True)


def information(text: str = "") -> PlainLabel:
    """What sources say or what to know: nothing to answer."""
    label = PlainLabel(text, wrap=True)
    label.setFont(theme.font(16))
    label.set_ink("ink2")
    return label


def side_by_side(*parts: QWidget, gap: int = 12, stretches: tuple[int, ...] = ()) -> QLayout:
    """Parts in one row, equally wide unless told otherwise."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(gap)
    for index, part in enumerate(parts):
        row.addWidget(part, stretches[index] if stretches else 1)
    return row
