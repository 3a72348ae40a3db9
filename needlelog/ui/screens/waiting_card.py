"""A session that waits for its signature, on the first page."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from needlelog.domain import dates
from needlelog.domain.session import ChairStep, NeedlingSession
from needlelog.i18n import _, ngettext
from needlelog.ui import words
from needlelog.ui.screens.today_facts import TodayFacts, WaitingSession
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

    def __init__(self, waiting: WaitingSession, facts: TodayFacts) -> None:
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
        ChairStep.AFTERCARE: _("Aftercare"),
    }[step]


def _head(waiting: WaitingSession, facts: TodayFacts) -> QHBoxLayout:
    session, client = waiting.session, waiting.client
    started = _("Session {number} · started {moment}").format(
        number=waiting.number, moment=_started(session, facts)
    )
    lines = QVBoxLayout()
    lines.setSpacing(0)
    lines.addLayout(_line(ElidedLabel(client.banner_name, "card"), _step_tag(session)))
    lines.addWidget(ElidedLabel(words.born_and_code(client, facts.today), "secondary"))
    lines.addLayout(_line(ElidedLabel(started, "secondary"), _age_tag(session, facts)))
    head = QHBoxLayout()
    head.setSpacing(12)
    head.addWidget(Avatar(client.initials, px=44), 0, Qt.AlignmentFlag.AlignTop)
    head.addLayout(lines, 1)
    return head


def _line(text: ElidedLabel, tag: Tag | None) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(12)
    line.addWidget(text, 1)
    if tag is not None:
        line.addWidget(tag)
    return line


def _step_tag(session: NeedlingSession) -> Tag:
    if session.was_stopped_early:
        return Tag(_("Stopped early"), "warn", "octagon-x")
    number = _STEPS.index(session.step) + 1
    words_of_it = _("Step {number}, {step}").format(number=number, step=step_words(session.step))
    return Tag(words_of_it, "accent")


def _age_tag(session: NeedlingSession, facts: TodayFacts) -> Tag | None:
    """How long it has waited, from the second day on."""
    days = (facts.today - dates.in_clinic(session.happened_at, facts.zone).date()).days
    if days < 1:
        return None
    return Tag(ngettext("{n} day", "{n} days", days).format(n=days), "warn", "clock")


def _started(session: NeedlingSession, facts: TodayFacts) -> str:
    """'14:12' today, '21-Nov-2026, 16:20' on any other day."""
    at = session.happened_at
    if dates.in_clinic(at, facts.zone).date() == facts.today:
        return dates.clock(at, facts.zone)
    return dates.day_and_clock(at, facts.zone)


def _progress(session: NeedlingSession, facts: TodayFacts) -> str:
    zones = _painted(len(session.treated_zones))
    if session.saved_at is None:
        return zones
    is_today = dates.in_clinic(session.saved_at, facts.zone).date() == facts.today
    shown = dates.clock if is_today else dates.day_and_clock
    saved = _("saved {time}").format(time=shown(session.saved_at, facts.zone))
    return f"{zones} · {saved}"


def _painted(count: int) -> str:
    if not count:
        return _("No zone painted")
    return ngettext("{n} zone painted", "{n} zones painted", count).format(n=count)


def _button(session: NeedlingSession) -> ActionButton:
    if session.step is ChairStep.AFTERCARE:
        return ActionButton(_("Review and sign"), icon="pencil", height=48, guarded=True)
    return ActionButton(_("Resume"), icon="play", kind="primary", height=48, guarded=True)
