"""The chair after another size of text was worn: every letter as large as in a fresh one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from needlelog.domain.session import NeedlingSession
from needlelog.settings import TextSize
from needlelog.ui import display
from needlelog.ui.display import Display
from needlelog.ui.screens.chair.chair import Chair
from tests.ui.screens.chair.conftest import OpenChair


@pytest.fixture(autouse=True)
def as_before(qapp: QApplication) -> Iterator[None]:
    yield
    display.wear(qapp, Display())


def sizes(chair: Chair) -> Counter[tuple[str, str, int]]:
    """Every widget by its kind, what it is called and the size of its font."""
    return Counter(
        (type(part).__name__, part.accessibleName(), part.font().pixelSize())
        for part in chair.findChildren(QWidget)
        if type(part).__module__.startswith("needlelog")
    )


@pytest.mark.parametrize("opened_at", ["100", "150"])
def test_after_a_larger_text_the_chair_is_as_a_fresh_one(
    qapp: QApplication, open_chair: OpenChair, new_session: NeedlingSession, opened_at: TextSize
) -> None:
    display.wear(qapp, Display(text_size=opened_at))
    chair = open_chair(new_session.id)
    display.wear(qapp, Display(text_size="150"))
    display.wear(qapp, Display())
    qapp.processEvents()
    assert sizes(chair) == sizes(open_chair(new_session.id))


def test_a_change_of_theme_brings_no_larger_text_back(
    qapp: QApplication, open_chair: OpenChair, new_session: NeedlingSession
) -> None:
    display.wear(qapp, Display(text_size="150"))
    chair = open_chair(new_session.id)
    display.wear(qapp, Display())
    display.wear(qapp, Display(theme="dark"))
    display.wear(qapp, Display())
    qapp.processEvents()
    assert sizes(chair) == sizes(open_chair(new_session.id))
