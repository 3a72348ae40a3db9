"""Warns, while a name is typed, of clients who are called the same."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from needlelog.domain.client import Client
from needlelog.i18n import _
from needlelog.ui import words
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.card import Card
from needlelog.ui.widgets.icon_label import IconLabel
from needlelog.ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Namesakes:
    clients: tuple[Client, ...]
    today: date


def namesakes(db: Session, family_name: str, given_name: str) -> tuple[Client, ...]:
    """Clients of this name, whatever the accents and capitals, names swapped too."""
    from needlelog.db import clients

    straight = clients.same_name(db, family_name, given_name)
    swapped = clients.same_name(db, given_name, family_name)
    return tuple({one.id: one for one in (*straight, *swapped)}.values())


class SameName(Card):
    """Information, never a bar: two people may well share a name."""

    client_asked = Signal(object)
    """UUID of the client who is here already."""

    def __init__(self) -> None:
        super().__init__(fill="warn-bg", edge="warn-line")
        self._title = PlainLabel(role="card", wrap=True)
        self._title.set_ink("warn")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(IconLabel("triangle-alert", "warn", 22))
        head.addWidget(self._title, 1)
        self.body.addLayout(head)
        self.body.addLayout(self._rows)
        self.hide()

    def show_clients(self, found: Namesakes, born_on: date | None) -> None:
        """Show who is called the same, with the birth date that tells them apart."""
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self._title.setText(_title(found.clients, born_on))
        for client in found.clients[:_SHOWN]:
            self._rows.addWidget(self._row(client, found.today))
        self.setVisible(bool(found.clients))

    def _row(self, client: Client, today: date) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(32, 0, 0, 0)
        line.setSpacing(12)
        text = f"{client.banner_name} · {words.born_and_code(client, today)}"
        line.addWidget(PlainLabel(text, wrap=True), 1)
        button = ActionButton(
            _("Open that client"), height=44, guarded=True,
            name=_("Open that client, {code}").format(code=client.code),
        )  # fmt: skip
        button.clicked.connect(partial(self._on_open, client.id))
        line.addWidget(button)
        return row

    def _on_open(self, client_id: UUID) -> None:
        self.client_asked.emit(client_id)


def _title(clients: tuple[Client, ...], born_on: date | None) -> str:
    if born_on is not None and any(client.born_on == born_on for client in clients):
        return _("A client of this name and birth date is here already.")
    return _("A client of this name is here already. Compare the birth date.")
