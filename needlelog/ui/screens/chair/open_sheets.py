"""The sheet that is open over the chair, if any: made when asked for, fed with every change."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from needlelog.domain import close_out
from needlelog.domain.session import NeedlingSession
from needlelog.i18n import _
from needlelog.ui.autosave import Autosave
from needlelog.ui.screens.chair import brush_state, map_view
from needlelog.ui.screens.chair.facts import ChairFacts
from needlelog.ui.screens.chair.sheets.all_zones import AllZonesContent
from needlelog.ui.screens.chair.sheets.also_done import AlsoDoneContent
from needlelog.ui.screens.chair.sheets.content import SheetContent
from needlelog.ui.screens.chair.sheets.details import DetailsContent
from needlelog.ui.screens.chair.sheets.entered_later import EnteredLaterContent
from needlelog.ui.screens.chair.sheets.lots import LotsContent
from needlelog.ui.screens.chair.sheets.next_date import NextDateContent
from needlelog.ui.screens.chair.sheets.numbing import NumbingContent
from needlelog.ui.screens.chair.sheets.protocol import ProtocolContent
from needlelog.ui.screens.chair.sheets.reason import ReasonContent
from needlelog.ui.screens.chair.sheets.serum import SerumContent
from needlelog.ui.screens.chair.sheets.spot import SpotContent
from needlelog.ui.screens.chair.sheets.stop import StopContent
from needlelog.ui.screens.chair.sheets.tip import TipContent
from needlelog.ui.screens.chair.treat import Treat
from needlelog.ui.widgets.sheet import Sheet


class OpenSheets(QObject):
    """At most one at a time."""

    def __init__(self, chair: QWidget, autosave: Autosave, facts: ChairFacts, treat: Treat) -> None:
        super().__init__(chair)
        self._chair = chair
        self._autosave = autosave
        self.facts = facts
        self._treat = treat
        self.content: SheetContent | None = None
        self.sheet: Sheet | None = None

    def open(self, name: str) -> None:
        """Open one by its name; 'spot:<id>' names its spot."""
        self.close()
        title, content = self._made(name)
        self.content = content
        self.sheet = Sheet(self._chair.window(), title, content)
        self.sheet.closed.connect(self._on_closed)
        self._listen(content)
        self.sheet.open()

    def close(self) -> None:
        if self.sheet is not None:
            self.sheet.dismiss()

    def show_session(self, session: NeedlingSession) -> None:
        if self.content is not None:
            self.content.show_session(session)

    def _made(self, name: str) -> tuple[str, SheetContent]:
        session, facts = self._autosave.session, self.facts
        if name.startswith(map_view.SPOT):
            spot_id = UUID(name.removeprefix(map_view.SPOT))
            return _("Spot"), SpotContent(session, facts, spot_id)
        if name == "reason":
            return _("Depth"), ReasonContent(session, facts, self._asked_layers())
        titles: dict[str, tuple[str, Callable[[NeedlingSession, ChairFacts], SheetContent]]] = {
            "protocol": (_("Protocol"), ProtocolContent),
            "serum": (_("Serum"), SerumContent),
            "lots": (_("Lots"), LotsContent),
            "tip": (_("Device and tip"), TipContent),
            "numbing": (_("Numbing"), NumbingContent),
            "stop": (_("Stopped early"), StopContent),
            "also_done": (_("Also done today"), AlsoDoneContent),
            "all_zones": (_("All zones"), AllZonesContent),
            "next_date": (_("Next date"), NextDateContent),
            "entered_later": (_("Written on paper: when was it?"), EnteredLaterContent),
            "details": (_("More about this session"), DetailsContent),
        }
        title, made = titles[name]
        return title, made(session, facts)

    def _asked_layers(self) -> tuple[UUID, ...]:
        """The layers whose depth needs a reason: of the last tap, else all of them."""
        session, facts = self._autosave.session, self.facts
        above = [
            layer.id
            for layer in session.done_layers
            if close_out.needs_reason(layer, facts.ceiling_um(layer.zone))
        ]
        last = brush_state.last_layer_ids(session, self._treat.hand.state.subject)
        return tuple(one for one in above if one in last) or tuple(above)

    def _listen(self, content: SheetContent) -> None:
        if isinstance(content, SerumContent):
            content.picked.connect(self._treat.hand.use_serum)
        if isinstance(content, ProtocolContent):
            content.picked.connect(self._treat.plan)
        if isinstance(content, AllZonesContent):
            content.zones_picked.connect(self._treat.paint)
        content.changed.connect(self._on_changed)
        content.typed.connect(self._on_typed)
        content.done.connect(self.close)

    def _on_changed(self, what: str, session: NeedlingSession) -> None:
        self._autosave.did(what, session)

    def _on_typed(self, what: str, session: NeedlingSession) -> None:
        self._autosave.typed(what, session)

    def _on_closed(self) -> None:
        if self.sheet is not None:
            self._autosave.keep_typing()
            self.sheet.deleteLater()
        self.sheet = self.content = None
