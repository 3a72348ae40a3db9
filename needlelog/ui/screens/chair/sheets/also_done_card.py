"""One other procedure with what belongs to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal

from needlelog import catalogue
from needlelog.domain.session import AlsoDone
from needlelog.domain.text import clean_line
from needlelog.i18n import _
from needlelog.ui.screens.chair.sheets.choice_or_words import OTHER
from needlelog.ui.screens.chair.sheets.content import side_by_side
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.card import Card
from needlelog.ui.widgets.chips import ChipGroup, Choice
from needlelog.ui.widgets.fields import Field
from needlelog.ui.widgets.labels import ElidedLabel
from needlelog.ui.widgets.segmented import Segment, Segmented


class AlsoDoneCard(Card):
    changed = Signal(object)
    """The AlsoDone after a tap."""
    typed = Signal(object)
    """The AlsoDone as it is typed."""
    removed = Signal(object)
    """Its id."""

    def __init__(self, row: AlsoDone) -> None:
        super().__init__(padding=12)
        self._row = row
        self.title = ElidedLabel("", "card")
        self.remove = ActionButton(_("Remove"), "trash-2", kind="danger", height=56, guarded=True)
        timings = catalogue.choices("also_done_timing").values()
        self.timing = Segmented(_("When"), [Segment(t.id, _(t.label)) for t in timings], height=56)
        self.zones = ChipGroup(_("Where"), "many", height=48)
        self.words = Field(_("What was it?"))
        self.fields = {
            "product": Field(_("Product or device")),
            "settings": Field(_("Settings")),
            "lot": Field(_("Lot number")),
            "by": Field(_("Done by")),
        }
        self.body.addLayout(side_by_side(self.title, self.timing, self.remove, stretches=(1, 0, 0)))
        self.body.addWidget(self.words)
        self.body.addWidget(self.zones)
        self.body.addLayout(side_by_side(*self.fields.values()))
        self._connect()

    def show_entry(self, row: AlsoDone, treated: Sequence[str]) -> None:
        """Show the entry; what is being typed stays as it is typed."""
        self._row = row
        kinds = catalogue.choices("also_done")
        is_code = row.kind in kinds and row.kind != OTHER
        self.title.setText(_(kinds[row.kind].label) if row.kind in kinds else row.kind)
        self.words.setVisible(not is_code)
        words = "" if row.kind in kinds else row.kind
        if clean_line(self.words.text()) != words:
            self.words.set_text(words)
        self.timing.set_choice(row.timing)
        self._show_zones(tuple(dict.fromkeys((*treated, *row.zones))))
        for name, field in self.fields.items():
            if clean_line(field.text()) != getattr(row, name):
                field.set_text(getattr(row, name))

    def _show_zones(self, codes: tuple[str, ...]) -> None:
        zones = catalogue.zones()
        self.zones.set_choices([Choice(code, _(zones[code].short)) for code in codes])
        self.zones.set_chosen(self._row.zones)
        self.zones.setVisible(bool(codes))

    def _connect(self) -> None:
        self.remove.clicked.connect(self._on_remove)
        self.timing.chosen.connect(self._on_timing)
        self.zones.changed.connect(self._on_zones)
        self.words.typed.connect(self._on_words)
        for name, field in self.fields.items():
            field.typed.connect(partial(self._on_text, name))

    def _on_remove(self) -> None:
        self.removed.emit(self._row.id)

    def _on_timing(self, timing: str) -> None:
        self.changed.emit(replace(self._row, timing=timing))

    def _on_zones(self, zones: tuple[str, ...]) -> None:
        self.changed.emit(replace(self._row, zones=zones))

    def _on_words(self, text: str) -> None:
        self.typed.emit(replace(self._row, kind=clean_line(text) or OTHER))

    def _on_text(self, name: str, text: str) -> None:
        values = {name: clean_line(text)}
        self.typed.emit(replace(self._row, **values))  # type: ignore[arg-type]  # checked by replace
