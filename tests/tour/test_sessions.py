"""A whole session by one kind of input alone: no screen needs a second one."""

from __future__ import annotations

from PySide6.QtCore import Qt

from needlelog.tour.application import touch_screen
from needlelog.tour.arriving import add_client, fill_first_start
from needlelog.tour.count import Count
from needlelog.tour.hands import Finger, Hand, Keyboard, Mouse
from needlelog.tour.keys import Keys
from needlelog.tour.people import PRIYA
from needlelog.tour.stage import Stage
from needlelog.tour.treating import whole_session
from needlelog.ui.screens.today import Today


def client_shown(stage: Stage) -> None:
    """A client to start with; the names have to be typed, whatever comes after."""
    count = Count()
    keys = Keys(count)
    fill_first_start(keys)
    keys.press(Qt.Key.Key_Return)
    stage.until_shown(Today)
    add_client(stage, Mouse(count), keys, PRIYA)


def made_by(stage: Stage, hand: Hand) -> None:
    whole_session(stage, hand)
    facts = stage.client.facts
    assert facts is not None
    (session,) = facts.sessions
    assert session.is_signed
    assert {layer.depth_um for layer in session.done_layers} == {500, 1000, 1500}
    assert session.as_expected_at is not None


def test_by_mouse_alone(stage: Stage) -> None:
    client_shown(stage)
    count = Count()
    made_by(stage, Mouse(count))
    assert (count.typed, count.keys) == (0, 0)
    assert count.taps <= 20


def test_by_touch_alone(stage: Stage) -> None:
    client_shown(stage)
    count = Count()
    made_by(stage, Finger(count, touch_screen()))
    assert (count.typed, count.keys) == (0, 0)
    assert count.taps <= 20


def test_by_keyboard_alone(stage: Stage) -> None:
    client_shown(stage)
    count = Count()
    made_by(stage, Keyboard(Keys(count)))
    assert (count.taps, count.typed) == (0, 0)
