"""The copy beside the records: left when they close, missed or named when they open."""

from __future__ import annotations

import os
import re
import shutil
import stat
from pathlib import Path

import pytest

from needlelog.db.store import Store
from needlelog.errors import CannotOpen, CannotWriteFile
from tests.db.files import add_a_client, count_clients, names_in, zero_a_page


@pytest.mark.parametrize("table", ["client", "ix_handout_session_id", "undo_step"])
def test_a_damaged_file_is_refused_untouched_and_the_copy_is_named(
    records_file: Path, table: str
) -> None:
    store = Store.open(records_file)
    add_a_client(store)
    store.close()
    zero_a_page(records_file, of=table)
    before, beside = records_file.read_bytes(), names_in(records_file.parent)

    copy = str(records_file.with_name("records.backup.db"))
    with pytest.raises(CannotOpen, match=f"is damaged.*{re.escape(copy)}"):
        Store.open(records_file)

    assert records_file.read_bytes() == before
    assert names_in(records_file.parent) == beside
    assert count_clients(Path(copy)) == 1


def test_closing_leaves_one_whole_copy_and_no_log(file_store: Store, records_file: Path) -> None:
    add_a_client(file_store)

    file_store.close()

    assert names_in(records_file.parent) == {"records.db", "records.backup.db"}
    copy = records_file.with_name("records.backup.db")
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert count_clients(copy) == 1


def test_the_copy_is_made_again_only_when_something_changed(records_file: Path) -> None:
    copy = records_file.with_name("records.backup.db")
    stamps = []
    for change in (True, False, True):
        store = Store.open(records_file)
        if change:
            add_a_client(store)
        store.close()
        stamps.append(copy.stat().st_ino)

    assert stamps[0] == stamps[1] != stamps[2]


def test_a_copy_that_can_not_be_made_leaves_the_one_from_before(
    file_store: Store, records_file: Path
) -> None:
    copy = records_file.with_name("records.backup.db")
    add_a_client(file_store)
    copy.mkdir()

    with pytest.raises(CannotWriteFile, match="Your records are saved"):
        file_store.close()

    assert names_in(records_file.parent) == {"records.db", "records.backup.db"}
    copy.rmdir()
    assert count_clients(records_file) == 1


def test_a_copy_that_closing_could_not_make_is_known_at_the_next_start(records_file: Path) -> None:
    Store.open(records_file).close()
    copy = records_file.with_name("records.backup.db")
    store = Store.open(records_file)
    add_a_client(store)
    sound = copy.rename(copy.with_name("sound.db"))
    copy.mkdir()
    with pytest.raises(CannotWriteFile):
        store.close()
    copy.rmdir()
    sound.rename(copy)

    told = Store.open(records_file)
    assert told.copy_was_stale
    told.close()

    settled = Store.open(records_file)
    assert not settled.copy_was_stale
    settled.close()


def test_a_copy_that_a_cut_off_program_never_made_is_known_at_the_next_start(
    records_file: Path, tmp_path: Path
) -> None:
    Store.open(records_file).close()
    store = Store.open(records_file)
    add_a_client(store)
    crashed = tmp_path / "crashed"
    shutil.copytree(records_file.parent, crashed)
    store.close()

    again = Store.open(crashed / "records.db")
    assert again.copy_was_stale
    again.close()


def test_new_records_have_no_copy_to_miss(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "records.db", create=True)
    assert not store.copy_was_stale
    store.close()


def test_a_damaged_file_does_not_take_the_place_of_the_sound_copy(records_file: Path) -> None:
    copy = records_file.with_name("records.backup.db")
    Store.open(records_file).close()
    sound = copy.read_bytes()
    damaged = Store.open(records_file)
    zero_a_page(records_file, of="ix_handout_session_id")

    with pytest.raises(CannotWriteFile, match="could not be made"):
        damaged.close()

    assert copy.read_bytes() == sound
    assert names_in(records_file.parent) == {"records.db", "records.backup.db"}


def test_records_are_read_through_only_where_the_checked_copy_is_not_of_them(
    records_file: Path,
) -> None:
    """Ten years of records would take a second, each morning."""
    store = Store.open(records_file)
    add_a_client(store)
    store.close()
    closed_at = records_file.stat().st_mtime_ns
    zero_a_page(records_file, of="ix_handout_session_id")

    with pytest.raises(CannotOpen, match="is damaged"):
        Store.open(records_file)

    os.utime(records_file, ns=(closed_at, closed_at))
    Store.open(records_file).close()
