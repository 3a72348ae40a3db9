"""Which keys do what on this computer: as they ship, or as somebody chose."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence

from needlelog.errors import BadValue
from needlelog.i18n import _
from needlelog.ui.actions.action import Action
from needlelog.ui.actions.key_names import shown
from needlelog.ui.actions.table import table

_FIELDS_NEED = ("Ctrl+C", "Ctrl+X", "Ctrl+V", "Ctrl+A", "Ctrl+Z", "Ctrl+Shift+Z")


class Keymap(QObject):
    """Always whole: an unknown name or keys that clash are passed over."""

    changed = Signal()

    def __init__(self, own: Mapping[str, str]) -> None:
        super().__init__()
        self.actions = table()
        self._own: dict[str, str] = {}
        for action in self.actions:
            keys = _spelled(own.get(action.code, ""))
            if keys and not _refused(action, keys):
                self._own[action.code] = keys
        while clash := next(filter(self._clashes, self.actions), None):
            del self._own[clash.code]

    @property
    def own(self) -> dict[str, str]:
        """Keys by code of action, where somebody chose others than those that ship."""
        return dict(self._own)

    def keys(self, action: Action) -> str:
        """In Qt's portable spelling; '' for none."""
        return self._own.get(action.code, action.keys)

    def is_own(self, action: Action) -> bool:
        return action.code in self._own

    def choose(self, action: Action, keys: str) -> None:
        """Other keys from now on. BadValue, and nothing changes, when they can't be these."""
        keys = _spelled(keys)
        refused = _refused(action, keys)
        if refused:
            raise BadValue(refused)
        rival = self._rival(action, keys)
        if rival is not None:
            raise BadValue(
                _("{keys} is taken by “{action}”. Nothing was changed; try other keys.").format(
                    keys=shown(keys), action=rival.words
                )
            )
        self._own[action.code] = keys
        if keys == action.keys:
            del self._own[action.code]
        self.changed.emit()

    def reset(self, action: Action) -> None:
        """Back to the keys that ship. BadValue when another action has them by now."""
        self.choose(action, action.keys)

    def reset_all(self) -> None:
        self._own.clear()
        self.changed.emit()

    def _clashes(self, action: Action) -> bool:
        return self.is_own(action) and self._rival(action, self.keys(action)) is not None

    def _rival(self, action: Action, keys: str) -> Action | None:
        """Who has these keys in a place where this action can be done too."""
        others = (other for other in self.actions if keys and other.code != action.code)
        return next((one for one in others if self.keys(one) == keys and one.meets(action)), None)


def _spelled(keys: str) -> str:
    """One spelling for what can be spelled in several ways; '' for what are no keys."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText)


def _refused(action: Action, keys: str) -> str:
    if keys == action.keys:
        return ""
    if not keys or not _is_free(keys):
        return _("That key is needed for typing and moving. Hold Ctrl or Alt, or take F1 to F12.")
    if keys in _FIELDS_NEED and not action.is_of_fields_too:
        return _("Fields need {keys} while somebody types. Try other keys.").format(
            keys=shown(keys)
        )
    return ""


def _is_free(keys: str) -> bool:
    """Whether no control and no field needs the key itself."""
    held = {*keys.split("+")[:-1]}
    is_function_key = keys.rsplit("+", 1)[-1][:1] == "F" and keys.rsplit("+", 1)[-1][1:].isdigit()
    return bool(held & {"Ctrl", "Alt", "Meta"}) or is_function_key
