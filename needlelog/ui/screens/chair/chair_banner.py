"""The head of the chair: the client on the left, the steps on the right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from needlelog.domain.session import ChairStep, NeedlingSession
from needlelog.i18n import _
from needlelog.ui import metrics
from needlelog.ui.clock import now
from needlelog.ui.screens import session_words
from needlelog.ui.screens.chair.facts import ChairFacts
from needlelog.ui.screens.client_banner import banner_client
from needlelog.ui.widgets.alert_chip import Alert
from needlelog.ui.widgets.banner import ClientBanner
from needlelog.ui.widgets.step_bar import Step, StepBar
from needlelog.ui.widgets.surface import Surface

_LONG_NAME = 48
"""Letters from which on a name would take the room of the map in a small window."""


class ChairBanner(Surface):
    step_asked = Signal(str)

    def __init__(self, facts: ChairFacts) -> None:
        super().__init__(bottom_line=True)
        self._facts = facts
        self._later = session_words.entered_later(facts.session, facts.zone)
        self.client = ClientBanner()
        self.steps = StepBar(
            (
                Step(ChairStep.TREAT, _("Treat")),
                Step(ChairStep.REACTIONS, _("Reactions")),
                Step(ChairStep.AFTERCARE, _("Aftercare & sign")),
            )
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(16)
        row.addWidget(self.client, 1)
        row.addWidget(self.steps)
        metrics.at_least(self, height=72)
        self.show_facts(facts)
        self.steps.asked.connect(self.step_asked)

    def show_facts(self, facts: ChairFacts) -> None:
        self._facts = facts
        self._show_client()

    def show_session(self, session: NeedlingSession) -> None:
        """One that is entered later says so, and when it was."""
        told = session_words.entered_later(session, self._facts.zone)
        if told != self._later:
            self._later = told
            self._show_client()

    def _show_client(self) -> None:
        facts = self._facts
        today = now().astimezone(facts.zone).date()
        client = banner_client(facts.client, today)
        number = _("Session {n}").format(n=facts.number)
        later = (Alert("note", self._later),) if self._later else ()
        told = replace(client, facts=f"{client.facts} · {number}", alerts=(*client.alerts, *later))
        self.client.show_client(told)

    def show_progress(self, current: ChairStep, done: Iterable[str]) -> None:
        self.steps.show_progress(current, done)

    def set_compact(self, compact: bool) -> None:
        self.steps.set_compact(compact)
        self.client.avatar.setVisible(not compact)
        is_long = len(self.client.name.text()) >= _LONG_NAME
        self.client.set_name_px(16 if compact and is_long else 20)
        metrics.at_least(self, height=64 if compact else 72)
