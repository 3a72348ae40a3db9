"""Who is in front of us: name, birth date, number and alerts, on every screen of a client."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from needlelog.ui import metrics, theme
from needlelog.ui.widgets.alert_chip import Alert, AlertChip
from needlelog.ui.widgets.avatar import Avatar
from needlelog.ui.widgets.flow import FlowLayout
from needlelog.ui.widgets.labels import PlainLabel

_CHIPS_SHARE = 0.45
_CHIPS_LEAST_PX = 210

_NAME_SIZES = (20, 16, 14)
_WIDEST_WORD_PX = 300


@dataclass(frozen=True, slots=True)
class BannerClient:
    """Ready words: 'FAMILY, Given', 'Born 08-Jun-1997 (29y) · C-0312', and the alerts in order."""

    name: str
    facts: str
    initials: str
    alerts: tuple[Alert, ...] = ()
    photo: QPixmap | None = None


class ClientBanner(QWidget):
    """Nothing in it is ever cut off: names wrap, chips go into further rows."""

    def __init__(self, chips_apart: bool = False) -> None:
        """With `chips_apart` the screen itself finds a place for `chips`."""
        super().__init__()
        self.avatar = Avatar(px=64 if chips_apart else 48)
        self.name = PlainLabel(role="name", wrap=True)
        self.facts = PlainLabel(role="body", wrap=True)
        self.facts.set_ink("ink2")
        self._chips = FlowLayout(gap=6, row_gap=4)
        self.chips = QWidget()
        self.chips.setLayout(self._chips)
        _grows_downwards(self.chips)
        self._lay_out(chips_apart)

    def show_client(self, client: BannerClient) -> None:
        self.avatar.show_person(client.initials, client.photo)
        self.name.setText(client.name)
        self.set_name_px(_NAME_SIZES[0])
        self.facts.setText(client.facts)
        self.setAccessibleName(f"{client.name}, {client.facts}")
        self._show_alerts(client.alerts)

    def set_name_px(self, px: int) -> None:
        """Show the name this large, or smaller where a word of it would be cut.

        Labels break between words and after hyphens only.
        """
        words = self.name.text().replace("-", "- ").split()
        for size in (px, *_NAME_SIZES):
            if size <= px:
                self.name.setFont(theme.font(size, 600))
                measure = self.name.fontMetrics().horizontalAdvance
                if max(map(measure, words), default=0) <= metrics.px(_WIDEST_WORD_PX):
                    return

    def alerts(self) -> tuple[str, ...]:
        """The sentences of the chips as they stand there."""
        return tuple(chip.text() for chip in self._shown_chips())

    def _shown_chips(self) -> list[AlertChip]:
        items = (self._chips.itemAt(index) for index in range(self._chips.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, AlertChip)]

    def _show_alerts(self, alerts: tuple[Alert, ...]) -> None:
        for chip in self._shown_chips():
            self._chips.removeWidget(chip)
            chip.deleteLater()
        for alert in alerts:
            self._chips.addWidget(AlertChip(alert, height=30))
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.chips.parentWidget() is not self:
            return  # the screen gave them a place of their own
        # Names come first; chips go into further rows.
        self.chips.setMaximumWidth(
            max(metrics.px(_CHIPS_LEAST_PX), round(self.width() * _CHIPS_SHARE))
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._stand_by_the_avatar()

    def _stand_by_the_avatar(self) -> None:
        """Names of every script begin beside the picture, whichever way they are read."""
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        self.name.setAlignment(
            side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        )

    def _lay_out(self, chips_apart: bool) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self.name)
        words.addWidget(self.facts)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 3, 0, 3)  # letters with marks above and below need no more
        row.setSpacing(10)
        row.addWidget(self.avatar, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        if not chips_apart:
            row.addWidget(self.chips, 0, Qt.AlignmentFlag.AlignVCenter)
        metrics.at_least(self, height=72 if chips_apart else 64)
        self._stand_by_the_avatar()
        _grows_downwards(self)


def _grows_downwards(widget: QWidget) -> None:
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)
