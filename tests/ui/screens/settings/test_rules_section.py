"""Rules: another value, its bounds, its history, and the way back."""

from __future__ import annotations

from functools import partial
from typing import cast

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from needlelog.db import clients, rules, sessions
from needlelog.domain.clinic import Practitioner, RuleValue
from needlelog.ui.screens.chair import facts
from needlelog.ui.screens.settings.rule_editor import RuleEditor
from needlelog.ui.screens.settings.rules_section import RulesSection
from needlelog.ui.screens.settings.settings_screen import SettingsScreen
from needlelog.ui.window import Window
from tests.builders import a_client, a_session
from tests.ui.conftest import Records
from tests.ui.screens.people import is_whole, press, tap, type_here, words_on
from tests.ui.spooler import Spooler


@pytest.fixture
def section(qtbot: QtBot, shown: SettingsScreen) -> RulesSection:
    tap(shown.items["rules"])
    qtbot.waitUntil(lambda: bool(shown.rules.rows))
    return shown.rules


def opened(qtbot: QtBot, section: RulesSection, code: str) -> RuleEditor:
    tap(section.rows[code])
    qtbot.waitUntil(lambda: section.editor is not None)
    assert section.editor is not None
    editor = section.editor
    qtbot.waitUntil(lambda: editor.value.edit.hasFocus() and is_whole(editor.use))
    return editor


def past(records: Records, code: str) -> list[str]:
    found = records(partial(rules.history, code=code))
    return [one.value for one in cast("tuple[RuleValue, ...]", found)]


def chair_facts(db: Session, you: Practitioner) -> facts.ChairFacts:
    client = clients.add(db, a_client())
    begun = sessions.start(db, a_session(client, treated_by_id=you.id))
    return facts.load(db, begun.id)


@pytest.mark.parametrize(
    ("code", "text", "sentence"),
    [
        ("face_ceiling", "9", "Enter a number from 0.25 to 3."),
        ("face_ceiling", "1e0", "Enter a number from 0.25 to 3."),
        ("face_ceiling", "", "Enter a number from 0.25 to 3."),
        ("face_ceiling", "1.26", "Type the depth in steps of 0.05 mm"),
        ("min_interval_deep", "3", "Enter a number from 7 to 180."),
        ("aftercare.makeup", "11", "Enter a number from 12 to 1344."),
    ],
)
def test_a_value_outside_its_bounds_is_refused_under_its_field(
    qtbot: QtBot, section: RulesSection, records: Records, code: str, text: str, sentence: str
) -> None:
    editor = opened(qtbot, section, code)
    editor.value.edit.clear()
    type_here(text)
    tap(editor.use)
    assert sentence in editor.value.error()
    assert past(records, code) == []


def test_an_own_ceiling_of_the_clinic_is_what_the_chair_asks_by(
    qtbot: QtBot, section: RulesSection, records: Records, you: Practitioner
) -> None:
    opened(qtbot, section, "face_ceiling")
    type_here("1,25")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: section.rows["face_ceiling"].words.value == "1.25 mm")
    assert section.editor is None

    row = section.rows["face_ceiling"].words
    assert row.starting == "1.5 mm"
    assert row.changed.endswith(" AV")
    assert section.foot.text().startswith("1 value differs from the starting values.")
    assert records(partial(chair_facts, you=you)).ceiling_um("face.cheek_l") == 1250


def test_aftercare_hours_of_the_clinic_reach_the_sheet(
    qtbot: QtBot, section: RulesSection, records: Records, you: Practitioner
) -> None:
    editor = opened(qtbot, section, "aftercare.sport")
    type_here("72")
    tap(editor.use)
    qtbot.waitUntil(lambda: section.rows["aftercare.sport"].words.value == "72 h")
    told = records(partial(chair_facts, you=you)).rule_values
    assert [(rule.code, rule.value) for rule in told] == [("aftercare.sport", "72")]


