"""The three steps of a first start: the clinic, you, and where the records lie."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from needlelog.domain.clinic import initials_of
from needlelog.domain.text import clean_line, digits
from needlelog.i18n import _
from needlelog.ui.screens.lengths import LONGEST_NAME, too_long
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.fields import Field

LONGEST_INITIALS = 6


class ClinicStep(QWidget):
    """Name and phone: both stand on the sheet that clients take home."""

    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name = Field(_("Clinic name"), _("It stands on every sheet you hand over."))
        self.phone = Field(_("Phone"), _("For clients who are worried at home."))
        self.next = _next(_("Next: you"))
        _lay_out(self, ((self.name, 3), (self.phone, 2)), None, self.next)
        self.name.edit.returnPressed.connect(self._on_name_entered)
        self.phone.edit.returnPressed.connect(self._on_next)
        self.next.clicked.connect(self._on_next)

    def begin(self) -> None:
        self.name.setFocus()

    def answer(self) -> str:
        return f"{clean_line(self.name.text())} · {clean_line(self.phone.text())}"

    def _on_name_entered(self) -> None:
        if digits(self.phone.text()):
            self._on_next()
        else:
            self.phone.setFocus()

    def _on_next(self) -> None:
        name, phone = clean_line(self.name.text()), clean_line(self.phone.text())
        no_name = "" if name else _("Type the name of the clinic.")
        no_phone = "" if digits(phone) else _("Type a phone number that clients can call.")
        problems = (
            (self.name, no_name or too_long(name, LONGEST_NAME)),
            (self.phone, no_phone or too_long(phone, LONGEST_NAME)),
        )
        if _none_wrong(problems):
            self.finished.emit()


class YouStep(QWidget):
    """Who signs. The initials follow the name until somebody writes their own."""

    finished = Signal()
    back_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name = Field(_("Your name"), _("As you sign, such as Anneke de Vries, RN."))
        self.initials = Field(_("Initials"))
        self.profession = Field(_("Profession, if you like"))
        self.back = _back()
        self.next = _next(_("Next: your records"))
        _lay_out(
            self, ((self.name, 9), (self.initials, 4), (self.profession, 8)), self.back, self.next
        )
        self.name.typed.connect(self._on_name_typed)
        for field in (self.name, self.initials, self.profession):
            field.edit.returnPressed.connect(self._on_next)
        self.back.clicked.connect(self.back_asked)
        self.next.clicked.connect(self._on_next)
        self._proposed = ""

    def begin(self) -> None:
        self.name.setFocus()

    def answer(self) -> str:
        profession = clean_line(self.profession.text())
        return " · ".join(filter(None, (clean_line(self.name.text()), profession)))

    def go_on(self) -> None:
        """With what stands there already: initials that go with the name still follow it."""
        self._proposed = initials_of(clean_line(self.name.text()))

    def _on_name_typed(self, text: str) -> None:
        if self.initials.text() == self._proposed:
            self._proposed = initials_of(clean_line(text))
            self.initials.set_text(self._proposed)

    def _on_next(self) -> None:
        name, initials = clean_line(self.name.text()), clean_line(self.initials.text())
        no_name = "" if initials_of(name) else _("Type your name: it signs the sessions.")
        no_initials = "" if initials else _("Type one to six letters, such as AV.")
        problems = (
            (self.name, no_name or too_long(name, LONGEST_NAME)),
            (self.initials, "" if no_name else no_initials or too_long(initials, LONGEST_INITIALS)),
            (self.profession, too_long(self.profession.text(), LONGEST_NAME)),
        )
        if _none_wrong(problems):
            self.finished.emit()


def _none_wrong(problems: tuple[tuple[Field, str], ...]) -> bool:
    """Say under each field what is wrong; the keyboard goes to the first of them."""
    wrong = []
    for field, sentence in problems:
        if sentence:
            field.show_error(sentence)
            wrong.append(field)
        else:
            field.clear_error()
    if wrong:
        wrong[0].setFocus()
    return not wrong


def _next(words: str) -> ActionButton:
    button = ActionButton(words, icon="arrow-right", kind="primary", guarded=True)
    button.set_icon("arrow-right", after=True)
    return button


def _back() -> ActionButton:
    return ActionButton(_("Back"), icon="arrow-left", guarded=True)


def _lay_out(
    step: QWidget,
    fields: tuple[tuple[Field, int], ...],
    back: ActionButton | None,
    onward: ActionButton,
) -> None:
    column = QVBoxLayout(step)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(12)
    row = QHBoxLayout()
    row.setSpacing(12)
    for field, share in fields:
        row.addWidget(field, share, Qt.AlignmentFlag.AlignTop)
    column.addLayout(row)
    column.addLayout(buttons_row(back, onward))


def buttons_row(back: ActionButton | None, onward: ActionButton) -> QHBoxLayout:
    """Back at the near edge, the way on at the far one."""
    row = QHBoxLayout()
    if back is not None:
        row.addWidget(back)
    row.addStretch(1)
    row.addWidget(onward)
    return row
