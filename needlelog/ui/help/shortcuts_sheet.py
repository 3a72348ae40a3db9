"""'All shortcuts', as a sheet: the table of actions and the keys that are the same everywhere."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from needlelog.i18n import _
from needlelog.ui.actions.action import Group, group_words
from needlelog.ui.actions.key_names import caps
from needlelog.ui.actions.keymap import Keymap
from needlelog.ui.help.help_sheet import key_line
from needlelog.ui.help.over_window import reading_sheet
from needlelog.ui.widgets.labels import PlainLabel
from needlelog.ui.widgets.sheet import Sheet

_WIDE, _NARROW = 940, 520
_TWO_COLUMNS_FROM = 1200

Lines = list[tuple[str, tuple[str, ...]]]


def shortcuts_sheet(window: QWidget, keymap: Keymap) -> Sheet:
    is_wide = window.width() >= _TWO_COLUMNS_FROM
    columns = [_column(), _column()] if is_wide else [_column()]
    for number, (title, lines) in enumerate(_groups(keymap)):
        # The second group is the longest: it begins the second column.
        column = columns[0 if number in (0, 1, 5) or not is_wide else 1]
        column.addLayout(_group(title, lines))
    content = QWidget()
    side_by_side = QHBoxLayout(content)
    side_by_side.setContentsMargins(0, 0, 12, 0)
    side_by_side.setSpacing(40)
    for column in columns:
        column.addStretch(1)
        side_by_side.addLayout(column, 1)
    return reading_sheet(window, _("All shortcuts"), content, _WIDE if is_wide else _NARROW)


def _groups(keymap: Keymap) -> list[tuple[str, Lines]]:
    found = [(group_words(group), _of_group(keymap, group)) for group in Group]
    return [*((title, lines) for title, lines in found if lines), (_("Everywhere"), _everywhere())]


def _of_group(keymap: Keymap, group: Group) -> Lines:
    with_keys = [one for one in keymap.actions if one.group is group and keymap.keys(one)]
    return [(one.words, caps(keymap.keys(one))) for one in with_keys]


def _everywhere() -> Lines:
    return [
        (_("Next control"), (_("Tab"),)),
        (_("Control before"), (_("Shift"), _("Tab"))),
        (_("Press a button"), (_("Enter"),)),
        (_("Choose, tick, paint a zone"), (_("Space"),)),
        (_("Within a list, a choice or a number"), ("↑", "↓")),
        (_("Close what lies on top, or go back"), (_("Esc"),)),
    ]


def _group(title: str, lines: Lines) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(8)
    column.addWidget(PlainLabel(title, "heading"))
    for words, keys in lines:
        column.addLayout(key_line(words, keys))
    return column


def _column() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(22)
    column.setAlignment(Qt.AlignmentFlag.AlignTop)
    return column
