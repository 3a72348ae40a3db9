"""Display: how the screen of this computer looks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QApplication, QWidget

from needlelog import settings
from needlelog.i18n import _
from needlelog.ui import display
from needlelog.ui.screens.settings.section import form_card, heading, section_column
from needlelog.ui.tasks import Tasks
from needlelog.ui.widgets.chips import ChipGroup, Choice
from needlelog.ui.widgets.labelled import Labelled


class DisplaySection(QWidget):
    """Shown at once, and kept for the next start."""

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self.theme = _made(_("Theme"), _themes())
        self.text_size = _made(_("Text size"), _text_sizes())
        self.density = _made(_("Density"), _densities())
        self.hand = _made(_("You work with your"), _hands())
        self._lay_out()
        for name, group in self._groups().items():
            group.changed.connect(partial(self._on_chosen, name))

    def begin(self) -> None:
        worn = display.current()
        for name, group in self._groups().items():
            group.set_chosen([getattr(worn, name)])

    def _groups(self) -> dict[str, ChipGroup]:
        return {
            "theme": self.theme,
            "text_size": self.text_size,
            "density": self.density,
            "hand": self.hand,
        }

    def _lay_out(self) -> None:
        dim = _("Dark is easier on the eyes in a dim room.")
        most = _("In the chair, where less fits, at most 150 %.")
        far = _("Bigger controls for a screen at arm’s length. The chair always has them.")
        side = _("Where the brush and the button that goes on stand in the chair.")
        column = section_column(self)
        line = _("Of this computer only; other chairs of the clinic keep their own.")
        column.addLayout(heading(_("Display"), line))
        colours = Labelled(_("Theme"), self.theme, dim)
        column.addWidget(form_card(_("Colours"), [(colours,)]))
        text = Labelled(_("Text size"), self.text_size, most)
        density = Labelled(_("Density"), self.density, far)
        column.addWidget(form_card(_("Sizes"), [(text,), (density,)]))
        hand = Labelled(_("You work with your"), self.hand, side)
        column.addWidget(form_card(_("Hand"), [(hand,)]))
        column.addStretch(1)

    def _on_chosen(self, name: str, chosen: tuple[str, ...]) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            display.wear(app, replace(display.current(), **{name: chosen[0]}))  # type: ignore[arg-type] # the chips offer nothing else
        file = settings.settings_file()
        # A disk may be slow; the screen has changed already.
        self._tasks.run(self, partial(settings.change, file, **{name: chosen[0]}), _kept)


def _made(name: str, choices: Sequence[Choice]) -> ChipGroup:
    group = ChipGroup(name)
    group.set_choices(choices)
    return group


def _themes() -> list[Choice]:
    return [
        Choice("light", _("Light")),
        Choice("dark", _("Dark")),
        Choice("high-contrast", _("High contrast")),
        Choice("system", _("As the system")),
    ]


def _text_sizes() -> list[Choice]:
    percents = ("100", "115", "130", "150", "200")
    return [Choice(percent, _("{n} %").format(n=percent)) for percent in percents]


def _densities() -> list[Choice]:
    return [Choice("desk", _("Desk")), Choice("chair", _("Chair (bigger)"))]


def _hands() -> list[Choice]:
    return [Choice("right", _("Right hand")), Choice("left", _("Left hand"))]


def _kept(_changed: settings.Settings) -> None:
    """A setting that was kept needs no word; one that wasn't is told by the window."""
