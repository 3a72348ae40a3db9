"""'Just looking?': an invented clinic to try the program with."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar

from needlelog.errors import NeedleLogError
from needlelog.i18n import _
from needlelog.ui.demo_making import CLIENTS, SESSIONS, DemoMaking
from needlelog.ui.tasks import Tasks
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.card import Card
from needlelog.ui.widgets.labels import PlainLabel


class DemoCard(Card):
    """Making it takes a moment, which is shown and can be stopped."""

    ready = Signal(object)
    """Place of the demo."""

    def __init__(self, tasks: Tasks) -> None:
        super().__init__(padding=18)
        self.making = DemoMaking(tasks, self)
        self.open = ActionButton(_("Try with demo data"), icon="flask-conical", guarded=True)
        self.bar = QProgressBar()
        self.bar.setRange(0, CLIENTS + SESSIONS)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("Making the demo"))
        self.cancel = ActionButton(_("Cancel"), icon="x", height=48)
        self._words = PlainLabel(wrap=True)
        self._words.set_ink("ink2")
        self.body.setSpacing(8)
        self.body.addWidget(PlainLabel(_("Just looking?"), "heading"))
        for part in (self._words, self.bar, self.open, self.cancel):
            self.body.addWidget(part)
        self._show_making(False)
        self._connect()

    def stop(self) -> None:
        """The window closes, or something else was chosen."""
        self.making.stop()

    def _connect(self) -> None:
        self.open.clicked.connect(self._on_open)
        self.cancel.clicked.connect(self._on_cancel)
        self.making.progressed.connect(self._on_progress)
        self.making.ready.connect(self.ready)
        self.making.stopped.connect(self._on_stopped)
        self.making.failed.connect(self._on_failed)

    def _on_open(self) -> None:
        self._show_making(True)
        self.making.start()

    def _on_cancel(self) -> None:
        self.making.stop()

    def _on_progress(self, more: int) -> None:
        self.bar.setValue(self.bar.value() + more)

    def _on_stopped(self) -> None:
        self._show_making(False)

    def _on_failed(self, error: NeedleLogError) -> None:
        self._show_making(False)
        self._words.setText(str(error))

    def _show_making(self, is_making: bool) -> None:
        self.bar.setValue(0)
        self.bar.setVisible(is_making)
        self.cancel.setVisible(is_making)
        self.open.setVisible(not is_making)
        if is_making:
            self._words.setText(_("40 clients and two years of sessions are being invented."))
            self.cancel.setFocus()
        else:
            self._words.setText(
                _("A separate file with invented clients, marked DEMO on every screen and page.")
            )
