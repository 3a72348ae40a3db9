"""A control with its label above and one line of help, echo or error under it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from needlelog.ui.widgets.icon_label import IconLabel
from needlelog.ui.widgets.labels import PlainLabel


def mark_wrong(control: QWidget, wrong: bool) -> None:
    """Give a control its red edge, or take it away."""
    if bool(control.property("wrong")) is not wrong:
        control.setProperty("wrong", wrong)
        control.style().unpolish(control)
        control.style().polish(control)


class Labelled(QWidget):
    """The message line keeps no room while it is empty; the control is told it is wrong."""

    def __init__(self, label: str, control: QWidget, help_text: str = "") -> None:
        super().__init__()
        self.label = PlainLabel(label, "label")
        self.control = control
        self.message = PlainLabel(role="label", wrap=True)
        self._mark = IconLabel("circle-alert", "danger", 16)
        self._help = help_text
        self._sentence = ""
        control.setAccessibleName(label)
        self.setFocusProxy(control)
        self._lay_out()
        self.clear_error()

    def error(self) -> str:
        """The sentence shown as an error, '' without one."""
        return self._sentence

    def show_error(self, sentence: str) -> None:
        """Say what is wrong and how to put it right; what was typed stays."""
        self._sentence = sentence
        self._show(sentence, "danger")
        self._mark.show()
        mark_wrong(self.control, True)

    def clear_error(self) -> None:
        self.show_message(self._help, "muted")

    def set_help(self, text: str) -> None:
        """Another line for while nothing is wrong."""
        if text != self._help:
            self._help = text
            if not self._sentence:
                self.clear_error()

    def show_message(self, text: str, ink: str) -> None:
        """A line that is no error, in a colour of the theme."""
        self._sentence = ""
        self._mark.hide()
        self._show(text, ink)
        mark_wrong(self.control, False)

    def _show(self, text: str, ink: str) -> None:
        self.message.setText(text)
        self.message.set_ink(ink)
        self.message.setVisible(bool(text))
        self.control.setAccessibleDescription(text)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(6)
        foot.addWidget(self._mark)
        foot.addWidget(self.message, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if self.label.text():
            column.addWidget(self.label)
        grows = bool(self.control.sizePolicy().expandingDirections() & Qt.Orientation.Vertical)
        column.addWidget(self.control, 1 if grows else 0)
        column.addLayout(foot)
        if not grows:
            column.addStretch(1)  # fields side by side line up at their labels
