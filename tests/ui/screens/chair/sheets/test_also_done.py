"""What else was done on the day."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from needlelog.ui.screens.chair.sheets.also_done import AlsoDoneContent
from needlelog.ui.screens.chair.sheets.also_done_card import AlsoDoneCard
from needlelog.ui.widgets.labels import PlainLabel
from tests.builders import a_session
from tests.ui.screens.chair.sheets.acting import KEPT, NASTY, Told, click, facts, shown, tap, write
from tests.ui.screens.chair.sheets.acting import paste as paste_into


def opened(qtbot: QtBot) -> tuple[AlsoDoneContent, Told]:
    session = a_session(zones={"face.chin": 500, "face.nose": 500})
    content = AlsoDoneContent(session, facts(session))
    return content, shown(qtbot, content)


def card(content: AlsoDoneContent, index: int = -1) -> AlsoDoneCard:
    return list(content.cards.values())[index]


def test_a_kind_is_one_tap_and_never_there_twice(qtbot: QtBot) -> None:
    content, told = opened(qtbot)
    click(content.kinds["peel"])
    click(content.kinds["peel"])
    click(content.kinds["led"])
    assert [row.kind for row in told.session.also_done] == ["peel", "led"]
    assert told.steps == ["also_done"] * 2


def test_when_and_where_are_taps(qtbot: QtBot) -> None:
    content, told = opened(qtbot)
    click(content.kinds["peel"])
    click(card(content).timing.button("before"))
    tap(card(content).zones, "face.nose")
    row = told.session.also_done[0]
    assert (row.timing, row.zones) == ("before", ("face.nose",))


def test_the_rest_is_typed(qtbot: QtBot) -> None:
    content, told = opened(qtbot)
    click(content.kinds["radiofrequency"])
    for name, text in (("product", "RF pen"), ("settings", "12 mJ"), ("lot", "R-1")):
        write(card(content).fields[name], text)
    paste_into(card(content).fields["by"], NASTY)
    row = told.session.also_done[0]
    assert (row.product, row.settings, row.lot, row.by) == ("RF pen", "12 mJ", "R-1", KEPT)


def test_something_else_in_own_words_and_again(qtbot: QtBot) -> None:
    content, told = opened(qtbot)
    click(content.kinds["other"])
    click(content.kinds["other"])
    write(card(content).words, "Tattoo check")
    click(content.kinds["other"])
    assert [row.kind for row in told.session.also_done] == ["Tattoo check", "other"]


def test_one_of_several_is_removed(qtbot: QtBot) -> None:
    content, told = opened(qtbot)
    click(content.kinds["peel"])
    click(content.kinds["led"])
    click(card(content, 0).remove)
    assert [row.kind for row in told.session.also_done] == ["led"]
    assert content.kinds["peel"].isEnabled()


def test_it_says_what_this_version_does_not_record(qtbot: QtBot) -> None:
    content, _ = opened(qtbot)
    said = [label.text() for label in content.findChildren(PlainLabel)]
    assert "Energy of RF devices is not recorded by this version; note it here." in said


def test_undo_takes_the_card_away(qtbot: QtBot) -> None:
    content, _ = opened(qtbot)
    click(content.kinds["peel"])
    content.show_session(a_session())
    assert content.cards == {}
