"""The guide shows the program as it is: its pictures come from the tour, and all are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image

from needlelog.tour import guide
from needlelog.tour.failures import TourFailed
from tests.tour.conftest import Played

GUIDE = Path(__file__).parents[2] / "docs" / "guide"
PAGES = sorted(GUIDE.glob("*.md"))
LINK = re.compile(r"\]\(([^)#]+)(#[^)]*)?\)")


def pictures_in(page: Path) -> set[str]:
    found = re.findall(r"!\[[^\]]+\]\(images/([a-z-]+)\.png\)", page.read_text(encoding="utf-8"))
    return set(found)


@pytest.mark.xdist_group("tour")
def test_the_tour_makes_every_picture_of_the_guide(played: Played, tmp_path: Path) -> None:
    made = guide.keep(played.folder, played.pictures, tmp_path / "images")

    assert {path.stem for path in made} == set(guide.PICTURES)
    for path in made:
        assert path.stat().st_size <= guide.LARGEST_FILE
        with Image.open(path) as picture:
            assert picture.width >= 900


def test_a_step_of_another_name_is_told(tmp_path: Path) -> None:
    with pytest.raises(TourFailed, match="which no step of the tour is called any more"):
        guide.keep(tmp_path, ["01-something-else.png"], tmp_path / "images")


def test_every_picture_of_the_guide_is_shown_and_lies_there() -> None:
    shown = {name for page in PAGES for name in pictures_in(page)}

    assert shown == set(guide.PICTURES)
    for name in shown:
        assert (GUIDE / "images" / f"{name}.png").stat().st_size <= guide.LARGEST_FILE


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    for target, _heading in LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_the_readme_leads_to_every_page() -> None:
    readme = (GUIDE.parents[1] / "README.md").read_text(encoding="utf-8")

    assert not [page.name for page in PAGES if f"docs/guide/{page.name}" not in readme]
