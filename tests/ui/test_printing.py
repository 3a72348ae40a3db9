"""The printers of this computer, as its spooler tells them."""

from __future__ import annotations

from pathlib import Path

import pytest

from needlelog.errors import CannotPrint
from needlelog.ui import printing
from tests.ui.spooler import Spooler


def test_the_default_printer_is_offered_first(spooler: Spooler) -> None:
    spooler.has("Back_room", "Front_desk", default="Front_desk")

    assert printing.printers() == ("Front_desk", "Back_room")


def test_no_spooler_at_all_is_no_printer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    assert printing.printers() == ()
    with pytest.raises(CannotPrint, match="did not take the page"):
        printing.print_pdf(b"%PDF-1.4", "Front_desk")
