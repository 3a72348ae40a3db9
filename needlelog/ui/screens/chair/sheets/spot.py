"""One numbered spot: what it is, how large, how it was worked."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from needlelog.domain import amounts, depth, painting, spots
from needlelog.domain.device import Reach
from needlelog.domain.painting import MOST_PASSES
from needlelog.domain.session import NeedlingSession, Spot
from needlelog.domain.text import clean_line
from needlelog.i18n import _
from needlelog.ui import words
from needlelog.ui.screens.chair.facts import ChairFacts
from needlelog.ui.screens.chair.sheets.choice_or_words import OTHER, ChoiceOrWords
from needlelog.ui.screens.chair.sheets.content import (
    SheetContent,
    caption,
    information,
    side_by_side,
)
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.fields import Field
from needlelog.ui.widgets.labels import PlainLabel
from needlelog.ui.widgets.stepper import Reading, Stepper, Steps

_SIZE = Steps(5, 1000, 10, start=30, fine=5)
"""Tenths of a millimetre."""
_IN_TENTHS = ("width_mm", "height_mm")


class SpotContent(SheetContent):
    """The number stays with the client for life; here it is only shown."""

    def __init__(self, session: NeedlingSession, facts: ChairFacts, spot_id: UUID) -> None:
        super().__init__(session)
        self._facts = facts
        self._spot_id = spot_id
        self.number = PlainLabel(role="value")
        self.name = Field(_("Name"))
        self.kind = ChoiceOrWords(_("What is it?"), "spot_kind", height=60)
        self.steppers = _steppers(facts.shelf.reach(session))
        self.above = information()
        self.reason = ChoiceOrWords(
            _("Why this depth?"), "over_ceiling_reason", _("Your reason"), height=60
        )
        self.remove = ActionButton(
            _("Remove this spot"), "trash-2", kind="danger", height=56, guarded=True
        )
        self._lay_out()
        self._connect()
        self._show()

    def _lay_out(self) -> None:
        body = self.body
        caption_of = _captions()
        body.addLayout(side_by_side(self.number, self.remove, stretches=(1, 0)))
        body.addWidget(self.kind)
        body.addWidget(self.name)
        parts = [_under(caption_of[name], part) for name, part in self.steppers.items()]
        body.addLayout(side_by_side(*parts[:2], gap=24))
        body.addLayout(side_by_side(*parts[2:], gap=24))
        body.addWidget(self.above)
        body.addWidget(self.reason)

    def _connect(self) -> None:
        self.name.typed.connect(self._on_name)
        self.kind.chosen.connect(self._on_kind)
        self.kind.typed.connect(self._on_kind_typed)
        for name, stepper in self.steppers.items():
            stepper.value_changed.connect(partial(self._on_stepped, name))
        self.reason.chosen.connect(self._on_reason)
        self.reason.typed.connect(self._on_reason_typed)
        self.remove.clicked.connect(self._on_remove)

    @property
    def _spot(self) -> Spot | None:
        return spots.spot_of(self._session, self._spot_id)

    def _show(self) -> None:
        spot = self._spot
        if spot is None:  # removed, or the tap that made it was undone
            self.done.emit()
            return
        self.number.setText(_("Spot {n}").format(n=spot.number))
        if clean_line(self.name.text()) != spot.name:
            self.name.set_text(spot.name)
        self.kind.show_value(spot.kind)
        self.steppers["width_mm"].set_value(_tenths_of(spot.width_mm))
        self.steppers["height_mm"].set_value(_tenths_of(spot.height_mm))
        self.steppers["depth_um"].set_value(spot.depth_um)
        self.steppers["passes"].set_value(spot.passes)
        self._show_reason(spot)

    def _show_reason(self, spot: Spot) -> None:
        """The reason is asked for above the ceiling, and shown where one was given."""
        ceiling_um = self._facts.map_ceiling_um(spot.map)
        is_above = spot.depth_um is not None and spot.depth_um > ceiling_um
        self.above.setText(_("Above your ceiling of {mm}.").format(mm=depth.mm(ceiling_um)))
        self.above.setVisible(is_above)
        self.reason.setVisible(is_above)
        self.reason.show_value(spot.reason)

    def _on_name(self, text: str) -> None:
        self._type(name=clean_line(text))

    def _on_kind(self, kind: str) -> None:
        self._keep(kind=kind)

    def _on_kind_typed(self, kind: str) -> None:
        self._type(kind=kind)

    def _on_reason(self, reason: str) -> None:
        if reason != OTHER:
            self._keep(reason=reason)

    def _on_reason_typed(self, reason: str) -> None:
        self._type(reason="" if reason == OTHER else reason)

    def _on_stepped(self, name: str, value: int) -> None:
        self._keep(**{name: value / 10 if name in _IN_TENTHS else value})

    def _on_remove(self) -> None:
        self._tapped("spot", painting.without(self._session, {self._spot_id}))

    def _keep(self, **values: object) -> None:
        self._tapped("spot", self._with(values))

    def _type(self, **values: object) -> None:
        self._wrote("spot", self._with(values))

    def _with(self, values: dict[str, object]) -> NeedlingSession:
        if self._spot is None:
            return self._session
        return spots.with_spot(self._session, spots.edited(self._spot, **values))


def _captions() -> dict[str, str]:
    return {
        "width_mm": _("Width"),
        "height_mm": _("Height"),
        "depth_um": _("Depth"),
        "passes": _("Passes"),
    }


def _steppers(reach: Reach) -> dict[str, Stepper]:
    """One for each number of a spot, by the name of its field; the depth as the device has it."""
    size = Reading(amounts.tenths, amounts.parse_mm, _("mm"))
    deep = Reading(depth.number, reach.parse, _("mm"))
    depths = Steps(
        reach.low_um, reach.high_um, depth.STEP_UM, reach.nearest(500), depth.TYPED_STEP_UM
    )
    counted = Reading(words.passes, _parse_passes)
    kinds = {
        "width_mm": (_SIZE, size),
        "height_mm": (_SIZE, size),
        "depth_um": (depths, deep),
        "passes": (Steps(1, MOST_PASSES), counted),
    }
    return {
        name: Stepper(_captions()[name], steps, reading, button_px=56, value_px=24)
        for name, (steps, reading) in kinds.items()
    }


def _under(text: str, stepper: Stepper) -> QWidget:
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(caption(text))
    column.addWidget(stepper)
    return both


def _tenths_of(mm: float | None) -> int | None:
    return None if mm is None else round(mm * 10)


def _parse_passes(text: str) -> int:
    return amounts.parse_whole(text.strip().removeprefix("×"), 1, MOST_PASSES)
