"""A second start of the program on the same records raises the window that is open."""

from __future__ import annotations

import hashlib

from PySide6.QtCore import QDeadlineTimer, QObject, QThread, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

ANSWER_WITHIN_MS = 3000
_ASK_AGAIN_AFTER_MS = 50


def channel_name(records: str) -> str:
    """A name that only programs on the same records share, and that tells nothing of them."""
    return f"needlelog-{hashlib.sha256(records.encode()).hexdigest()[:16]}"


def raise_the_other(records: str) -> bool:
    """Ask the program that has these records to show itself; False when none answers.

    Started twice within a second, the first may hold the records and not listen yet.
    """
    socket = QLocalSocket()
    patience = QDeadlineTimer(ANSWER_WITHIN_MS)
    while not patience.hasExpired():
        socket.connectToServer(channel_name(records))
        if socket.waitForConnected(int(patience.remainingTime())):
            socket.disconnectFromServer()
            return True
        QThread.msleep(_ASK_AGAIN_AFTER_MS)
    return False


class RaiseRequests(QObject):
    """Listens for later starts on the same records."""

    asked = Signal()

    def __init__(self, records: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        name = channel_name(records)
        # A program that was killed leaves its name behind; whoever holds the records may take it.
        QLocalServer.removeServer(name)
        self._server.listen(name)
        self._server.newConnection.connect(self._on_connection)

    def _on_connection(self) -> None:
        connection = self._server.nextPendingConnection()
        if connection is not None:
            connection.close()
            connection.deleteLater()
        self.asked.emit()
