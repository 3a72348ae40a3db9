"""The keyboard's and the screen reader's hold on the zones of a map."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from needlelog import catalogue
from needlelog.i18n import _
from needlelog.ui.widgets.map_paths import ZonePath

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}

_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_SAME_AS_BEFORE = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


class ZoneKey(QAbstractButton):
    """An unseen button over one zone: the map paints it, pointers pass through it.

    A real button brings name, role, focus and the press action to assistive technology.
    """

    arrow_pressed = Signal(int, int)
    focus_shown = Signal()
    """Focus came by keyboard: only then it is shown."""
    focus_gone = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.zone = ""
        self._came_by_keyboard = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setProperty("paints_own_focus", True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The map paints the zone and its focus."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() not in _SAME_AS_BEFORE:
            self._came_by_keyboard = event.reason() in _BY_KEYBOARD
        if self._came_by_keyboard:
            self.focus_shown.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_gone.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        arrow = _ARROWS.get(Qt.Key(event.key()))
        if arrow is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.arrow_pressed.emit(*arrow)
        elif event.key() == Qt.Key.Key_Space and not event.modifiers():
            super().keyPressEvent(event)
        else:
            event.ignore()  # every other key is the screen's


class ZoneKeys(QObject):
    """One key for every zone of the map that is shown, in the order of every list of zones.

    As many as the fullest map has are made once: so they keep their place in the tab order.
    """

    pressed = Signal(str)
    focus_moved = Signal(object)
    """The zone the keyboard is on, None when it left."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        most = max(len(view.zones) for view in catalogue.maps().values())
        self._keys = tuple(ZoneKey(parent) for _index in range(most))
        self._count = 0
        for key in self._keys:
            key.clicked.connect(partial(self._on_clicked, key))
            key.arrow_pressed.connect(partial(self._on_arrow, key))
            key.focus_shown.connect(partial(self._on_focus_shown, key))
            key.focus_gone.connect(partial(self.focus_moved.emit, None))

    @property
    def shown(self) -> tuple[ZoneKey, ...]:
        return self._keys[: self._count]

    @property
    def focused(self) -> str | None:
        return next((key.zone for key in self.shown if key.hasFocus()), None)

    def show_zones(self, zones: Sequence[ZonePath]) -> None:
        self._count = len(zones)
        for key, zone in zip(self._keys, zones, strict=False):
            key.zone = zone.code
            key.setAccessibleName(_(zone.facing_name))
        for index, key in enumerate(self._keys):
            key.setVisible(index < self._count)

    def _on_clicked(self, key: ZoneKey) -> None:
        self.pressed.emit(key.zone)

    def _on_focus_shown(self, key: ZoneKey) -> None:
        self.focus_moved.emit(key.zone)

    def _on_arrow(self, key: ZoneKey, x: int, y: int) -> None:
        towards = _nearest_towards(key, self.shown, (x, y))
        if towards is not None:
            towards.setFocus(Qt.FocusReason.TabFocusReason)


def _nearest_towards(
    here: ZoneKey, keys: Sequence[ZoneKey], arrow: tuple[int, int]
) -> ZoneKey | None:
    """Where an arrow key goes: the nearest zone on that side, straight ahead before askew."""
    x, y = arrow
    best: tuple[int, ZoneKey] | None = None
    for key in keys:
        way = key.geometry().center() - here.geometry().center()
        ahead = way.x() * x + way.y() * y
        askew = abs(way.x() * y) + abs(way.y() * x)
        if ahead > 0 and (best is None or ahead + 2 * askew < best[0]):
            best = (ahead + 2 * askew, key)
    return best[1] if best else None
