"""All sessions of a client, the newest first, a page at a time."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from needlelog.i18n import _
from needlelog.ui.screens.client_facts import ClientFacts
from needlelog.ui.screens.session_card import SessionCard, card_words
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.empty_state import EmptyState


class Timeline(QWidget):
    """Cards are built when they are asked for, and kept while they say the same."""

    read_asked = Signal(object)
    resume_asked = Signal(object)
    print_again_asked = Signal(object)
    earlier_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Sessions"))
        self.cards: list[SessionCard] = []
        self.earlier = ActionButton(_("Show earlier sessions"), icon="chevron-down", height=48)
        self.earlier.clicked.connect(self.earlier_asked)
        self._empty = EmptyState(
            "history", _("No sessions yet"), _("Tap Start session when the client is here.")
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._empty)
        self._column.addWidget(self.earlier, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(1)

    def show_facts(self, facts: ClientFacts) -> None:
        wanted = [card_words(one, facts) for one in facts.sessions]
        known = {card.words.session_id: card for card in self.cards}
        kept = []
        for place, words in enumerate(wanted):
            card = known.pop(words.session_id, None)
            if card is None or card.words != words:
                self._drop(card)
                card = self._made(SessionCard(words))
            self._column.insertWidget(place, card)
            kept.append(card)
        for gone in known.values():
            self._drop(gone)
        self.cards = kept
        self._empty.setVisible(not facts.sessions)
        self.earlier.setVisible(facts.has_earlier())

    def _made(self, card: SessionCard) -> SessionCard:
        card.read_asked.connect(self.read_asked)
        card.resume_asked.connect(self.resume_asked)
        card.print_again_asked.connect(self.print_again_asked)
        return card

    def _drop(self, card: SessionCard | None) -> None:
        if card is not None:
            self._column.removeWidget(card)
            card.deleteLater()
