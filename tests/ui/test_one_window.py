"""A later start on the same records asks the first window to come to the front."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from needlelog.ui import one_window
from needlelog.ui.one_window import RaiseRequests, channel_name, raise_the_other


def test_a_later_start_is_heard(qtbot: QtBot, tmp_path: Path) -> None:
    records = str(tmp_path / "records.db")
    requests = RaiseRequests(records)
    with qtbot.waitSignal(requests.asked):
        answered = raise_the_other(records)

    assert answered


def test_programs_on_other_records_are_left_alone(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(one_window, "ANSWER_WITHIN_MS", 60)
    requests = RaiseRequests(str(tmp_path / "records.db"))
    with qtbot.assertNotEmitted(requests.asked, wait=50):
        answered = raise_the_other(str(tmp_path / "others.db"))

    assert not answered


def test_the_name_of_the_channel_tells_nothing_of_the_records() -> None:
    assert "Linden" not in channel_name("Linden Skin Studio.db")
