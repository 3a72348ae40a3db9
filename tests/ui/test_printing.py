"""The printers of this computer, as its spooler tells them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPdfWriter

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


class Jammed(QPdfWriter):
    """Takes one page and no other."""

    def newPage(self) -> bool:  # noqa: N802 - the name Qt calls it by
        return False


def test_a_printer_that_stops_after_the_first_page_is_told(tmp_path: Path) -> None:
    page = QImage(850, 1100, QImage.Format.Format_RGB32)
    page.fill(0xFFFFFFFF)

    printing.paint((page,), Jammed(str(tmp_path / "one.pdf")), "Front_desk")
    with pytest.raises(CannotPrint, match="it stopped before the last page"):
        printing.paint((page, page), Jammed(str(tmp_path / "two.pdf")), "Front_desk")
