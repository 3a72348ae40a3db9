"""What is worth knowing beside the timeline: how to reach the client, skin, notes."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from needlelog.domain.client import Client
from needlelog.i18n import _, ngettext
from needlelog.ui import metrics
from needlelog.ui.languages import language_name
from needlelog.ui.screens import session_words
from needlelog.ui.screens.client_facts import ClientFacts
from needlelog.ui.screens.contact_ways import contact_words
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.card import Card
from needlelog.ui.widgets.labels import PlainLabel

WIDTH = 332
_ROMAN = ("I", "II", "III", "IV", "V", "VI")


class ClientSide(QWidget):
    """Cards of plain facts; what nobody noted says so or stays away."""

    edit_asked = Signal()
    from_paper_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.edit = ActionButton(_("Edit client"), icon="pencil", height=48, guarded=True)
        self.edit.clicked.connect(self.edit_asked)
        self.from_paper = ActionButton(
            _("Enter a session from paper"), icon="clipboard-list", height=48, guarded=True
        )
        self.from_paper.clicked.connect(self.from_paper_asked)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)

    def show_facts(self, facts: ClientFacts) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget not in (self.edit, self.from_paper):
                widget.deleteLater()
        self._column.addWidget(_facts_card(_("Sessions"), sessions_facts(facts)))
        self._column.addWidget(_facts_card(_("Client"), tuple(client_lines(facts.client))))
        if facts.client.notes:
            notes = Card()
            notes.body.addWidget(PlainLabel(_("Notes"), "card"))
            notes.body.addWidget(PlainLabel(facts.client.notes, wrap=True))
            self._column.addWidget(notes)
        self._column.addWidget(self.edit)
        self._column.addWidget(self.from_paper)
        why_not = _why_no_paper(facts)
        self.from_paper.setEnabled(not why_not)
        self.from_paper.set_text(_("Enter a session from paper"), second=why_not)
        self._column.addStretch(1)


def _why_no_paper(facts: ClientFacts) -> str:
    if facts.client.trashed_at is not None:
        return _("In the trash")
    return _("A session is open") if facts.open_session is not None else ""


Fact = tuple[str, str]
"""What it is, and what it is for this client."""


def sessions_facts(facts: ClientFacts) -> tuple[Fact, ...]:
    return (
        (_("Signed"), str(facts.signed)),
        (_("Last session"), _last(facts)),
        (_("Phototype"), _phototype(facts.client)),
        (_("Melasma"), _melasma(facts.client)),
    )


def client_lines(client: Client) -> Iterator[Fact]:
    """Every fact that was noted; the phone says so when it was not."""
    yield _("Phone"), client.phone or _("Not known")
    for label, text in (
        (_("Known as"), client.known_as),
        (_("E-mail"), client.email),
        (_("Address"), client.address),
        (_("Contact by"), contact_words(client.contact_by)),
        (_("Emergency contact"), client.emergency_contact),
        (_("Doctor"), client.doctor),
        (_("Language"), language_name(client.language)),
        (_("Age proof seen by"), client.age_proof_seen_by),
    ):
        if text:
            yield label, text


def _last(facts: ClientFacts) -> str:
    last = facts.last_signed
    if last is None:
        return _("none yet")
    day = session_words.day(last, facts.zone)
    days = (facts.today - last.happened_at.astimezone(facts.zone).date()).days
    if days <= 0:
        return _("{day}, today").format(day=day)
    ago = ngettext("{n} day ago", "{n} days ago", days).format(n=days)
    return f"{day}, {ago}"


def _phototype(client: Client) -> str:
    if client.phototype is None:
        return _("not noted")
    return _("Fitzpatrick {type}").format(type=_ROMAN[client.phototype - 1])


def _melasma(client: Client) -> str:
    if client.has_melasma is None:
        return _("not asked")
    return _("now or before") if client.has_melasma else _("no")


def _facts_card(title: str, facts: tuple[Fact, ...]) -> Card:
    card = Card()
    card.body.setSpacing(8)
    card.body.addWidget(PlainLabel(title, "card"))
    for label, text in facts:
        name = PlainLabel(label, "secondary")
        metrics.fix(name, width=124)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(name)
        row.addWidget(PlainLabel(text, wrap=True), 1)
        card.body.addLayout(row)
    return card
