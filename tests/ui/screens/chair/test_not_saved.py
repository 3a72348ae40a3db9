"""The disk fails under an open chair: the taps go on, and nothing of them is lost."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from needlelog.db import undo
from needlelog.domain.session import NeedlingSession
from needlelog.ui.screens.chair.chair import Chair
from needlelog.ui.widgets.toast import Toast
from tests.ui.conftest import Records
from tests.ui.screens.chair.conftest import OpenChair
from tests.ui.screens.chair.doing import depths, kept, saved, tap, tap_zone

FACE = ("face.chin", "face.nose", "face.forehead")
DISK_FULL = "NOT SAVED: disk full. Free some space on the disk that holds the records."
MOST_TAPS = 200


@pytest.fixture
def disk(small_disk: Path) -> Path:
    """A disk that the records of this test have nearly for themselves."""
    return small_disk


@pytest.fixture
def records_file(disk: Path, empty_file: Path) -> Path:
    return Path(shutil.copy(empty_file, disk / "records.db"))


@pytest.fixture
def toasts(chair: Chair) -> list[Toast]:
    told: list[Toast] = []
    chair.toast_asked.connect(told.append)
    return told


def fill(disk: Path) -> Path:
    """Leave no byte free."""
    ballast = disk / "ballast"
    ballast.write_bytes(bytes(shutil.disk_usage(disk).free))
    return ballast


def tap_until_not_saved(qtbot: QtBot, chair: Chair) -> int:
    """Tap on over a full disk; how many taps it took."""
    for number in range(1, MOST_TAPS):
        tap_zone(qtbot, chair, "face.chin")
        qtbot.waitUntil(lambda: chair.autosave.is_saved or chair.bar.retry.isVisible())
        if chair.bar.retry.isVisible():
            return number
    pytest.fail("the disk never filled up")


def without_version(session: NeedlingSession) -> NeedlingSession:
    return replace(session, version=0, saved_at=None)


def test_a_full_disk_is_told_and_the_taps_go_on(
    qtbot: QtBot, chair: Chair, disk: Path, toasts: list[Toast]
) -> None:
    fill(disk)
    tap_until_not_saved(qtbot, chair)
    told = toasts[-1]
    before = dict(depths(chair.session))
    tap_zone(qtbot, chair, "face.nose")

    assert told.text.startswith(DISK_FULL)
    assert (told.kind, told.action) == ("error", "Retry")
    assert chair.bar.saved.text() == "NOT SAVED"
    assert set(depths(chair.session)) - set(before) == {"face.nose"}
    (disk / "ballast").unlink()
    chair.autosave.retry()


def test_retry_keeps_everything_in_order_once_there_is_room(
    qtbot: QtBot, chair: Chair, disk: Path, records: Records, open_chair: OpenChair
) -> None:
    ballast = fill(disk)
    taps = tap_until_not_saved(qtbot, chair)
    for zone in FACE[1:]:
        tap_zone(qtbot, chair, zone)
    qtbot.waitUntil(chair.bar.retry.isVisible)
    on_the_screen = chair.session
    ballast.unlink()
    tap(qtbot, chair.bar.retry)
    saved(qtbot, chair)

    assert not chair.bar.retry.isVisible()
    assert chair.bar.saved.text().startswith("Saved ")
    assert without_version(kept(records, chair.session.id)) == without_version(on_the_screen)
    steps = records(lambda db: undo.history(db, chair.session.id)).done
    assert steps == chair.autosave.history.done
    assert len(steps) == min(50, taps + 2)

    again = open_chair(chair.session.id)
    tap(qtbot, again.bar.undo)
    saved(qtbot, again)
    assert set(depths(again.session)) == {"face.chin", "face.nose"}


def test_retry_on_a_disk_that_is_still_full_says_so_again(
    qtbot: QtBot, chair: Chair, disk: Path, toasts: list[Toast]
) -> None:
    ballast = fill(disk)
    tap_until_not_saved(qtbot, chair)
    told = len(toasts)
    tap(qtbot, chair.bar.retry)
    qtbot.waitUntil(lambda: len(toasts) > told)

    assert toasts[-1].text.startswith(DISK_FULL)
    assert not chair.autosave.is_saved
    ballast.unlink()
    chair.autosave.retry()


def test_sign_waits_for_the_disk_and_then_signs_once(
    qtbot: QtBot, chair: Chair, disk: Path, records: Records
) -> None:
    ballast = fill(disk)
    tap_until_not_saved(qtbot, chair)
    tap(qtbot, chair.bar.strip.button("aftercare"))
    tap(qtbot, chair.bar.next)
    qtbot.waitUntil(chair.bar.retry.isVisible)
    signed_too_early = chair.session.is_signed
    ballast.unlink()
    tap(qtbot, chair.bar.retry)
    qtbot.waitUntil(lambda: chair.session.is_signed)

    assert not signed_too_early
    assert kept(records, chair.session.id).is_signed


def test_a_point_that_opens_while_sign_waits_holds_the_signature(
    qtbot: QtBot, chair: Chair, disk: Path, records: Records
) -> None:
    ballast = fill(disk)
    tap_until_not_saved(qtbot, chair)
    tap(qtbot, chair.bar.strip.button("aftercare"))
    tap(qtbot, chair.bar.next)
    tap(qtbot, chair.banner.steps.button("treat"))
    chair.treat.panel.needle.value_changed.emit(2000)
    tap_zone(qtbot, chair, "face.nose")
    ballast.unlink()
    tap(qtbot, chair.bar.retry)
    saved(qtbot, chair)
    tap(qtbot, chair.bar.strip.button("aftercare"))
    saved(qtbot, chair)

    assert not kept(records, chair.session.id).is_signed
    assert not chair.bar.next.isEnabled()
    assert "above_ceiling" in chair.finish.lines


def test_a_file_taken_away_is_told_and_put_back_goes_on(
    qtbot: QtBot, chair: Chair, records_file: Path, toasts: list[Toast], records: Records
) -> None:
    tap_zone(qtbot, chair, "face.chin")
    saved(qtbot, chair)
    elsewhere = records_file.with_name("elsewhere.db")
    records_file.rename(elsewhere)
    tap_zone(qtbot, chair, "face.nose")
    qtbot.waitUntil(chair.bar.retry.isVisible)
    told = toasts[-1].text
    made_anew = records_file.exists()
    elsewhere.rename(records_file)
    tap(qtbot, chair.bar.retry)
    saved(qtbot, chair)

    assert "was moved, removed or replaced while it was open" in told
    assert not made_anew
    assert set(depths(kept(records, chair.session.id))) == {"face.chin", "face.nose"}


def test_another_file_in_its_place_is_never_written_to(
    qtbot: QtBot, chair: Chair, records_file: Path, empty_file: Path, toasts: list[Toast]
) -> None:
    tap_zone(qtbot, chair, "face.chin")
    saved(qtbot, chair)
    ours = records_file.with_name("ours.db")
    records_file.rename(ours)
    shutil.copy(empty_file, records_file)
    tap_zone(qtbot, chair, "face.nose")
    qtbot.waitUntil(chair.bar.retry.isVisible)

    assert "was moved, removed or replaced while it was open" in toasts[-1].text
    assert records_file.read_bytes() == empty_file.read_bytes()
    ours.replace(records_file)
    chair.autosave.retry()
