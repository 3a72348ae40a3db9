"""A translation that is put beside the program is spoken by it, without a change of code."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from needlelog import app, settings

SECONDS = 30
ASKED = """
import sys
from pathlib import Path
from needlelog import app, settings
settings.resources = lambda: Path(sys.argv[1])
keeps = app._application(settings.Settings(language=sys.argv[2]))
from needlelog.ui.rail import Rail
rail = Rail()
print(rail.settings.accessibleName())
"""


@pytest.fixture
def resources(tmp_path: Path) -> Path:
    """Those of the program, and one translated word."""
    folder = tmp_path / "resources"
    folder.mkdir()
    for kept in settings.resources().iterdir():
        (folder / kept.name).symlink_to(kept)
    messages = folder / "locale" / "de" / "LC_MESSAGES"
    messages.mkdir(parents=True)
    words = Catalog(locale="de")
    words.add("Settings", "Einstellungen")
    with (messages / "needlelog.mo").open("wb") as file:
        write_mo(file, words)
    return folder


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
@pytest.mark.parametrize(("code", "word"), [("de", "Einstellungen"), ("fr", "Settings")])
def test_the_screen_speaks_the_language_that_was_chosen(
    resources: Path, code: str, word: str
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", ASKED, str(resources), code],
        env=os.environ | {"PYTHONPATH": str(Path(app.__file__).parents[1])},
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert done.stdout.strip() == word, done.stderr
