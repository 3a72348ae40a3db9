"""Keys of one's own: each does one thing in one place."""

from __future__ import annotations

import pytest

from needlelog.errors import BadValue
from needlelog.ui.actions.action import Action
from needlelog.ui.actions.key_names import caps, shown
from needlelog.ui.actions.keymap import Keymap


def action(keymap: Keymap, code: str) -> Action:
    return next(one for one in keymap.actions if one.code == code)


def test_other_keys_take_the_place_of_those_that_ship() -> None:
    keymap = Keymap({"new_client": "Ctrl+J"})
    assert keymap.keys(action(keymap, "new_client")) == "Ctrl+J"
    keymap.choose(action(keymap, "new_client"), "F8")
    assert keymap.own == {"new_client": "F8"}
    keymap.reset(action(keymap, "new_client"))
    assert keymap.own == {}


def test_taken_keys_are_refused_with_the_name_of_who_has_them() -> None:
    keymap = Keymap({})
    with pytest.raises(BadValue, match=r"Ctrl\+N is taken by “New session”. Nothing was changed"):
        keymap.choose(action(keymap, "go_chair"), "Ctrl+N")
    assert keymap.own == {}


def test_keys_are_free_where_the_other_action_never_is() -> None:
    keymap = Keymap({})
    keymap.choose(action(keymap, "save_client"), "Ctrl+R")  # 'Repeat last' is not of the form
    assert keymap.own == {"save_client": "Ctrl+R"}


def test_keys_given_up_can_be_taken_and_then_not_reset_to() -> None:
    keymap = Keymap({})
    keymap.choose(action(keymap, "find"), "F7")
    keymap.choose(action(keymap, "help"), "Ctrl+K")
    with pytest.raises(BadValue, match="Help for this screen"):
        keymap.reset(action(keymap, "find"))
    keymap.reset_all()
    assert keymap.own == {}


@pytest.mark.parametrize(
    ("keys", "why"),
    [
        ("N", "needed for typing"),
        ("Shift+N", "needed for typing"),
        ("Space", "needed for typing"),
        ("Return", "needed for typing"),
        ("Up", "needed for typing"),
        ("Ctrl+C", r"Fields need Ctrl\+C"),
        ("Ctrl+Z", r"Fields need Ctrl\+Z"),
    ],
)
def test_keys_that_fields_and_buttons_need_are_refused(keys: str, why: str) -> None:
    keymap = Keymap({})
    with pytest.raises(BadValue, match=why):
        keymap.choose(action(keymap, "about"), keys)


def test_keys_that_changed_hands_come_back_as_they_were_kept() -> None:
    kept = {"go_clients": "Ctrl+K", "find": "F7", "help": "Ctrl+Shift+N", "new_client": "F1"}
    assert Keymap(kept).own == kept


def test_a_settings_file_changed_by_hand_does_no_harm() -> None:
    keymap = Keymap(
        {"new_client": "Ctrl+N", "gone": "F9", "help": "Nonsense", "about": "Ctrl+K", "find": "x"}
    )
    assert keymap.own == {}


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("Ctrl+Shift+N", ("Ctrl", "Shift", "N")),
        ("Ctrl+Return", ("Ctrl", "Enter")),
        ("Ctrl++", ("Ctrl", "+")),
        ("?", ("?",)),
        ("", ()),
    ],
)
def test_keys_are_shown_as_caps(keys: str, expected: tuple[str, ...]) -> None:
    assert caps(keys) == expected
    assert shown(keys) == "+".join(expected)
