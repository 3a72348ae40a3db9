"""The clinic's protocols as rows: a tap plans one on the map and closes."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal

from needlelog.domain.protocol import Protocol
from needlelog.domain.session import NeedlingSession
from needlelog.i18n import _
from needlelog.ui.screens import protocol_words
from needlelog.ui.screens.chair.facts import ChairFacts
from needlelog.ui.screens.chair.sheets.content import SheetContent, information
from needlelog.ui.widgets.list_row import ListRow

_ROW_PX = 64


class ProtocolContent(SheetContent):
    picked = Signal(object)
    """The Protocol to plan."""

    def __init__(self, session: NeedlingSession, facts: ChairFacts) -> None:
        super().__init__(session)
        self.rows: dict[UUID, ListRow] = {}
        self.body.setSpacing(8)
        self.body.addWidget(
            information(_("Planned, not done: each zone is confirmed as you treat it."))
        )
        for protocol in facts.shelf.protocols_in_use:
            row = self.rows[protocol.id] = ListRow(height=_ROW_PX)
            row.show_words(
                protocol.name,
                protocol_words.content(protocol, facts.shelf),
                protocol_words.interval(protocol),
            )
            row.clicked.connect(partial(self._on_row, protocol))
            self.body.addWidget(row)

    def _show(self) -> None:
        """The list is the clinic's, whatever the session holds."""

    def _on_row(self, protocol: Protocol) -> None:
        self.picked.emit(protocol)
        self.done.emit()
