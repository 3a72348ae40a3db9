"""'About NeedleLog': which version, where everything lies, and whose work it stands on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QTextBrowser, QVBoxLayout, QWidget

from needlelog import __version__, settings
from needlelog.i18n import _
from needlelog.ui import metrics, theme
from needlelog.ui.help.over_window import sheet_of
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.icon_label import IconLabel
from needlelog.ui.widgets.labelled import Labelled
from needlelog.ui.widgets.labels import PlainLabel
from needlelog.ui.widgets.sheet import Sheet

_WIDTH = 640


class About(QWidget):
    """What somebody asks for who helps from afar."""

    def __init__(self, open_log_folder: Callable[[], object]) -> None:
        super().__init__()
        self.records = _read_only(_("Records"))
        self.log_folder = _read_only(_("Log folder"), str(settings.log_folder()))
        self.open_log = ActionButton(
            _("Open"), icon="folder-open", height=44, name=_("Open the log folder")
        )
        self.open_log.clicked.connect(open_log_folder)
        self.licences = QTextBrowser()
        self.licences.setAccessibleName(_("Licences"))
        self.licences.setFont(theme.font(15))
        self.licences.setMarkdown(_licences())
        self.licences.setTabChangesFocus(True)
        metrics.at_least(self.licences, height=120)
        self._lay_out()

    def show_address(self, address: str) -> None:
        """The file or the server."""
        self.records.setText(address)
        self.records.setCursorPosition(0)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(0)
        version = _("Version {version}").format(version=__version__)
        words.addWidget(PlainLabel(version, "card"))
        promise = _("Treatment records for microneedling practitioners. MIT licence.")
        words.addWidget(PlainLabel(promise, "secondary", wrap=True))
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(IconLabel("needlelog", "accent", 44))
        head.addLayout(words, 1)
        column.addLayout(head)
        column.addWidget(Labelled(_("Records"), self.records))
        beside = QHBoxLayout()
        beside.setSpacing(12)
        beside.addWidget(Labelled(_("Log folder"), self.log_folder), 1)
        beside.addWidget(self.open_log, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(beside)
        column.addWidget(PlainLabel(_("Licences"), "label"))
        column.addWidget(self.licences, 1)


def about_sheet(window: QWidget, content: About) -> Sheet:
    return sheet_of(window, _("About NeedleLog"), content, _WIDTH)


def _read_only(name: str, text: str = "") -> QLineEdit:
    """To be read, selected and copied."""
    field = QLineEdit(text)
    field.setReadOnly(True)
    field.setAccessibleName(name)
    field.setFont(theme.font(15))
    metrics.one_line(field, 44)
    field.setCursorPosition(0)
    return field


def _licences() -> str:
    """The notices and our own licence; in a checkout they lie beside the resources."""
    own = settings.resources()
    folder = own if (own / "NOTICES.md").is_file() else own.parent
    return "\n\n".join(_text(folder / name) for name in ("NOTICES.md", "LICENSE"))


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")
