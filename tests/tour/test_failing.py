"""A tour that can't go on says where it ended and shows it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QThread, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from needlelog.tour import reach
from needlelog.tour.application import heard_bugs
from needlelog.tour.camera import Camera
from needlelog.tour.failures import TourFailed
from needlelog.tour.pulse import Pulse
from needlelog.tour.stage import Stage
from needlelog.tour.tour import Tour
from needlelog.ui.widgets.toast import Toast


@pytest.fixture
def tour(stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tour:
    monkeypatch.setattr(reach, "_PATIENCE_MS", 100)
    return Tour(stage, Camera(tmp_path), [])


def test_a_step_that_cannot_be_made_is_named_and_pictured(tour: Tour, tmp_path: Path) -> None:
    with (
        pytest.raises(TourFailed, match=r"“lost: chair”: Chair is not shown.*01-failed-lost-chair"),
        tour.journey("lost"),
        tour.step("chair"),
    ):
        tour.mouse.tap(tour.stage.window.rail.chair)
    assert (tmp_path / "01-failed-lost-chair.png").exists()
    assert tour.journeys == []


def test_a_step_fails_when_the_window_says_that_something_failed(tour: Tour) -> None:
    with pytest.raises(TourFailed, match="the disk is full"), tour.way("on"):
        tour.stage.window.toasts.show_toast(Toast("the disk is full", "error"))


def test_a_step_fails_on_a_bug_nobody_caught(stage: Stage, tmp_path: Path) -> None:
    def broken() -> None:
        raise KeyError("zone")

    with heard_bugs() as bugs:
        tour = Tour(stage, Camera(tmp_path), bugs)
        with pytest.raises(TourFailed, match="KeyError"), tour.way("on"):
            QTimer.singleShot(0, broken)


def test_an_old_picture_never_passes_for_a_new_one(tmp_path: Path) -> None:
    (tmp_path / "07-first-session-cheeks.png").write_bytes(b"old")
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    Camera(tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["notes.txt"]


def test_the_pulse_feels_when_the_window_does_not_answer(qapp: QApplication) -> None:
    pulse = Pulse(qapp)
    pulse.start()
    QTimer.singleShot(20, lambda: QThread.msleep(80))
    QTest.qWait(200)
    pulse.stop()
    assert pulse.longest_ms >= 70
