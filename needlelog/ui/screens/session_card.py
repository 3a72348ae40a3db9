"""One session on a client's timeline: when, where, how deep, with what, and how the skin was."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from needlelog.domain import dates
from needlelog.domain.session import NeedlingSession
from needlelog.domain.treated import deepest_by_zone
from needlelog.i18n import _
from needlelog.ui import metrics, theme
from needlelog.ui.screens import session_words
from needlelog.ui.screens.client_facts import ClientFacts
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.card import Card
from needlelog.ui.widgets.labels import PlainLabel
from needlelog.ui.widgets.mini_map import MiniMap
from needlelog.ui.widgets.tag import GradeSquare, Tag

_DATE_WIDTH = 98
_RAIL_WIDTH = 28


@dataclass(frozen=True, slots=True)
class CardWords:
    """What a card says, ready to be shown."""

    session_id: UUID
    title: str
    day: str
    time: str
    depths: str
    materials: str
    reactions: str
    level: int | None
    state: str
    is_signed: bool
    stopped_early: bool
    entered_later: bool
    sheet: UUID | None
    depths_um: dict[str, int]


def card_words(session: NeedlingSession, facts: ClientFacts) -> CardWords:
    return CardWords(
        session_id=session.id,
        title=_("Session {number}").format(number=facts.number_of(session)),
        day=session_words.day(session, facts.zone),
        time=dates.clock(session.happened_at, facts.zone),
        depths=session_words.depths(session),
        materials=session_words.materials(session),
        reactions=session_words.reactions(session),
        level=session_words.reaction_level(session),
        state=session_words.state(session, facts.initials),
        is_signed=session.is_signed,
        stopped_early=session.was_stopped_early,
        entered_later=bool(session.entered_later_reason),
        sheet=facts.sheets.get(session.id),
        depths_um=deepest_by_zone(session),
    )


class SessionCard(QWidget):
    """The date at the rail on the left, the card on the right."""

    read_asked = Signal(object)
    """UUID of the session."""
    resume_asked = Signal(object)
    """UUID of the session."""
    print_again_asked = Signal(object)
    """UUID of the paper."""

    def __init__(self, words: CardWords) -> None:
        super().__init__()
        self.words = words
        self.read = ActionButton(_("Open"), icon="eye", height=44, guarded=True)
        self.read.clicked.connect(partial(self.read_asked.emit, words.session_id))
        self.resume = ActionButton(
            _("Resume"), icon="play", height=44, guarded=True,
            name=_("Resume {session}").format(session=words.title.lower()),
        )  # fmt: skip
        self.resume.clicked.connect(partial(self.resume_asked.emit, words.session_id))
        self.print_again = ActionButton(
            icon="printer", height=44, guarded=True,
            name=_("Print again, {session}").format(session=words.title.lower()),
        )  # fmt: skip
        self.print_again.clicked.connect(self._on_print_again)
        self._lay_out()
        self.resume.setHidden(words.is_signed)
        self.print_again.setHidden(words.sheet is None)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def paintEvent(self, event: QPaintEvent) -> None:
        colour = theme.current().color
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        x = metrics.px(_DATE_WIDTH) + _RAIL_WIDTH / 2
        x = self.width() - x if mirrored else x
        painter.fillRect(round(x), 0, 1, self.height(), colour("line"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent" if self.words.is_signed else "warn"))
        painter.drawEllipse(QPointF(x + 0.5, 24), 4.5, 4.5)
        painter.end()

    def _on_print_again(self) -> None:
        self.print_again_asked.emit(self.words.sheet)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 12)
        row.setSpacing(0)
        row.addLayout(self._date())
        row.addSpacing(_RAIL_WIDTH)
        row.addWidget(self._card(), 1)

    def _date(self) -> QVBoxLayout:
        day = PlainLabel(self.words.day, "secondary")
        day.setFont(theme.font(14, 600))
        day.set_ink("ink")
        column = QVBoxLayout()
        column.setContentsMargins(0, 14, 0, 0)
        column.setSpacing(2)
        for label in (day, PlainLabel(self.words.time, "caption", tabular=True)):
            metrics.fix(label, width=_DATE_WIDTH)
            label.setAlignment(_FAR)
            column.addWidget(label)
        column.addStretch(1)
        return column

    def _card(self) -> Card:
        card = Card()
        mini = MiniMap()
        mini.setFixedSize(76, 92)
        mini.set_depths(self.words.depths_um)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(mini, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._sentences(), 1)
        for button in (self.print_again, self.read, self.resume):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        card.body.addLayout(row)
        return card

    def _sentences(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addLayout(self._head())
        where = PlainLabel(self.words.depths, wrap=True)
        where.setFont(theme.font(16, 500))
        column.addWidget(where)
        column.addWidget(PlainLabel(self.words.materials, "secondary", wrap=True))
        column.addLayout(self._foot())
        column.addStretch(1)
        return column

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(PlainLabel(self.words.title, "card"), 1)
        if self.words.entered_later:
            head.addWidget(Tag(_("Entered later"), "neutral", "clock"))
        if self.words.stopped_early:
            head.addWidget(Tag(_("Stopped early"), "warn", "octagon-x"))
        signed = self.words.is_signed
        icon = "circle-check" if signed else "pencil"
        head.addWidget(Tag(self.words.state, "ok" if signed else "warn", icon))
        return head

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        if self.words.level is not None:
            foot.addWidget(GradeSquare(self.words.level))
        reactions = PlainLabel(self.words.reactions, "label", wrap=True)
        reactions.set_ink("muted")
        foot.addWidget(reactions, 1)
        return foot


_FAR = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
