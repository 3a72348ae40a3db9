"""The folder of the records goes away under an open chair, and comes back."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from needlelog.ui.screens.chair.chair import Chair
from needlelog.ui.widgets.toast import Toast
from tests.disks import locked, taken_away
from tests.ui.conftest import Records
from tests.ui.screens.chair.doing import depths, kept, saved, tap, tap_zone

ALL = {"face.forehead", "face.chin", "face.nose"}


@pytest.fixture
def records_file(tmp_path: Path, empty_file: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return Path(shutil.copy(empty_file, folder / "records.db"))


@pytest.fixture
def toasts(chair: Chair) -> list[Toast]:
    told: list[Toast] = []
    chair.toast_asked.connect(told.append)
    return told


def test_taps_while_the_folder_is_away_are_saved_when_it_is_back(
    qtbot: QtBot, chair: Chair, records_file: Path, records: Records, toasts: list[Toast]
) -> None:
    tap_zone(qtbot, chair, "face.forehead")
    saved(qtbot, chair)
    with taken_away(records_file.parent):
        tap_zone(qtbot, chair, "face.chin")
        qtbot.waitUntil(chair.bar.retry.isVisible)
        tap_zone(qtbot, chair, "face.nose")

        assert chair.bar.saved.text() == "NOT SAVED"
        assert "was moved, removed or replaced while it was open" in toasts[-1].text
        assert "Put the file back, then try again." in toasts[-1].text
        assert set(depths(chair.session)) == ALL

    tap(qtbot, chair.bar.retry)
    saved(qtbot, chair)
    assert set(depths(kept(records, chair.session.id))) == ALL
    assert chair.bar.saved.text().startswith("Saved ")


def test_taps_on_locked_records_are_saved_with_the_next_one_after_it(
    qtbot: QtBot, chair: Chair, records_file: Path, records: Records, toasts: list[Toast]
) -> None:
    tap_zone(qtbot, chair, "face.forehead")
    saved(qtbot, chair)
    with locked(records_file):
        tap_zone(qtbot, chair, "face.chin")
        qtbot.waitUntil(chair.bar.retry.isVisible)
        assert toasts[-1].text.startswith("NOT SAVED: ")

    tap_zone(qtbot, chair, "face.nose")
    saved(qtbot, chair)
    assert set(depths(kept(records, chair.session.id))) == ALL
