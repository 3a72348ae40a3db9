"""Settings survive what happens to files."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Barrier

import pytest

from needlelog import settings
from needlelog.errors import CannotWriteFile
from needlelog.settings import Settings

CHOSEN = Settings(
    database="postgresql+psycopg://clinic@localhost/needlelog",
    theme="dark",
    language="de",
    printer="Brother “Behandlung 2”",
    practitioner="01936c4e-7f3a-7000-8000-0123456789ab",
    window="AdnQywADAAAAAA==",
    text_size="130",
    density="chair",
    hand="left",
    keys={"new_client": "Ctrl+Shift+J", "help": "F2", "go_settings": "Ctrl+,"},
)


@pytest.mark.parametrize("chosen", [Settings(), CHOSEN])
def test_what_was_chosen_comes_back(tmp_path: Path, chosen: Settings) -> None:
    path = tmp_path / "new folder" / "settings.toml"
    settings.save(chosen, path)
    assert settings.load(path) == (chosen, None)


def test_without_a_file_the_defaults_apply(tmp_path: Path) -> None:
    assert settings.load(tmp_path / "settings.toml") == (Settings(), None)


@pytest.mark.parametrize(
    "broken",
    [
        b"theme = ",
        b"theme = 3",
        b'theme = "sepia"',
        b"text_size = 100",
        b'text_size = "400"',
        b'hand = "both"',
        b"keys = 3",
        b"[keys]\nundo = 7",
        b'[keys]\nundo = "Ctrl+"',
        b'[keys]\nundo = "Strg+Z X"',
        b"printer = []",
        b"\xff\xfe",
        b"\0\0\0\0",
    ],
)
def test_a_broken_file_is_told_and_kept(tmp_path: Path, broken: bytes) -> None:
    path = tmp_path / "settings.toml"
    for kept in ("settings-broken-1.toml", "settings-broken-2.toml"):
        path.write_bytes(broken)
        loaded, complaint = settings.load(path)
        assert loaded == Settings()
        assert complaint is not None
        assert "Your records are safe" in complaint
        assert str(tmp_path / kept) in complaint
        assert (tmp_path / kept).read_bytes() == broken
        assert not path.exists()


def test_a_file_that_cannot_be_read_is_told_and_left(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.mkdir()
    loaded, complaint = settings.load(path)
    assert loaded == Settings()
    assert complaint is not None
    assert str(path) in complaint
    assert path.is_dir()


def test_settings_of_another_version_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('theme = "dark"\nhologram = true\n', encoding="utf-8")
    assert settings.load(path) == (Settings(theme="dark"), None)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file stands in the way", encoding="utf-8")
    with pytest.raises(CannotWriteFile, match="settings were not kept"):
        settings.save(CHOSEN, tmp_path / "config" / "settings.toml")


def test_the_resources_of_a_checkout_stand_beside_the_package() -> None:
    assert settings.resources() == Path(settings.__file__).parents[1] / "resources"
    assert settings.resources().is_dir()


def test_a_change_leaves_what_others_chose_meanwhile(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    settings.save(CHOSEN, path)
    assert settings.change(path, printer="Canon") == replace(CHOSEN, printer="Canon")
    assert settings.change(path, window="AA==", theme="light").printer == "Canon"
    assert settings.change(path, printer=None).printer is None
    kept = replace(CHOSEN, printer=None, window="AA==", theme="light")
    assert settings.load(path) == (kept, None)


def test_changes_made_at_the_same_moment_are_all_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    together = Barrier(2)

    def change(name: str) -> None:
        together.wait()
        for number in range(50):
            settings.change(path, **{name: str(number)})

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(change, ("printer", "window")))
    assert settings.load(path) == (Settings(printer="49", window="49"), None)
