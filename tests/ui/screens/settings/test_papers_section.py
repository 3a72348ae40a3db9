"""Papers for a day without power are found, seen, printed and saved."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from needlelog.domain.blank_form import BlankForm
from needlelog.ui.screens.settings.papers_section import PapersSection
from needlelog.ui.screens.settings.settings_screen import SettingsScreen
from needlelog.ui.widgets.page_view import PageView
from needlelog.ui.window import Window
from tests.ui.screens.people import tap, ways
from tests.ui.spooler import Spooler

TITLES = {BlankForm.CARD: "Treatment card", BlankForm.HISTORY: "Questions about your health"}


@pytest.fixture
def papers(qtbot: QtBot, shown: SettingsScreen) -> PapersSection:
    tap(shown.items["papers"])
    found = shown.papers
    qtbot.waitUntil(lambda: not any(card.first_page.is_empty() for card in found.cards.values()))
    return found


def words_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return str(document[0].get_textpage().get_text_range())
    finally:
        document.close()


def wait_for_page(qtbot: QtBot, spooler: Spooler) -> bytes:
    qtbot.waitUntil(lambda: spooler.printed is not None)
    assert spooler.printed is not None
    return spooler.printed


@pytest.mark.parametrize("form", BlankForm)
def test_a_form_is_printed_under_the_letterhead(
    qtbot: QtBot, papers: PapersSection, spooler: Spooler, form: BlankForm
) -> None:
    spooler.has("Front_desk")
    tap(papers.cards[form].print)

    words = words_of(wait_for_page(qtbot, spooler))
    assert TITLES[form] in words
    assert "Linden Skin Studio" in words


def test_a_form_is_saved_where_one_says(
    qtbot: QtBot, papers: PapersSection, tmp_path: Path
) -> None:
    tap(papers.cards[BlankForm.HISTORY].save)

    def dialogs() -> list[QFileDialog]:
        found = [one for one in QApplication.topLevelWidgets() if isinstance(one, QFileDialog)]
        return [one for one in found if one.isVisible()]

    qtbot.waitUntil(lambda: bool(dialogs()))
    (dialog,) = dialogs()
    assert Path(dialog.selectedFiles()[0]).name == "history-form.pdf"
    target = tmp_path / "questions.pdf"
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    qtbot.waitUntil(target.exists)
    assert TITLES[BlankForm.HISTORY] in words_of(target.read_bytes())


def test_both_pages_can_be_looked_at(qtbot: QtBot, window: Window, papers: PapersSection) -> None:
    tap(papers.cards[BlankForm.CARD].look)

    view = window.findChild(PageView)
    assert isinstance(view, PageView)
    assert view.isVisible()
    assert view.page_count() == 2


def test_a_form_can_be_printed_from_anywhere(
    qtbot: QtBot, window: Window, shown: SettingsScreen, spooler: Spooler
) -> None:
    spooler.has("Front_desk")
    ways(window).print_blank(BlankForm.CARD)

    assert TITLES[BlankForm.CARD] in words_of(wait_for_page(qtbot, spooler))
