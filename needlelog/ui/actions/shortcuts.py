"""The keys of the window; no other shortcut is made anywhere."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from needlelog.ui.actions.keymap import Keymap

_FIELDS = (QLineEdit, QPlainTextEdit)


class Shortcuts(QObject):
    """One for each combination of keys: what it means is asked when it is pressed."""

    pressed = Signal(str)
    """The keys, in Qt's portable spelling."""

    def __init__(self, window: QWidget, keymap: Keymap) -> None:
        super().__init__(window)
        self._window = window
        self._keymap = keymap
        self._made: list[QShortcut] = []
        self._before_fields: set[str] = set()
        self._watched: QWidget | None = None
        self._is_on = True
        self._make()
        keymap.changed.connect(self._make)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        keys = QKeySequence(event.keyCombination())
        is_ours = self._is_on and keys.toString(_PORTABLE) in self._before_fields
        if is_ours:
            # Some systems give fields Ctrl+K and others of their own; the window's come first.
            event.ignore()
        return is_ours

    def _make(self) -> None:
        for shortcut in self._made:
            shortcut.setEnabled(False)  # it goes only when the event loop comes round
            shortcut.deleteLater()
        actions = [one for one in self._keymap.actions if self._keymap.keys(one)]
        self._before_fields = {
            self._keymap.keys(one) for one in actions if not one.leaves_fields_alone
        }
        self._made = [self._one(keys) for keys in {self._keymap.keys(one) for one in actions}]

    def _one(self, keys: str) -> QShortcut:
        shortcut = QShortcut(self._window)
        shortcut.setKeys(_spellings(keys))
        shortcut.setAutoRepeat(False)
        shortcut.setEnabled(self._is_on)
        told = partial(self.pressed.emit, keys)
        shortcut.activated.connect(told)
        shortcut.activatedAmbiguously.connect(told)  # where '?' is one key and two at once
        return shortcut

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        belongs = isinstance(new, _FIELDS) and new.window() is self._window
        self._watched = new if belongs else None
        if self._watched is not None:
            self._watched.installEventFilter(self)


def _spellings(keys: str) -> list[QKeySequence]:
    """The same keys by the number pad, and a sign that some keyboards have above another."""
    found = [keys]
    if keys.endswith("Return"):
        found.append(keys.removesuffix("Return") + "Enter")
    if len(keys) == 1 and not keys.isalnum():
        found.append(f"Shift+{keys}")
    return [QKeySequence(one) for one in found]


_PORTABLE = QKeySequence.SequenceFormat.PortableText
