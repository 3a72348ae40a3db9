"""Into the archive, into the trash and back, each with its Undo."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from needlelog.domain.client import Client
from needlelog.i18n import _
from needlelog.ui.clock import now
from needlelog.ui.tasks import Tasks, Topic
from needlelog.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class PutAside(QObject):
    """Nothing is asked and nothing is erased: a toast says what was done, and takes it back."""

    toast_asked = Signal(object)

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks

    def archive(self, client: Client) -> None:
        self._put(client, now(), None, _("{name} is in the archive"))

    def trash(self, client: Client) -> None:
        self._put(client, client.archived_at, now(), _("{name} is in the trash"))

    def restore(self, client: Client) -> None:
        self._put(client, None, None, _("{name} is back among the clients"))

    def _put(
        self, client: Client, archived_at: datetime | None, trashed_at: datetime | None, words: str
    ) -> None:
        work = partial(_kept, client=client, archived_at=archived_at, trashed_at=trashed_at)
        told = partial(self._tell, words.format(name=client.full_name))
        self._tasks.write(self, work, Topic.CLIENTS, told)

    def _tell(self, words: str, before: Client) -> None:
        undo = partial(self._take_back, before)
        self.toast_asked.emit(Toast(words, "undo", _("Undo"), undo, "put_aside", self))

    def _take_back(self, before: Client) -> None:
        work = partial(
            _kept, client=before, archived_at=before.archived_at, trashed_at=before.trashed_at
        )
        self._tasks.write(self, work, Topic.CLIENTS)


def _kept(
    db: Session, client: Client, archived_at: datetime | None, trashed_at: datetime | None
) -> Client:
    """The client as they were before."""
    from needlelog.db import clients

    return clients.put_aside(db, client.id, archived_at=archived_at, trashed_at=trashed_at)