def test_back_to_the_starting_value_is_a_version_too(
    qtbot: QtBot, section: RulesSection, records: Records
) -> None:
    editor = opened(qtbot, section, "min_interval_deep")
    assert not editor.reset.isVisible()
    type_here("35")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: section.rows["min_interval_deep"].words.value == "35 days")

    editor = opened(qtbot, section, "min_interval_deep")
    assert "35 days" in words_on(editor)
    tap(editor.reset)
    qtbot.waitUntil(lambda: section.rows["min_interval_deep"].words.value == "28 days")
    assert past(records, "min_interval_deep") == ["35", "28"]
    assert section.foot.text().startswith("All values are the starting values.")


def test_a_rule_tells_its_starting_value_and_what_was_published_with_sources(
    qtbot: QtBot, section: RulesSection
) -> None:
    told = words_on(opened(qtbot, section, "face_ceiling"))
    assert "Starting value 1.5 mm: Pinova" in told
    assert "Published 2.5 mm: Microneedling clinic page" in told


def test_the_same_value_once_more_is_no_new_version(
    qtbot: QtBot, section: RulesSection, records: Records
) -> None:
    opened(qtbot, section, "face_ceiling")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: section.editor is None)
    assert past(records, "face_ceiling") == []


def test_the_rules_never_call_anything_safe(qtbot: QtBot, section: RulesSection) -> None:
    opened(qtbot, section, "face_ceiling")
    assert "safe" not in words_on(section).casefold()


def shown_codes(section: RulesSection) -> set[str]:
    return {code for code, row in section.rows.items() if row.isVisible()}


def test_a_rule_is_found_by_its_words(section: RulesSection) -> None:
    section.finder.setFocus()
    type_here("make-up brushes")

    assert shown_codes(section) == {"aftercare.makeup"}
    assert "Time between sessions" not in words_on(section)

    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_here("tattooing of cats")
    assert shown_codes(section) == set()
    assert section.none_found.text() == "No rule says “tattooing of cats”."

    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_Delete)
    assert shown_codes(section) == set(section.rows)


def test_looking_for_another_rule_closes_the_open_one_and_stays_in_the_field(
    qtbot: QtBot, section: RulesSection
) -> None:
    opened(qtbot, section, "face_ceiling")
    section.finder.setFocus()
    type_here("alcohol")

    assert section.editor is None
    assert section.finder.hasFocus()
    assert shown_codes(section) == {"aftercare.alcohol"}


def test_all_changes_tell_who_changed_what_and_when(
    qtbot: QtBot, window: Window, section: RulesSection
) -> None:
    tap(section.changes)
    qtbot.waitUntil(lambda: "No rule was changed yet" in words_on(window))
    press(Qt.Key.Key_Escape)
    for value in ("1.25", "1"):
        editor = opened(qtbot, section, "face_ceiling")
        editor.value.edit.selectAll()
        type_here(value)
        press(Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: section.editor is None)

    tap(section.changes)
    qtbot.waitUntil(lambda: "All changes, the newest first" in words_on(window))
    told = [line for line in words_on(window).splitlines() if "Anneke de Vries, RN" in line]
    assert len(told) == 2
    assert "Face: ask above this depth: 1 mm" in told[0]
    assert "Face: ask above this depth: 1.25 mm" in told[1]


def test_the_rules_are_printed_as_they_stand(
    qtbot: QtBot, section: RulesSection, spooler: Spooler
) -> None:
    spooler.has("Front_desk")
    opened(qtbot, section, "face_ceiling")
    type_here("1.25")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: section.editor is None)

    tap(section.print)
    qtbot.waitUntil(lambda: spooler.printed is not None)
    assert spooler.printed is not None
    document = pypdfium2.PdfDocument(spooler.printed)
    words = " ".join(" ".join(p.get_textpage().get_text_range().split()) for p in document)
    document.close()
    assert "Face: ask above this depth 1.25 mm 1.5 mm" in words
    assert not [row.words.label for row in section.rows.values() if row.words.label not in words]
