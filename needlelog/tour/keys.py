"""The keyboard itself: characters into the field that has the focus, and other keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from needlelog.tour.count import Count
from needlelog.tour.failures import OutOfReach
from needlelog.tour.patience import until

_NONE = Qt.KeyboardModifier.NoModifier


class Keys:
    def __init__(self, count: Count) -> None:
        self._count = count

    def type(self, text: str) -> None:
        """Every character as a key of whatever keyboard has it."""
        until(self._is_in_field, f"the keyboard to be in a field, for “{text}”")
        for character in text:
            self._count.typed += 1
            QTest.sendKeyEvent(
                QTest.KeyAction.Click, self._window(), _code(character), character, _NONE
            )

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = _NONE) -> None:
        """One key, with those held down beside it."""
        self._count.keys += 1
        QTest.keyClick(self._window(), key, modifier)

    def _is_in_field(self) -> bool:
        return isinstance(self.focused(), QLineEdit | QPlainTextEdit)

    def focused(self) -> QWidget | None:
        return QApplication.focusWidget()

    def _window(self) -> QWindow:
        window = QApplication.activeWindow()
        if window is None:
            raise OutOfReach("no window has the keyboard")
        return window.windowHandle()


def _code(character: str) -> Qt.Key:
    """Letters and digits of ASCII have keys of their own, all others are text alone."""
    if character.isascii() and character.isprintable():
        return Qt.Key(ord(character.upper()))
    return Qt.Key.Key_unknown
