"""Display: how the screen of this computer looks."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QApplication, QWidget

from needlelog import settings
from needlelog.i18n import _
from needlelog.ui import theme
from needlelog.ui.screens.settings.section import form_card, heading, section_column
from needlelog.ui.tasks import Tasks
from needlelog.ui.widgets.labelled import Labelled
from needlelog.ui.widgets.segmented import Segment, Segmented


class DisplaySection(QWidget):
    """Shown at once, and kept for the next start."""

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self.theme = Segmented(
            _("Theme"), [Segment("light", _("Light")), Segment("dark", _("Dark"))]
        )
        self.theme.chosen.connect(self._on_theme)
        labelled = Labelled(_("Theme"), self.theme, _("Dark is easier on the eyes in a dim room."))
        column = section_column(self)
        line = _("Of this computer only; other chairs of the clinic keep their own.")
        column.addLayout(heading(_("Display"), line))
        column.addWidget(form_card(_("Colours"), [(labelled,)]))
        column.addStretch(1)

    def begin(self) -> None:
        self.theme.set_choice(theme.current().name)

    def _on_theme(self, name: str) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, theme.load(name))
        file = settings.settings_file()
        # A disk may be slow; the screen has changed already.
        self._tasks.run(self, partial(settings.change, file, theme=name), _kept)


def _kept(_changed: settings.Settings) -> None:
    """A setting that was kept needs no word; one that wasn't is told by the window."""
