"""Keys: which ones do what at this computer."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from needlelog import settings
from needlelog.errors import BadValue
from needlelog.i18n import _
from needlelog.ui.actions.action import Action, Group, group_words
from needlelog.ui.actions.key_names import caps
from needlelog.ui.actions.keymap import Keymap
from needlelog.ui.screens.settings.key_button import KeyButton
from needlelog.ui.screens.settings.section import heading, section_column
from needlelog.ui.tasks import Tasks
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.card import Card
from needlelog.ui.widgets.key_caps import KeyCaps
from needlelog.ui.widgets.labels import PlainLabel


class KeysSection(QWidget):
    """What is pressed counts at once, and is kept for the next start."""

    def __init__(self, tasks: Tasks, keymap: Keymap) -> None:
        super().__init__()
        self._tasks = tasks
        self._keymap = keymap
        self.rows = {action.code: KeyRow(action) for action in keymap.actions}
        self.reset_all = ActionButton(_("Reset all"), icon="undo-2", height=48)
        self.reset_all.clicked.connect(self._on_reset_all)
        column = section_column(self)
        line = _("Of this computer only. Tap Change, then press the new keys together.")
        column.addLayout(heading(_("Keys"), line, self.reset_all))
        for group in Group:
            column.addWidget(self._card(group))
        column.addStretch(1)
        for row in self.rows.values():
            row.change.keys_pressed.connect(partial(self._on_pressed, row))
            row.reset.clicked.connect(partial(self._on_reset, row))
        self.begin()  # the first layout knows how wide the keys are

    def begin(self) -> None:
        for row in self.rows.values():
            row.show_keys(self._keymap)
        self.reset_all.setEnabled(bool(self._keymap.own))

    def _on_pressed(self, row: KeyRow, keys: str) -> None:
        self._choose(row, keys)

    def _on_reset(self, row: KeyRow) -> None:
        self._choose(row, row.action.keys)
        row.change.setFocus()

    def _choose(self, row: KeyRow, keys: str) -> None:
        self.begin()
        try:
            self._keymap.choose(row.action, keys)
        except BadValue as refused:
            row.say(str(refused))
        else:
            self._keep()

    def _on_reset_all(self) -> None:
        self._keymap.reset_all()
        self._keep()

    def _keep(self) -> None:
        self.begin()
        file = settings.settings_file()
        self._tasks.run(self, partial(settings.change, file, keys=self._keymap.own), _kept)

    def _card(self, group: Group) -> Card:
        card = Card(padding=20)
        card.body.setSpacing(6)
        card.body.addWidget(PlainLabel(group_words(group), "heading"))
        for row in self.rows.values():
            if row.action.group is group:
                card.body.addWidget(row)
        return card


class KeyRow(QWidget):
    """One action: its words, its keys, and other keys for it."""

    def __init__(self, action: Action) -> None:
        super().__init__()
        self.action = action
        self.caps = KeyCaps()
        self.change = KeyButton(action.words)
        name = _("Reset the keys of “{action}”").format(action=action.words)
        self.reset = ActionButton(icon="undo-2", kind="quiet", height=44, name=name)
        kept = self.reset.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # the keys stay below each other
        self.reset.setSizePolicy(kept)
        self.wrong = PlainLabel(role="label", wrap=True)
        self.wrong.set_ink("danger")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(PlainLabel(action.words, wrap=True), 1)
        row.addWidget(self.caps)
        row.addWidget(self.reset)
        row.addWidget(self.change)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.wrong)

    def show_keys(self, keymap: Keymap) -> None:
        self.caps.show_caps(caps(keymap.keys(self.action)))
        self.reset.setVisible(keymap.is_own(self.action))
        self.say("")

    def say(self, sentence: str) -> None:
        """Why the keys were not taken."""
        self.wrong.setText(sentence)
        self.wrong.setVisible(bool(sentence))
        self.change.setAccessibleDescription(sentence)


def _kept(_changed: settings.Settings) -> None:
    """Keys that were kept need no word; those that weren't are told by the window."""
