"""What Settings > Display changes: theme, text size, density, and for which hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from needlelog.ui import display, metrics, theme
from needlelog.ui.display import Display
from needlelog.ui.metrics import Scale
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.labels import PlainLabel


@pytest.fixture(autouse=True)
def as_before(qapp: QApplication) -> Iterator[None]:
    yield
    display.wear(qapp, Display())
    display.enter("desk")


@pytest.mark.parametrize(
    ("shown", "desk", "chair"),
    [
        (Display(), Scale(), Scale()),
        (Display(text_size="130"), Scale(1.3), Scale(1.3)),
        (Display(text_size="200"), Scale(2.0), Scale(1.5)),
        (Display(density="chair"), Scale(1.25, 1.25), Scale()),
        (Display(text_size="200", density="chair"), Scale(2.0, 1.25), Scale(1.5)),
    ],
)
def test_desk_and_chair_have_sizes_of_their_own(shown: Display, desk: Scale, chair: Scale) -> None:
    assert (shown.scale("desk"), shown.scale("chair")) == (desk, chair)


def test_the_chair_is_entered_at_its_own_size(qapp: QApplication) -> None:
    display.wear(qapp, Display(text_size="200"))
    display.enter("chair")
    assert metrics.current() == Scale(1.5)
    display.enter("desk")
    assert metrics.current() == Scale(2.0)


def test_shown_text_grows_and_shrinks_without_a_loss(qapp: QApplication, qtbot: QtBot) -> None:
    label = PlainLabel("words", "body")
    qtbot.addWidget(label)
    sizes = []
    for percent in ("115", "150", "130", "200", "100"):
        display.wear(qapp, replace(Display(), text_size=percent))
        sizes.append(label.font().pixelSize())
    assert sizes == [17, 23, 20, 30, 15]


def test_a_button_grows_with_its_words(qapp: QApplication, qtbot: QtBot) -> None:
    button = ActionButton("Start session", "play", height=48)
    qtbot.addWidget(button)
    before = button.sizeHint()
    display.wear(qapp, Display(text_size="200"))
    after = button.sizeHint()
    assert after.width() > 1.6 * before.width()
    assert after.height() > before.height()


def test_the_density_of_the_chair_gives_the_desk_its_targets(
    qapp: QApplication, qtbot: QtBot
) -> None:
    button = ActionButton("Open", "eye", height=44)
    qtbot.addWidget(button)
    display.wear(qapp, Display(density="chair"))
    assert button.sizeHint().height() == 55
    assert theme.font(16).pixelSize() == 20


def test_high_contrast_is_worn_at_once(qapp: QApplication) -> None:
    display.wear(qapp, Display(theme="high-contrast"))
    assert theme.current().name == "high-contrast"


def test_a_system_that_does_not_say_its_colours_gets_the_light_ones(qapp: QApplication) -> None:
    display.wear(qapp, Display(theme="dark"))
    display.wear(qapp, Display(theme="system"))
    assert theme.current().name == "light"
