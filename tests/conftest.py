"""What holds for every test: no window, no file of the person's own, no word in the log."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest_plugins = ["tests.records", "tests.disks", "tests.ui.spooler"]

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before any test imports Qt


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, data and log of a test go to its own folder, not to the home of whoever runs it."""
    home = tmp_path_factory.mktemp("home")
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(home))
    return home


@pytest.fixture(autouse=True)
def no_stray_log_record(
    request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture
) -> Iterator[None]:
    """A warning nobody asked for is a defect; a test that provokes one is marked `expects_log`."""
    yield
    if request.node.get_closest_marker("expects_log"):
        return
    records = [*caplog.get_records("setup"), *caplog.get_records("call")]
    stray = [record for record in records if record.levelno >= logging.WARNING]
    assert not stray, [f"{record.name}: {record.getMessage()}" for record in stray]
