"""A button that waits for keys: 'Press the new keys'."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence

from needlelog.i18n import _
from needlelog.ui.widgets.buttons import ActionButton

_HELD = (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)


class KeyButton(ActionButton):
    """Esc, Tab, or a tap elsewhere, and everything stays as it was."""

    keys_pressed = Signal(str)
    """In Qt's portable spelling."""

    def __init__(self, action_words: str) -> None:
        super().__init__(_("Change"), icon="keyboard", height=44)
        self._name = _("Change the keys of “{action}”").format(action=action_words)
        self.is_waiting = False
        self.clicked.connect(self._wait)
        self._rest()

    def event(self, event: QEvent) -> bool:
        if self.is_waiting and event.type() is QEvent.Type.ShortcutOverride:
            event.accept()  # these keys are meant for the button, whatever they do otherwise
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.is_waiting:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self._rest()
        elif event.key() not in _HELD:
            self._rest()
            self.keys_pressed.emit(_spelled(event))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._rest()

    def _wait(self) -> None:
        self.is_waiting = True
        self.set_kind("primary")
        self.set_text(_("Press the new keys"))
        self.setFocus()

    def _rest(self) -> None:
        self.is_waiting = False
        self.set_kind("secondary")
        self.set_text(_("Change"), name=self._name)


def _spelled(event: QKeyEvent) -> str:
    keys = QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)
    sign = keys.removeprefix("Shift+")
    # Where a sign stands on the keyboard, above or below, is no matter of the sign.
    return sign if len(sign) == 1 and not sign.isalnum() else keys.replace("Enter", "Return")
