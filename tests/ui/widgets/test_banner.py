"""The right client, with every alert, however narrow the window is."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetrics, QPixmap
from pytestqt.qtbot import QtBot

from needlelog.ui.widgets.alert_chip import Alert, AlertChip, AlertKind
from needlelog.ui.widgets.banner import BannerClient, ClientBanner
from needlelog.ui.widgets.labels import PlainLabel

ALERTS = (
    Alert("allergies_known", "Known allergies: lidocaine, latex"),
    Alert("stop", "Isotretinoin now"),
    Alert("ask", "Keloid, mother · asked 22-Nov-2026"),
    Alert("note", "Cold sores"),
)
PRIYA = BannerClient(
    name="VENKATARAMAN, Priya",
    facts="Born 08-Jun-1997 (29y) · C-0312",
    initials="PV",
    alerts=ALERTS,
)


def banner(qtbot: QtBot, client: BannerClient = PRIYA, width: int = 900) -> ClientBanner:
    made = ClientBanner()
    qtbot.addWidget(made)
    made.show_client(client)
    made.resize(width, 64)  # the room of the chips follows from the width
    made.show()
    made.resize(width, made.heightForWidth(width))
    return made


@pytest.mark.parametrize("width", [420, 600, 900])
def test_nothing_is_cut_off(qtbot: QtBot, width: int) -> None:
    shown = banner(qtbot, width=width)
    chips = shown.findChildren(AlertChip)
    assert len(chips) == len(ALERTS)
    for chip in chips:
        assert chip.height() >= chip.heightForWidth(chip.width())
        assert shown.rect().contains(
            chip.rect().translated(chip.mapTo(shown, chip.rect().topLeft()))
        )
    for label in (shown.name, shown.facts):
        assert label.height() >= label.heightForWidth(label.width())


def test_a_long_name_wraps(qtbot: QtBot) -> None:
    long = BannerClient("MONTGOMERY-FITZWILLIAM-ABERNATHY, Maria Magdalena", "C-1", "MM", ALERTS)
    shown = banner(qtbot, long, width=600)
    one_line = QFontMetrics(shown.name.font()).height()
    assert shown.name.height() >= 2 * one_line


def test_another_client_takes_every_alert_of_the_first_away(qtbot: QtBot) -> None:
    shown = banner(qtbot)
    other = BannerClient("EL-KHOURY, Yasmin", "C-0418", "YE", (Alert("note", "Shy of needles"),))
    shown.show_client(other)
    assert shown.alerts() == ("NOTE Shy of needles",)
    qtbot.waitUntil(lambda: len(shown.findChildren(AlertChip)) == 1)
    assert shown.accessibleName() == "EL-KHOURY, Yasmin, C-0418"


def test_a_long_alert_wraps(qtbot: QtBot) -> None:
    chip = AlertChip(
        Alert("ask", "Isotretinoin · stopped 03-Aug-2026 · your wait ends 03-Feb-2027")
    )
    qtbot.addWidget(chip)
    lines = chip.sizeHint().width() // 200 + 1
    assert chip.heightForWidth(200) >= lines * QFontMetrics(chip.font()).height()


def test_a_photo_takes_the_place_of_the_initials(qtbot: QtBot) -> None:
    photo = QPixmap(60, 90)
    photo.fill("#123456")
    shown = banner(qtbot, BannerClient("A, B", "C-1", "BA", (), photo))
    assert shown.avatar.grab().toImage().pixelColor(24, 24).name() == "#123456"


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("stop", "STOP Isotretinoin"),
        ("ask", "ASK Isotretinoin"),
        ("note", "NOTE Isotretinoin"),
        ("allergies_known", "Isotretinoin"),
        ("allergies_none", "Isotretinoin"),
        ("allergies_not_recorded", "Isotretinoin"),
        ("allergies_unavailable", "Isotretinoin"),
    ],
)
def test_the_level_is_said_in_words(qtbot: QtBot, kind: AlertKind, text: str) -> None:
    chip = AlertChip(Alert(kind, "Isotretinoin"))
    qtbot.addWidget(chip)
    assert chip.text() == text


def test_no_two_states_of_allergies_look_alike(qtbot: QtBot) -> None:
    kinds: tuple[AlertKind, ...] = (
        "allergies_known", "allergies_none", "allergies_not_recorded", "allergies_unavailable",
    )  # fmt: skip
    pictures = []
    for kind in kinds:
        chip = AlertChip(Alert(kind, "Allergies"))
        qtbot.addWidget(chip)
        chip.resize(chip.sizeHint())
        pictures.append(chip.grab().toImage())
    assert all(one != other for i, one in enumerate(pictures) for other in pictures[i + 1 :])


def test_markup_in_an_alert_is_only_text(qtbot: QtBot) -> None:
    shown = banner(qtbot, BannerClient("<img src=x>", "&", "X", (Alert("note", "<b>x</b>"),)))
    assert {label.textFormat().name for label in shown.findChildren(PlainLabel)} == {"PlainText"}
