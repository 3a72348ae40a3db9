"""The last step of a first start: which folder the records lie in."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from needlelog.db import files_found
from needlelog.db.files_found import Finding, Found
from needlelog.db.place import Place
from needlelog.i18n import _
from needlelog.ui.screens.first_start_steps import buttons_row
from needlelog.ui.tasks import Tasks
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.card import Card
from needlelog.ui.widgets.icon_label import IconLabel
from needlelog.ui.widgets.labels import PlainLabel


class PlaceStep(QWidget):
    """Only a folder that will do becomes the chosen one; any other is told why not."""

    finished = Signal()
    back_asked = Signal()
    open_asked = Signal(object)
    """Path of another clinic's records, which lie in the folder that was chosen."""

    def __init__(self, tasks: Tasks, place: Place) -> None:
        super().__init__()
        self._tasks = tasks
        self._place = place
        self.chosen = place.file
        """The file that is to be made; None for a server."""
        self.where = PlainLabel(wrap=True)
        self.change = ActionButton(_("Change"), height=44, name=_("Choose another folder"))
        if place.file is None:
            self.change.hide()
        self.sentence = PlainLabel(wrap=True)
        self._mark = IconLabel("triangle-alert", "warn", 18)
        self.open_other = ActionButton(_("Open these records"), icon="database", height=44)
        self.back = ActionButton(_("Back"), icon="arrow-left", guarded=True)
        self.start = ActionButton(_("Start"), icon="arrow-right", kind="primary", guarded=True)
        self.start.set_icon("arrow-right", after=True)
        self._found: Found | None = None
        self._lay_out()
        self._connect()
        self._show_where()
        self._say("")

    def begin(self) -> None:
        self.start.setFocus()

    def answer(self) -> str:
        return self.where.text()

    def show_failure(self, text: str) -> None:
        """The records could not be made there."""
        self._say(text)

    def look_at(self, folder: Path) -> None:
        """A folder was chosen: see whether it will do."""
        name = self.chosen.name if self.chosen is not None else ""
        work = partial(files_found.look, folder / name)
        self._tasks.run(self, work, self._on_found)

    def _on_change(self) -> None:
        here = self.chosen.parent if self.chosen is not None else Path.home()
        while not here.exists() and here != here.parent:
            here = here.parent
        dialog = QFileDialog(self.window(), _("Where the records lie"), str(here))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._on_folder)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_folder(self, folder: str) -> None:
        self.look_at(Path(folder))

    def _on_found(self, found: Found) -> None:
        self._found = found
        if found.finding is Finding.FREE:
            self.chosen = found.file
            self._show_where()
        self._say(_sentence(found))
        self.open_other.setVisible(found.finding is Finding.OTHER_CLINIC)

    def _on_open_other(self) -> None:
        if self._found is not None:
            self.open_asked.emit(self._found.file)

    def _show_where(self) -> None:
        server = _("On the server {address}").format(address=_without_password(self._place.address))
        self.where.setText(str(self.chosen.parent) if self.chosen is not None else server)

    def _say(self, sentence: str) -> None:
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        self._mark.setVisible(bool(sentence))
        self.open_other.hide()

    def _connect(self) -> None:
        self.change.clicked.connect(self._on_change)
        self.open_other.clicked.connect(self._on_open_other)
        self.back.clicked.connect(self.back_asked)
        self.start.clicked.connect(self.finished)

    def _lay_out(self) -> None:
        box = Card(fill="sunken", padding=12)
        row = QHBoxLayout()
        row.setSpacing(12)
        is_file = self._place.file is not None
        row.addWidget(IconLabel("folder" if is_file else "database", "ink2", 22))
        row.addWidget(self.where, 1)
        row.addWidget(self.change)
        box.body.addLayout(row)
        said = QHBoxLayout()
        said.setSpacing(8)
        said.addWidget(self._mark)
        said.addWidget(self.sentence, 1)
        said.addWidget(self.open_other)
        self.sentence.set_ink("warn")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(box)
        column.addLayout(said)
        column.addLayout(buttons_row(self.back, self.start))


def _sentence(found: Found) -> str:
    folder = found.file.parent
    match found.finding:
        case Finding.CANNOT_WRITE:
            return _(
                "The folder {folder} can't be written, so nothing was changed there. "
                "Choose another, or look at its permissions."
            ).format(folder=folder)
        case Finding.FULL:
            return _(
                "Only {free} MB are free at {folder}, too little for years of records. "
                "Nothing was changed. Choose a disk with more room."
            ).format(free=found.free_mb, folder=folder)
        case Finding.FOREIGN:
            return _(
                "There is a file {name} in {folder} that NeedleLog can't read. It was left as it "
                "is. Choose another folder."
            ).format(name=found.file.name, folder=folder)
        case Finding.OTHER_CLINIC:
            return _(
                "The records of “{clinic}” lie in {folder}. They were left as they are. "
                "Open them, or choose another folder for yours."
            ).format(clinic=found.clinic, folder=folder)
        case Finding.FREE:
            return ""


def _without_password(address: str) -> str:
    """'db.clinic.example/records' of 'postgresql+psycopg://anna:secret@db.clinic.example/records'."""
    return address.partition("://")[2].rpartition("@")[2].partition("?")[0]
