"""A session that waits for its signature, on the first page."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from needlelog.domain import dates
from needlelog.domain.session import ChairStep, NeedlingSession
from needlelog.i18n import _
from needlelog.ui import words
from needlelog.ui.screens import session_words
from needlelog.ui.screens.clients_facts import HomeFacts, WaitingSession
from needlelog.ui.widgets.avatar import Avatar
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.card import Card
from needlelog.ui.widgets.face import Look, paint_box
from needlelog.ui.widgets.labels import ElidedLabel
from needlelog.ui.widgets.tag import Tag

_STEPS = tuple(ChairStep)


class WaitingCard(Card):
    """Who, which session, how far; one button leads back to that very step."""

    resumed = Signal(object)
    """UUID of the session."""

    def __init__(self, waiting: WaitingSession, facts: HomeFacts) -> None:
        super().__init__()
        self._session = waiting.session
        self.resume = _button(waiting.session)
        self.resume.clicked.connect(self._on_resumed)
        self.body.addLayout(_head(waiting, facts))
        self.body.addWidget(_StepLine(_STEPS.index(waiting.session.step)))
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(ElidedLabel(_progress(waiting.session, facts), "secondary"), 1)
        foot.addWidget(self.resume)
        self.body.addLayout(foot)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _on_resumed(self) -> None:
        self.resumed.emit(self._session.id)


class _StepLine(QWidget):
    """Three parts: those behind are dark, the one we are at is lighter."""

    def __init__(self, current: int) -> None:
        super().__init__()
        self._current = current
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(160, 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        wide = (self.width() - 4 * (len(_STEPS) - 1)) / len(_STEPS)
        for index in range(len(_STEPS)):
            fill = "accent" if index < self._current else "line"
            fill = "accent-line" if index == self._current else fill
            part = QRectF(index * (wide + 4), 0, wide, 6)
            paint_box(painter, part, Look(fill, "", "ink"), radius=3)
        painter.end()


def step_words(step: ChairStep) -> str:
    return {
        ChairStep.TREAT: _("Treat"),
        ChairStep.REACTIONS: _("Reactions"),
        ChairStep.AFTERCARE: _("Aftercare & sign"),
    }[step]


def _head(waiting: WaitingSession, facts: HomeFacts) -> QHBoxLayout:
    session, client = waiting.session, waiting.client
    name = ElidedLabel(client.banner_name, "card")
    started = _("Session {number} · started {moment}").format(
        number=waiting.number, moment=_started(session, facts)
    )
    lines = QVBoxLayout()
    lines.setSpacing(0)
    lines.addWidget(name)
    lines.addWidget(ElidedLabel(words.born_and_code(client, facts.today), "secondary"))
    lines.addWidget(ElidedLabel(started, "secondary"))
    step = Tag(
        _("Step {number}, {step}").format(
            number=_STEPS.index(session.step) + 1, step=step_words(session.step)
        ),
        "accent",
    )
    if session_words.stopped_early(session):
        step.show_tag(_("Stopped early"), "warn", "octagon-x")
    head = QHBoxLayout()
    head.setSpacing(12)
    head.addWidget(Avatar(client.initials, px=44))
    head.addLayout(lines, 1)
    head.addWidget(step)
    return head


def _started(session: NeedlingSession, facts: HomeFacts) -> str:
    """'14:12' today, '21-Nov-2026, 16:20' on any other day."""
    at = session.happened_at
    if dates.in_clinic(at, facts.zone).date() == facts.today:
        return dates.clock(at, facts.zone)
    return session_words.day_and_time(at, facts.zone)


def _progress(session: NeedlingSession, facts: HomeFacts) -> str:
    zones = words.zones_count(len(session.treated_zones))
    if session.saved_at is None:
        return zones
    saved = _("saved {time}").format(time=dates.clock(session.saved_at, facts.zone))
    return f"{zones} · {saved}"


def _button(session: NeedlingSession) -> ActionButton:
    if session.step is ChairStep.AFTERCARE:
        return ActionButton(_("Review and sign"), icon="pencil", height=48, guarded=True)
    return ActionButton(_("Resume"), icon="play", kind="primary", height=48, guarded=True)
