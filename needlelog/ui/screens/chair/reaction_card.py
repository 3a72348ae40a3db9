"""One reaction with its own scale: a tap on a level is the whole answer."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from needlelog.domain.reference import ReactionCourse, ReactionKind, Scale
from needlelog.i18n import _
from needlelog.ui.widgets.card import Card
from needlelog.ui.widgets.labels import PlainLabel
from needlelog.ui.widgets.segmented import Segment, Segmented, grades

_LOUD_LEVEL = 3


class ReactionCard(Card):
    graded = Signal(str, int)
    """Reaction kind and level on its scale."""

    def __init__(self, kind: ReactionKind, scale: Scale) -> None:
        super().__init__(padding=12)
        self._kind = kind
        self.title = PlainLabel(_(kind.label), "heading")
        self.state = PlainLabel(role="secondary")
        self.levels = Segmented(_(kind.label), _segments(scale), height=56)
        self.flag = PlainLabel(role="label", wrap=True)
        self.flag.set_ink("danger")
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(2, 0, 2, 0)
        row.addWidget(self.title, 1)
        row.addWidget(self.state)
        self.body.setSpacing(8)
        self.body.addWidget(head)
        self.body.addWidget(self.levels)
        self.body.addWidget(self.flag)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.levels.chosen.connect(self._on_chosen)
        self.show_level(None, _("not graded"))

    @property
    def kind(self) -> str:
        return self._kind.id

    def show_level(self, level: int | None, otherwise: str) -> None:
        """The level as recorded; `otherwise` is what is said of it while it has none."""
        self.levels.set_choice(None if level is None else str(level))
        self.state.setText(otherwise)
        self.state.setVisible(level is None)
        self.flag.setText(_(self._kind.refer_if) if self._is_loud(level) else "")
        self.flag.setVisible(self._is_loud(level))

    def _is_loud(self, level: int | None) -> bool:
        if not level:
            return False
        return level >= _LOUD_LEVEL or self._kind.course is ReactionCourse.EMERGENCY

    def _on_chosen(self, code: str) -> None:
        self.graded.emit(self._kind.id, int(code))


def _segments(scale: Scale) -> tuple[Segment, ...]:
    return grades([_(level.label) for level in scale.levels])
