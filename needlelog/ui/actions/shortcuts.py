"""The keys of the window; no other shortcut is made anywhere."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from needlelog.ui.actions.keymap import Keymap


class Shortcuts(QObject):
    """One for each combination of keys: what it means is asked when it is pressed."""

    pressed = Signal(str)
    """The keys, in Qt's portable spelling."""

    def __init__(self, window: QWidget, keymap: Keymap) -> None:
        super().__init__(window)
        self._window = window
        self._keymap = keymap
        self._made: list[QShortcut] = []
        self._is_on = True
        self._make()
        keymap.changed.connect(self._make)

    def set_on(self, is_on: bool) -> None:
        """Off while all keys belong to what lies over the window."""
        self._is_on = is_on
        for shortcut in self._made:
            shortcut.setEnabled(is_on)

    def put_away(self) -> None:
        """No key does anything any more."""
        self.set_on(False)
        for shortcut in self._made:
            shortcut.deleteLater()
        self._made = []
        self.deleteLater()

    def _make(self) -> None:
        for shortcut in self._made:
            shortcut.setEnabled(False)  # it goes only when the event loop comes round
            shortcut.deleteLater()
        keys = {self._keymap.keys(one) for one in self._keymap.actions}
        self._made = [self._one(one) for one in sorted(keys - {""})]

    def _one(self, keys: str) -> QShortcut:
        shortcut = QShortcut(self._window)
        shortcut.setKeys(_spellings(keys))
        shortcut.setAutoRepeat(False)
        shortcut.setEnabled(self._is_on)
        told = partial(self.pressed.emit, keys)
        shortcut.activated.connect(told)
        shortcut.activatedAmbiguously.connect(told)  # where '?' is one key and two at once
        return shortcut


def _spellings(keys: str) -> list[QKeySequence]:
    """The same keys by the number pad, and a sign that some keyboards have above another."""
    found = [keys]
    if keys.endswith("Return"):
        found.append(keys.removesuffix("Return") + "Enter")
    if len(keys) == 1 and not keys.isalnum():
        found.append(f"Shift+{keys}")
    return [QKeySequence(one) for one in found]
