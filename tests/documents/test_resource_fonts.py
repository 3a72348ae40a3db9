"""The fonts that are shipped."""

from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo
from pytestqt.qtbot import QtBot

from needlelog.documents import fonts
from needlelog.settings import resources

FILES = sorted((resources() / "fonts").glob("*.ttf"))


def test_every_font_has_a_name_of_its_own() -> None:
    names = [fonts.font(path.stem).face.name for path in FILES]
    assert [name.decode() for name in names] == [path.stem for path in FILES]


def test_every_family_brings_its_licence() -> None:
    families = {path.stem.partition("-")[0] for path in FILES}
    assert "Inter" in families
    for family in families:
        licence = resources() / "fonts" / f"OFL-{family}.txt"
        assert "SIL Open Font License" in licence.read_text(encoding="utf-8")


def test_the_fonts_stay_small() -> None:
    assert sum(path.stat().st_size for path in FILES) < 9_000_000


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_qt_loads_the_font_under_its_family(path: Path, qtbot: QtBot) -> None:
    loaded = QFontDatabase.addApplicationFont(str(path))
    assert loaded >= 0
    family = QFontDatabase.applicationFontFamilies(loaded)[0]
    assert family.replace(" ", "") == path.stem.partition("-")[0]
    assert QFontInfo(QFont(family)).family() == family


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ąŁżơữĐ", "Inter-Regular"),
        ("ΑΩάЖґЇ", "Inter-Regular"),
        ("0123456789–—…·×µ“”’", "Inter-SemiBold"),
        ("王小明龙龍陳賴", "NotoSansSC-Regular"),
    ],
)
def test_what_names_and_sentences_need_is_in_the_font_they_are_set_in(text: str, name: str) -> None:
    assert [c for c in text if not fonts.has(name, c)] == []
