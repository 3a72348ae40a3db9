"""The tour, played once for all the tests that read what it left."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from needlelog import cli
from needlelog.tour.application import application
from needlelog.tour.private_home import private_home
from needlelog.tour.stage import Stage


@dataclass(frozen=True, slots=True)
class Played:
    """What `needlelog tour` left behind and said."""

    folder: Path
    code: int
    said: str
    told: dict[str, Any]
    """tour.json"""

    def journey(self, name: str) -> dict[str, Any]:
        found: dict[str, Any] = next(one for one in self.told["journeys"] if one["name"] == name)
        return found

    @property
    def pictures(self) -> tuple[str, ...]:
        of_journeys = (name for one in self.told["journeys"] for name in one["screens"])
        return (*of_journeys, *self.told["looks"])


@pytest.fixture(scope="session")
def played(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Played:
    folder = tmp_path_factory.mktemp("tour")
    said = StringIO()
    with redirect_stdout(said):
        code = cli.run(["tour", "--out", str(folder)])
    told = json.loads((folder / "tour.json").read_text(encoding="utf-8"))
    return Played(folder, code, said.getvalue(), told)


@pytest.fixture
def stage(qapp: QApplication) -> Iterator[Stage]:
    """The window over new records, on its first page."""
    application()
    with private_home() as home:
        opened = Stage(home / "records.db")
        yield opened
        opened.close()
