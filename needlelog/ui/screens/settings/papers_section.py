"""Papers: the blank forms to keep in a drawer for a day without power."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from needlelog.domain.blank_form import BlankForm
from needlelog.i18n import _
from needlelog.ui.blank_pages import Head, head, images
from needlelog.ui.screens.settings.section import heading, section_column
from needlelog.ui.tasks import Tasks
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.card import Card
from needlelog.ui.widgets.flow import FlowLayout
from needlelog.ui.widgets.labels import PlainLabel
from needlelog.ui.widgets.page_view import PageView
from needlelog.ui.widgets.picture import Picture
from needlelog.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from needlelog.ui.blank_papers import BlankPapers

_DPI = 120
_THUMB = QSize(132, 186)

Pages = tuple["QImage", ...]


class PapersSection(QWidget):
    """Two forms; each can be looked at, printed and saved."""

    toast_asked = Signal(object)

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self._papers: BlankPapers | None = None
        self.cards = {
            BlankForm.CARD: FormCard(
                _("Treatment card"),
                _("One session of the chair: zones, depths, products, reactions. Two pages."),
            ),
            BlankForm.HISTORY: FormCard(
                _("History form"),
                _("For a new client to fill in: health, medicines, allergies. Two pages."),
            ),
        }
        column = section_column(self)
        line = _(
            "For a day without power. Print some now and keep them in a drawer; what was written "
            "is entered later on the client's page, by ‘Enter a session from paper’."
        )
        column.addLayout(heading(_("Papers"), line))
        for form, card in self.cards.items():
            column.addWidget(card)
            card.print_asked.connect(partial(self._on_print, form))
            card.save_asked.connect(partial(self._on_save, form))
        note = _("A4 or Letter, as the clinic prints. A5 is too small to write on, so A4 is used.")
        column.addWidget(PlainLabel(note, "secondary", wrap=True))
        column.addStretch(1)

    def begin(self) -> None:
        """Draw the forms as they would print now."""
        self._tasks.read(self, head, self._on_head)

    def _on_head(self, found: Head) -> None:
        for form, card in self.cards.items():
            self._tasks.run(self, partial(images, form, found, _DPI), card.show_pages)

    def _on_print(self, form: BlankForm) -> None:
        self._ways_out().print(form)

    def _on_save(self, form: BlankForm) -> None:
        self._ways_out().save(form)

    def _ways_out(self) -> BlankPapers:
        if self._papers is None:
            # Printing brings the PDF library, which settings should not wait for.
            from needlelog.ui.blank_papers import BlankPapers

            self._papers = BlankPapers(self._tasks, self, self)
            self._papers.toast_asked.connect(self.toast_asked)
        return self._papers


class FormCard(Card):
    """A form: its first page small, what it is for, and the ways out."""

    print_asked = Signal()
    save_asked = Signal()

    def __init__(self, title: str, line: str) -> None:
        super().__init__(padding=20)
        self._title = title
        self._pages: Pages = ()
        self.first_page = Picture(_("First page, {form}").format(form=title), _THUMB, margin=1)
        self.look = _button(_("Look at it"), "eye", title)
        self.print = _button(_("Print"), "printer", title)
        self.save = _button(_("Save PDF"), "download", title)
        self.look.setEnabled(False)
        self.look.clicked.connect(self._on_look)
        self.print.clicked.connect(self.print_asked)
        self.save.clicked.connect(self.save_asked)
        self._lay_out(line)

    def show_pages(self, pages: Pages) -> None:
        self._pages = pages
        self.first_page.show_image(pages[0])
        self.look.setEnabled(True)

    def _on_look(self) -> None:
        view = PageView(self._title)
        view.setMinimumSize(640, 440)
        sheet = Sheet(self.window(), self._title, view)
        view.show_pages(self._pages)
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()

    def _lay_out(self, line: str) -> None:
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addWidget(PlainLabel(self._title, "heading"))
        quiet = PlainLabel(line, wrap=True)
        quiet.set_ink("ink2")
        words.addWidget(quiet)
        words.addStretch(1)
        buttons = FlowLayout(gap=12)
        for button in (self.print, self.save, self.look):
            buttons.addWidget(button)
        words.addLayout(buttons)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(self.first_page)
        row.addLayout(words, 1)
        self.body.addLayout(row)


def _button(text: str, icon: str, title: str) -> ActionButton:
    return ActionButton(text, icon=icon, height=48, name=f"{text}, {title}")
