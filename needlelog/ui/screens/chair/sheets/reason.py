"""Why a depth is above the ceiling or out of the usual range: one tap answers and closes."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from needlelog import catalogue
from needlelog.domain import painting
from needlelog.domain.depth import mm, number
from needlelog.domain.guard import Concern, Remark
from needlelog.domain.session import Layer, NeedlingSession
from needlelog.i18n import _
from needlelog.ui import display, words
from needlelog.ui.screens.chair.facts import ChairFacts
from needlelog.ui.screens.chair.sheets.choice_or_words import OTHER, ChoiceOrWords
from needlelog.ui.screens.chair.sheets.content import SheetContent, information
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.labels import PlainLabel


class ReasonContent(SheetContent):
    """Deeper than 2.5 mm it first asks whether the number is right."""

    def __init__(
        self, session: NeedlingSession, facts: ChairFacts, layer_ids: Sequence[UUID]
    ) -> None:
        super().__init__(session)
        self._facts = facts
        self._layer_ids = frozenset(layer_ids)
        self._is_right = False
        self.question = PlainLabel(role="heading", wrap=True)
        self.text = information()
        self.reasons = ChoiceOrWords("", self._kind(), _("Your reason"), height=60)
        self.right = ActionButton(height=64, kind="primary", guarded=True, name=_("It is right"))
        self.use = ActionButton(height=64, guarded=True, name=_("Use less"))
        self.keep = ActionButton(height=64, kind="primary", guarded=True, name=_("Keep"))
        self._lay_out()
        self._connect()
        self._show()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        for button in (self.use, self.keep, self.right):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        # Never where the way on to the next step lies: a second tap would leave the step.
        row.insertStretch(0 if display.is_left_handed() else -1, 1)
        for part in (self.question, self.text, self.reasons):
            self.body.addWidget(part)
        self.body.addLayout(row)

    def _connect(self) -> None:
        self.reasons.chosen.connect(self._on_reason)
        self.reasons.typed.connect(self._on_words)
        self.right.clicked.connect(self._on_right)
        self.use.clicked.connect(self._on_use)
        self.keep.clicked.connect(self.done)

    @property
    def _layers(self) -> tuple[Layer, ...]:
        return tuple(row for row in self._session.layers if row.id in self._layer_ids)

    def _show(self) -> None:
        layers = self._layers
        if not layers:  # the tap that made them was undone
            self.done.emit()
            return
        remark = self._remark()
        asks_number = remark.concern is Concern.ASK_AGAIN and not self._is_right
        zones = words.zones_label([row.zone for row in layers], catalogue.zones())
        question = _("Is {mm} right on {zones}?") if asks_number else _("Why {mm} on {zones}?")
        self.question.setText(question.format(mm=mm(remark.depth_um), zones=zones))
        self.text.setText(" ".join(words.remark_sentences(remark, zones)))
        self.reasons.setVisible(not asks_number)
        self.reasons.show_value(layers[0].reason)
        self.right.set_text(_("Yes, {mm}").format(mm=mm(remark.depth_um)))
        self.right.setVisible(asks_number)
        self.keep.set_text(_("Keep {mm}").format(mm=mm(remark.depth_um)))
        self.keep.setVisible(not asks_number)
        self.use.set_text(_("Use {mm}").format(mm=number(_way_back(remark))))

    def _kind(self) -> str:
        above = any(row.depth_um > self._facts.ceiling_um(row.zone) for row in self._layers)
        return "over_ceiling_reason" if above else "outside_range_reason"

    def _remark(self) -> Remark:
        """Of the layer that is furthest above its own ceiling."""
        ceiling = self._facts.ceiling_um
        furthest = max(self._layers, key=lambda row: row.depth_um - ceiling(row.zone))
        return self._facts.remark(furthest.zone, furthest.depth_um)

    def _on_right(self) -> None:
        self._is_right = True
        self._show()
        self.reasons.chips.setFocus()

    def _on_use(self) -> None:
        back_um = _way_back(self._remark())
        self._tapped(
            "depth",
            painting.edited(self._session, self._layer_ids, depth_um=back_um, reason=""),
        )
        self.done.emit()

    def _on_reason(self, reason: str) -> None:
        if reason != OTHER:
            self._tapped("reason", self._with(reason))
            self.done.emit()

    def _on_words(self, reason: str) -> None:
        self._wrote("reason", self._with("" if reason == OTHER else reason))

    def _with(self, reason: str) -> NeedlingSession:
        return painting.edited(self._session, self._layer_ids, reason=reason)


def _way_back(remark: Remark) -> int:
    """The nearest depth nobody asks about."""
    if remark.depth_um > remark.ceiling_um:
        return remark.ceiling_um
    low, high = remark.usual.low_um, min(remark.usual.high_um, remark.ceiling_um)
    return min(max(remark.depth_um, low), high)
