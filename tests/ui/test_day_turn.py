"""Another day begins when it begins at the clinic, wherever the computer stands."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from pytestqt.qtbot import QtBot

from needlelog.ui import clock, day_turn
from needlelog.ui.day_turn import DayTurn, until_midnight_ms

HOUR = 3600 * 1000


@pytest.mark.parametrize(
    ("moment", "zone", "hours"),
    [
        (datetime(2026, 11, 23, 22, tzinfo=UTC), "Europe/London", 2),
        (datetime(2026, 11, 23, 22, tzinfo=UTC), "Asia/Tokyo", 17),
        (datetime(2026, 10, 25, 0, tzinfo=UTC), "Europe/London", 24),  # 25 hours long
        (datetime(2026, 3, 29, 0, tzinfo=UTC), "Europe/London", 23),
    ],
)
def test_midnight_is_the_clinics(moment: datetime, zone: str, hours: int) -> None:
    assert until_midnight_ms(moment, ZoneInfo(zone)) == hours * HOUR


def test_after_a_sleep_past_midnight_it_is_noticed(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(day_turn, "LOOK_AGAIN_MS", 5)
    monkeypatch.setattr(clock, "now", lambda: datetime(2026, 11, 23, 9, tzinfo=UTC))
    turn = DayTurn()
    turn.watch(ZoneInfo("UTC"))
    with qtbot.assertNotEmitted(turn.turned, wait=40):
        pass
    monkeypatch.setattr(clock, "now", lambda: datetime(2026, 11, 25, 9, tzinfo=UTC))
    with qtbot.waitSignal(turn.turned):
        pass
    with qtbot.assertNotEmitted(turn.turned, wait=40):
        pass
