"""Rules as they are listed: bounds, words, and what was published."""

from __future__ import annotations

import pytest

from needlelog import catalogue
from needlelog.domain import rule_lines
from needlelog.domain.clinic import RuleValue
from needlelog.domain.rule_lines import RuleLine
from needlelog.errors import BadValue
from tests.builders import NOON


def listed(own: dict[str, RuleValue] | None = None) -> dict[str, RuleLine]:
    guide = catalogue.aftercare_guide()
    lines = rule_lines.lines(catalogue.rules(), guide.steps, catalogue.aftercare_seed(), own or {})
    return {line.code: line for line in lines}


def test_every_line_starts_within_its_bounds() -> None:
    outside = {
        code for code, line in listed().items() if not line.lower <= line.starting <= line.upper
    }
    assert not outside


def test_every_time_on_a_sheet_is_a_rule() -> None:
    timed = {step.rule_code for step in catalogue.aftercare_guide().steps if step.time is not None}
    assert timed <= set(listed())


def test_lines_of_the_same_words_are_told_apart() -> None:
    labels = [line.label for line in listed().values()]
    assert len(labels) == len(set(labels))


def test_the_clinics_own_value_is_the_one_that_counts() -> None:
    own = RuleValue("face_ceiling", "2000", 1, "Anneke de Vries, RN", NOON)
    line = listed({"face_ceiling": own})["face_ceiling"]
    assert (line.value, line.starting, line.is_changed) == (2000, 1500, True)


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("face_ceiling", "1.5", 1500),
        ("face_ceiling", " 0,25 mm ", 250),
        ("face_ceiling", "3", 3000),
        ("min_interval_deep", "35", 35),
        ("aftercare.makeup", "12", 12),
    ],
)
def test_a_value_is_read_as_it_is_typed(code: str, text: str, value: int) -> None:
    assert rule_lines.parse(text, listed()[code]) == value


@pytest.mark.parametrize("text", ["", "0.2", "3.05", "1e0", "nan", "-1", "25 mm", "one"])
def test_what_is_outside_the_bounds_is_refused_with_them(text: str) -> None:
    with pytest.raises(BadValue, match=r"^Enter a number from 0\.25 to 3\.$"):
        rule_lines.parse(text, listed()["face_ceiling"])


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [(1250, "um", "1.25 mm"), (1, "days", "1 day"), (48, "hours", "48 h")],
)
def test_values_are_shown_with_their_unit(value: int, unit: str, words: str) -> None:
    assert rule_lines.shown(value, unit) == words
