"""Numbered pictures of the window and of the dialogs over it."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QDialog, QWidget

from needlelog.errors import CannotWriteFile
from needlelog.i18n import _
from needlelog.tour.report import RECORDS_FILE, REPORT_FILE

_OURS = re.compile(r"\d\d-[a-z0-9-]+\.(png|pdf)")


class Camera:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._number = 0
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._clear()
        except OSError as failure:
            raise _cannot_write(folder) from failure

    def name(self, words: str, ending: str) -> str:
        """The next numbered file name, such as '03-first-session-cheeks.png'."""
        self._number += 1
        slug = re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")
        return f"{self._number:02}-{slug}.{ending}"

    def shoot(self, window: QWidget, words: str) -> str:
        """Keep what the window shows now; the file's name."""
        picture = window.grab()
        for dialog in window.findChildren(QDialog):
            if dialog.isVisible():
                _lay_over(picture, dialog, window)
        return self.keep(picture.toImage(), words)

    def keep(self, image: QImage, words: str) -> str:
        """Keep a picture that was made elsewhere; the file's name."""
        name = self.name(words, "png")
        if not image.save(str(self.folder / name)):
            raise _cannot_write(self.folder)
        return name

    def _clear(self) -> None:
        """Take away what an earlier tour left, so that no old picture passes for a new one."""
        for file in self.folder.iterdir():
            if _OURS.fullmatch(file.name) or file.name in (REPORT_FILE, RECORDS_FILE):
                file.unlink()


def _lay_over(picture: QPixmap, dialog: QWidget, window: QWidget) -> None:
    painter = QPainter(picture)
    painter.drawPixmap(dialog.pos() - window.pos(), dialog.grab())
    painter.end()


def _cannot_write(folder: Path) -> CannotWriteFile:
    return CannotWriteFile(
        _(
            "The pictures of the tour can't be kept in {folder}. Your records are untouched. "
            "Choose another folder with --out."
        ).format(folder=folder)
    )
