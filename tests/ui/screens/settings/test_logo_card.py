"""The logo: chosen, seen, refused in a sentence, taken away and brought back."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from needlelog.db import letterheads
from needlelog.domain.clinic import Letterhead
from needlelog.ui.screens.settings.logo_card import LogoCard
from needlelog.ui.screens.settings.settings_screen import SettingsScreen
from needlelog.ui.widgets.toast_button import ToastButton
from needlelog.ui.window import Window
from tests.ui.conftest import Records
from tests.ui.screens.people import tap


@pytest.fixture
def card(shown: SettingsScreen) -> LogoCard:
    return shown.clinic.logo


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    made = BytesIO()
    Image.new("RGB", (300, 100), "teal").save(made, "PNG")
    path = tmp_path / "logo.png"
    path.write_bytes(made.getvalue())
    return path


def kept(records: Records) -> bytes:
    found: Letterhead = records(letterheads.get)
    return found.logo


def choose(qtbot: QtBot, card: LogoCard, path: Path) -> None:
    """As a person does: by the dialog for files."""
    tap(card.choose)
    qtbot.waitUntil(lambda: any(one.isVisible() for one in dialogs()))
    (dialog,) = [one for one in dialogs() if one.isVisible()]
    dialog.fileSelected.emit(str(path))
    dialog.reject()


def dialogs() -> list[QFileDialog]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, QFileDialog)]


def tap_undo(qtbot: QtBot, window: Window) -> None:
    def undo() -> list[ToastButton]:
        buttons = window.toasts.findChildren(ToastButton)
        return [one for one in buttons if one.isVisible() and "Undo" in one.accessibleName()]

    qtbot.waitUntil(lambda: bool(undo()))
    tap(undo()[0])


def test_a_chosen_picture_is_kept_and_seen(
    qtbot: QtBot, card: LogoCard, records: Records, picture: Path
) -> None:
    assert card.none.isVisible()
    assert not card.remove.isVisible()

    choose(qtbot, card, picture)

    qtbot.waitUntil(card.preview.isVisible)
    assert not card.preview.is_empty()
    assert not card.none.isVisible()
    assert kept(records)


def test_a_removed_logo_comes_back_with_undo(
    qtbot: QtBot, window: Window, card: LogoCard, records: Records, picture: Path
) -> None:
    card.take(picture)
    qtbot.waitUntil(card.remove.isVisible)
    before = kept(records)

    tap(card.remove)
    qtbot.waitUntil(card.none.isVisible)
    assert kept(records) == b""

    tap_undo(qtbot, window)
    qtbot.waitUntil(card.preview.isVisible)
    assert kept(records) == before


def test_a_file_that_is_no_picture_says_so_and_the_old_logo_stays(
    qtbot: QtBot, card: LogoCard, records: Records, picture: Path, tmp_path: Path
) -> None:
    card.take(picture)
    qtbot.waitUntil(card.preview.isVisible)
    before = kept(records)
    wrong = tmp_path / "letter.png"
    wrong.write_text("Dear client")

    choose(qtbot, card, wrong)

    qtbot.waitUntil(card.problem.isVisible)
    assert "no PNG or JPEG picture" in card.problem.text()
    assert "stays as it was" in card.problem.text()
    assert kept(records) == before
    assert card.preview.isVisible()


def test_a_file_that_is_gone_says_so(qtbot: QtBot, card: LogoCard, tmp_path: Path) -> None:
    choose(qtbot, card, tmp_path / "gone.png")

    qtbot.waitUntil(card.problem.isVisible)
    assert "“gone.png” can't be read" in card.problem.text()


def test_another_chairs_logo_is_not_overwritten_unseen(
    qtbot: QtBot, card: LogoCard, records: Records, picture: Path
) -> None:
    card.take(picture)
    qtbot.waitUntil(card.preview.isVisible)

    def by_another_chair(db: Session) -> None:
        before = letterheads.get(db)
        letterheads.save(db, Letterhead(b"", before.id, before.version))

    records(by_another_chair)
    tap(card.remove)

    qtbot.waitUntil(card.problem.isVisible)
    assert "Somebody else changed this record" in card.problem.text()
    qtbot.waitUntil(card.none.isVisible)
