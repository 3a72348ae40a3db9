"""A row that can't be used is named by file, row and reason."""

import re
import shutil
from pathlib import Path

import pytest

from needlelog import catalogue, settings
from needlelog.catalogue import tables
from needlelog.errors import CatalogueError, NeedleLogError


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the resources that may be broken."""
    for part in ("catalogue", "maps"):
        shutil.copytree(settings.resources() / part, tmp_path / part)
    return tmp_path


def spoil(resources: Path, file: str, old: str, new: str) -> None:
    path = resources / file
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{file} no longer holds {old}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


BROKEN = {
    "a missing cell": (
        "catalogue/rules.toml",
        "[melasma]\ngroup = 'history'\nlabel = 'Melasma now or before'\n",
        "[melasma]\ngroup = 'history'\n",
        "rules.toml, row “melasma”: label is missing",
    ),
    "an unknown cell": (
        "catalogue/rules.toml",
        "[melasma]\n",
        "[melasma]\nvolume = 3\n",
        "rules.toml, row “melasma”: “volume” is no field of this table",
    ),
    "text for a number": (
        "catalogue/guides.toml",
        "'Nose', 'face', [250, 500], 250,",
        "'Nose', 'face', [250, 500], 'shallow',",
        "guides.toml, row “nose”: start_um is 'shallow', not a whole number",
    ),
    "true for a number": (
        "catalogue/guides.toml",
        "'Nose', 'face', [250, 500], 250,",
        "'Nose', 'face', [250, 500], true,",
        "guides.toml, row “nose”: start_um is True, not a whole number",
    ),
    "a range upside down": (
        "catalogue/guides.toml",
        "'Nose', 'face', [250, 500], 250,",
        "'Nose', 'face', [500, 250], 250,",
        "guides.toml, row “nose”: usual_um runs from 500 down to 250",
    ),
    "a start outside its range": (
        "catalogue/guides.toml",
        "'Nose', 'face', [250, 500], 250,",
        "'Nose', 'face', [250, 500], 750,",
        "guides.toml, row “nose”: start_um is outside usual_um",
    ),
    "half a range": (
        "catalogue/guides.toml",
        "'Nose', 'face', [250, 500], 250,",
        "'Nose', 'face', [250], 250,",
        "guides.toml, row “nose”: usual_um has 1 values, not 2",
    ),
    "a word that is none of the allowed": (
        "catalogue/serums.toml",
        "'Hyaluronic acid', 'cosmetic', 'usual',",
        "'Hyaluronic acid', 'cosmetic', 'always',",
        "serums.toml, row “hyaluronic_acid”: during_needling is 'always', not one of usual",
    ),
    "a zone without its usual depth": (
        "catalogue/zones.toml",
        "'Nose', 'Nose', 'nose',",
        "'Nose', 'Nose', 'snout',",
        "zones.toml, row “face.nose”: guide names “snout”, which guides.toml does not have",
    ),
    "a left zone with a right code": (
        "catalogue/zones.toml",
        "'left cheek', 'left',",
        "'left cheek', 'right',",
        "zones.toml, row “face.cheek_l”: side right does not fit the code",
    ),
    "a zone that lost its other side": (
        "catalogue/zones.toml",
        "['face.cheek_r',",
        "['face.cheek_x_r',",
        "zones.toml, row “face.cheek_l”: its other side, “face.cheek_r”, is missing",
    ),
    "a row that is there twice": (
        "catalogue/choices.toml",
        "['pink', 'Pink'],",
        "['pink', 'Pink'],\n  ['pink', 'Rosy'],",
        "choices.toml, row “endpoint/pink”: it is there twice",
    ),
    "a cell too many": (
        "catalogue/choices.toml",
        "['pink', 'Pink'],",
        "['pink', 'Pink', '', 'rosy'],",
        "choices.toml, row “endpoint/pink”: “a cell beyond the columns” is no field",
    ),
    "an empty row": (
        "catalogue/choices.toml",
        "['pink', 'Pink'],",
        "[],",
        "choices.toml, row “endpoint/[]”: id is missing",
    ),
    "a value outside the columns' rows": (
        "catalogue/choices.toml",
        "columns = ['id', 'label', 'asks']",
        "columns = ['id', 'label', 'asks']\nversion = 3",
        "choices.toml, row “version/3”: id is 3, not text",
    ),
    "a value outside the named rows": (
        "catalogue/rules.toml",
        "\n[face_ceiling]\n",
        "\nversion = 3\n\n[face_ceiling]\n",
        "rules.toml, row “version”: group is missing",
    ),
    "an unknown source": (
        "catalogue/guides.toml",
        "'clinic_page pinova drpen_chart'",
        "'clinic_page hearsay'",
        "guides.toml, row “full_face”: its source “hearsay” is not in sources.toml",
    ),
    "confidence without a source": (
        "catalogue/sources.toml",
        "[realself]\n",
        "[realself]\nwas_read = false\n",
        "zone_indications.toml, row “full_face-melasma”: no source that was read carries it",
    ),
    "a zone without its tap area": (
        "maps/face_front.svg",
        'id="hit-nose"',
        'id="hit-snout"',
        "map_zones.toml, row “face_front/nose”: face_front.svg has no outline hit-nose",
    ),
    "an outline no table knows": (
        "maps/face_front.svg",
        'id="zone-nose"',
        'id="zone-snout"',
        "face_front.svg, row “zone-snout”: map_zones.toml lacks it",
    ),
    "a file that is no TOML": (
        "catalogue/serums.toml",
        "rows = [",
        "rows = ",
        "serums.toml, row “-”: ",
    ),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_row_is_named_with_its_reason(copy: Path, case: str) -> None:
    file, old, new, expected = BROKEN[case]
    spoil(copy, file, old, new)

    assert [fault for fault in catalogue.check(copy) if expected in str(fault)]


def test_every_fault_is_listed_not_only_the_first(copy: Path) -> None:
    spoil(copy, "catalogue/choices.toml", "['pink', 'Pink'],", "['pink', 5],")
    spoil(copy, "catalogue/choices.toml", "['bent', 'Bent'],", "['bent'],")
    spoil(copy, "catalogue/guides.toml", "'Nose', 'face',", "7, 'face',")

    rows = [re.findall(r"\w+\.toml, row “(.+?)”", str(fault)) for fault in catalogue.check(copy)]

    assert rows[:1] + rows[-2:] == [["nose"], ["endpoint/pink"], ["new_tip_reason/bent"]]


def test_the_program_is_told_too(copy: Path) -> None:
    spoil(copy, "catalogue/zones.toml", "'Nose', 'Nose', 'nose',", "'Nose', 'Nose', 'snout',")

    with pytest.raises(CatalogueError, match=r"zones\.toml, row “face\.nose”") as raised:
        tables.load(tables.ZONES, copy / "catalogue")
    assert isinstance(raised.value, NeedleLogError)


def test_a_missing_table_is_named(copy: Path) -> None:
    (copy / "catalogue" / "scales.toml").unlink()

    with pytest.raises(CatalogueError, match=r"scales\.toml"):
        tables.load(tables.SCALES, copy / "catalogue")


def test_an_unknown_list_of_chips_is_a_bug_not_an_empty_list() -> None:
    with pytest.raises(KeyError):
        catalogue.choices("endpoints")
