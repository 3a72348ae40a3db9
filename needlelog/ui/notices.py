"""What went wrong, told once: sentences for the person, traces for the log, never client data."""

from __future__ import annotations

import logging
import sys
from types import TracebackType

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QVBoxLayout

from needlelog import __version__
from needlelog.errors import NeedleLogError, NotSaved
from needlelog.i18n import _
from needlelog.log import trace
from needlelog.ui import metrics
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.icon_label import IconLabel
from needlelog.ui.widgets.labels import PlainLabel
from needlelog.ui.widgets.toast import Toast

_log = logging.getLogger(__name__)


def toast_of(error: NeedleLogError) -> Toast:
    """The failure of the world as it is told at the foot of the window."""
    return Toast(str(error), "error", topic="not_saved" if isinstance(error, NotSaved) else "")


def install_crash_net(app: QApplication) -> None:
    """From now on a bug is logged and told, and the program goes on.

    Qt calls slots from C++: what they raise ends in `sys.excepthook`, on the GUI thread.
    """
    sys.excepthook = CrashNet(app).caught


class CrashNet:
    """Tells of one bug at a time; what goes wrong meanwhile only goes to the log."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._dialog: CrashDialog | None = None

    def caught(
        self, kind: type[BaseException], error: BaseException, where: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._app.quit()
            return
        _log.error("A bug was caught", exc_info=(kind, error, where))
        if self._dialog is None:
            self._tell(trace(error.with_traceback(where)))

    def _tell(self, details: str) -> None:
        self._dialog = CrashDialog(details)
        self._dialog.finished.connect(self._on_finished)
        # Not exec(): a nested event loop could run the same bug again inside it.
        self._dialog.open()

    def _on_finished(self, _result: int) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.deleteLater()


class CrashDialog(QDialog):
    """Says that the work is safe; the details hold file names and line numbers only."""

    def __init__(self, details: str) -> None:
        super().__init__(QApplication.activeWindow())
        self.details = f"NeedleLog {__version__}, Python {sys.version.split()[0]}\n{details}"
        self.setWindowTitle("NeedleLog")
        self.setModal(True)
        self.copy = ActionButton(_("Copy details"), icon="copy", height=48)
        self.go_on = ActionButton(_("Go on"), kind="primary", height=48)
        self.copy.clicked.connect(self._on_copy)
        self.go_on.clicked.connect(self.accept)
        _lay_out(
            self,
            _("Something in NeedleLog went wrong"),
            _(
                "This step was not finished. The open session stays open, and everything that "
                "was shown as saved is saved. Go on, and check the last thing you did. "
                "If it happens again, close NeedleLog and start it anew. "
                "The details for the makers hold no client data."
            ),
            (self.copy, self.go_on),
        )
        self.go_on.setFocus()

    def _on_copy(self) -> None:
        QApplication.clipboard().setText(self.details)
        self.copy.set_text(_("Copied"))


def show_in_use(address: str) -> None:
    """The records are open in a program that does not answer."""
    dialog = QDialog()
    dialog.setWindowTitle("NeedleLog")
    close = ActionButton(_("Close"), kind="primary", height=48)
    close.clicked.connect(dialog.accept)
    sentence = _(
        "{address} is open in another NeedleLog, maybe on another account. Nothing was changed. "
        "Close it there, then start again."
    )
    _lay_out(dialog, _("These records are in use"), sentence.format(address=address), (close,))
    dialog.exec()  # before the window there is no event loop yet


def _lay_out(dialog: QDialog, title: str, sentence: str, buttons: tuple[ActionButton, ...]) -> None:
    head = QHBoxLayout()
    head.setSpacing(12)
    head.addWidget(IconLabel("triangle-alert", "warn", 28), 0, Qt.AlignmentFlag.AlignTop)
    head.addWidget(PlainLabel(title, "heading", wrap=True), 1)
    words = PlainLabel(sentence, wrap=True)
    metrics.at_least(words, width=440)
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addStretch(1)
    for button in buttons:
        row.addWidget(button)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(24, 24, 24, 20)
    column.setSpacing(16)
    column.addLayout(head)
    column.addWidget(words)
    column.addLayout(row)
