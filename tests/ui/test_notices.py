"""A bug is told once, without client data, and the program goes on."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from needlelog import log
from needlelog.errors import BadValue, NotSaved
from needlelog.ui.notices import CrashDialog, CrashNet, install_crash_net, toast_of


class Bug(Exception):
    pass


def run_into_a_bug(net: CrashNet, name: str = "VENKATARAMAN") -> None:
    try:
        raise Bug(f"no zone for {name}")
    except Bug as bug:
        net.caught(type(bug), bug, bug.__traceback__)


def dialogs() -> list[CrashDialog]:
    windows = QApplication.topLevelWidgets()
    return [one for one in windows if isinstance(one, CrashDialog) and one.isVisible()]


@pytest.fixture
def net(qtbot: QtBot, qapp: QApplication) -> CrashNet:
    return CrashNet(qapp)


@pytest.mark.expects_log
def test_a_bug_is_told_with_where_it_is_and_never_with_whom_it_was_about(
    qtbot: QtBot, net: CrashNet
) -> None:
    run_into_a_bug(net)
    (dialog,) = dialogs()
    QTest.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)

    copied = QApplication.clipboard().text()
    assert "Bug from" in copied
    assert "test_notices.py:" in copied
    assert "VENKATARAMAN" not in copied
    QTest.mouseClick(dialog.go_on, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialogs())


@pytest.mark.expects_log
def test_a_hundred_bugs_make_one_dialog(qtbot: QtBot, net: CrashNet) -> None:
    run_into_a_bug(net)
    (dialog,) = dialogs()
    for _number in range(99):
        run_into_a_bug(net)
    assert dialogs() == [dialog]
    dialog.accept()
    qtbot.waitUntil(lambda: not dialogs())

    run_into_a_bug(net)
    assert len(dialogs()) == 1
    dialogs()[0].accept()


@pytest.mark.expects_log
def test_the_log_says_where_but_not_what_was_said(
    qtbot: QtBot, net: CrashNet, tmp_path: Path
) -> None:
    handler = log.start(tmp_path)
    handler.open()
    run_into_a_bug(net)
    log.stop(handler)
    dialogs()[0].accept()

    written = (tmp_path / log.FILE_NAME).read_text(encoding="utf-8")
    assert "test_notices.py:" in written
    assert "VENKATARAMAN" not in written


def test_ctrl_c_in_a_terminal_is_no_bug(
    qtbot: QtBot, net: CrashNet, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        net.caught(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert not dialogs()
    assert not caplog.records


def test_the_net_hangs_under_the_whole_program(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    install_crash_net(qapp)
    assert sys.excepthook is not sys.__excepthook__


def test_a_change_that_is_not_saved_is_told_once_however_often_it_fails() -> None:
    assert toast_of(NotSaved("NOT SAVED: disk full.")).topic == "not_saved"
    assert toast_of(BadValue("“x” is not a date.")).topic == ""
