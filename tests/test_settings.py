"""Settings survive what happens to files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from needlelog import settings
from needlelog.errors import CannotWriteFile
from needlelog.settings import Settings

CHOSEN = Settings(
    database="postgresql+psycopg://clinic@localhost/needlelog",
    theme="dark",
    language="de",
    printer="Brother “Behandlung 2”",
    window="AdnQywADAAAAAA==",
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
    [b"theme = ", b"theme = 3", b'theme = "sepia"', b"printer = []", b"\xff\xfe", b"\0\0\0\0"],
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


def test_one_setting_changes_and_the_others_stay(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    settings.save(CHOSEN, path)
    settings.change(path, practitioner="0197")
    assert settings.load(path) == (replace(CHOSEN, practitioner="0197"), None)
