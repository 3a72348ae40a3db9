"""The logo of the letterhead: chosen from a file, seen as it prints, taken away again."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QStandardPaths, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout

from needlelog.domain.clinic import Letterhead
from needlelog.errors import BadValue, NeedleLogError, RecordChanged
from needlelog.i18n import _
from needlelog.ui.tasks import Tasks, Topic
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.card import Card
from needlelog.ui.widgets.icon_label import IconLabel
from needlelog.ui.widgets.labels import PlainLabel
from needlelog.ui.widgets.picture import Picture
from needlelog.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_PREVIEW = QSize(260, 96)


class LogoCard(Card):
    """A file that can't be used says why; the logo from before stays."""

    toast_asked = Signal(object)

    def __init__(self, tasks: Tasks) -> None:
        super().__init__(padding=20)
        self._tasks = tasks
        self._kept = Letterhead()
        self.preview = Picture(_("The logo as it prints"), _PREVIEW)
        self.none = PlainLabel(_("No logo yet: sheets carry the clinic's name alone."), wrap=True)
        self.none.set_ink("ink2")
        self.choose = ActionButton(_("Choose a picture"), icon="plus", height=48)
        self.remove = ActionButton(_("Remove the logo"), icon="trash-2", height=48)
        self.problem = PlainLabel(role="label", wrap=True)
        self.problem.set_ink("danger")
        self._mark = IconLabel("circle-alert", "danger", 16)
        self._lay_out()
        self._say("")
        self._show(self._kept)
        self.choose.clicked.connect(self._on_choose)
        self.remove.clicked.connect(self._on_remove)

    def begin(self) -> None:
        self._tasks.read(self, _letterhead, self._show)

    def take(self, path: Path) -> None:
        """Check a file beside the screen, and keep what it shows."""
        self._say("")
        self._tasks.run(self, partial(_checked, path), self._keep, self._on_refused)

    def _keep(self, picture: bytes) -> None:
        before = self._kept.logo
        work = partial(_saved, letterhead=replace(self._kept, logo=picture))
        done = partial(self._on_kept, before)
        self._tasks.write(self, work, Topic.CLINIC, done, self._on_refused)

    def _on_kept(self, before: bytes, kept: Letterhead) -> None:
        self._say("")
        self._show(kept)
        text = _("The logo is on the next sheet") if kept.logo else _("The logo is removed")
        undo = partial(self._keep, before)
        self.toast_asked.emit(Toast(text, "undo", _("Undo"), undo, "logo", self))

    def _on_remove(self) -> None:
        self._keep(b"")

    def _on_refused(self, refusal: NeedleLogError) -> None:
        self._say(str(refusal))
        if isinstance(refusal, RecordChanged):
            self.begin()  # another chair has another logo by now: the next try is over that one

    def _on_choose(self) -> None:
        pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        dialog = QFileDialog(self.window(), _("Choose the logo"), pictures)
        dialog.setNameFilter(_("Pictures (*.png *.jpg *.jpeg)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_file)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_file(self, name: str) -> None:
        self.take(Path(name))

    def _show(self, kept: Letterhead) -> None:
        self._kept = kept
        self.preview.show_image(QImage.fromData(kept.logo) if kept.logo else QImage())
        for control in (self.preview, self.remove):
            control.setVisible(bool(kept.logo))
        self.none.setVisible(not kept.logo)

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        self._mark.setVisible(bool(sentence))
        self.choose.setAccessibleDescription(sentence)

    def _lay_out(self) -> None:
        self.body.addWidget(PlainLabel(_("Logo"), "heading"))
        self.body.addWidget(self.none)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.preview)
        buttons = QVBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.choose)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        row.addLayout(buttons)
        row.addStretch(1)
        self.body.addLayout(row)
        problem = QHBoxLayout()
        problem.setSpacing(6)
        problem.addWidget(self._mark)
        problem.addWidget(self.problem, 1)
        self.body.addLayout(problem)
        line = _("PNG or JPEG. It is printed at the head of every sheet, up to 45 mm wide.")
        quiet = PlainLabel(line, "secondary", wrap=True)
        self.body.addWidget(quiet)


def _checked(path: Path) -> bytes:
    from needlelog.documents import logo

    try:
        with path.open("rb") as file:
            content = file.read(logo.LARGEST_FILE + 1)
    except OSError as failure:
        raise BadValue(
            _(
                "“{name}” can't be read. The letterhead stays as it was. Choose another file."
            ).format(name=path.name)
        ) from failure
    return logo.checked(content)


def _letterhead(db: Session) -> Letterhead:
    from needlelog.db import letterheads

    return letterheads.get(db)


def _saved(db: Session, letterhead: Letterhead) -> Letterhead:
    from needlelog.db import letterheads

    return letterheads.save(db, letterhead)
