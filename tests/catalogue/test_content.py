"""Nothing of the published collection is lost, and the clinic starts from what was decided."""

import tomllib
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from needlelog import catalogue
from needlelog.catalogue import tables
from needlelog.domain.reference import AlertLevel, Asked, Confidence, ReactionKind, Rule

PUBLISHED = tomllib.loads(
    (Path(__file__).parents[1] / "data" / "catalogue_ids.toml").read_text(encoding="utf-8")
)
TABLES = {table.name: table for table in tables.ALL}
CHIPS = [
    "endpoint",
    "technique",
    "zone_part",
    "over_ceiling_reason",
    "outside_range_reason",
    "stop_reason",
    "stop_measure",
    "new_tip_reason",
    "spot_kind",
    "also_done",
    "also_done_timing",
    "why",
    "skin_prep",
    "product_after",
    "numbing_area",
    "proceed_reason",
    "entered_later_reason",
    "handout_given",
]


def rows(table: str) -> Mapping[str, Any]:
    return tables.load(TABLES[table], catalogue.folder())


def asked_on_the_day() -> list[ReactionKind]:
    return [kind for kind in catalogue.reactions().values() if Asked.DAY in kind.asked]


def test_the_catalogue_has_no_faults() -> None:
    assert [str(fault) for fault in catalogue.check()] == []


@pytest.mark.parametrize("table", PUBLISHED["ids"])
def test_no_published_row_is_lost(table: str) -> None:
    assert set(PUBLISHED["ids"][table]) - set(rows(table)) == set()


@pytest.mark.parametrize("table", PUBLISHED["core"])
def test_core_rows_stay_core(table: str) -> None:
    core = {name for name, row in rows(table).items() if row.is_core}

    assert core == set(PUBLISHED["core"][table])


def test_core_facts_keep_their_figures() -> None:
    kept = {name: fact.value for name, fact in rows("core_facts").items()}

    assert kept == PUBLISHED["core_facts"]


def test_usual_depths_keep_their_figures() -> None:
    kept = {
        name: [*guide.usual_um, guide.start_um, *guide.seen_um]
        for name, guide in catalogue.guides().items()
    }

    assert kept == PUBLISHED["guide_um"]


def test_courses_keep_their_figures() -> None:
    kept = {
        name: [*row.sessions, *row.interval_days, row.interval_days_default, *row.usual_um]
        for name, row in catalogue.indications().items()
    }

    assert kept == PUBLISHED["indication_figures"]


def test_published_aftercare_keeps_its_hours() -> None:
    kept = {
        name: [row.from_hours, row.until_hours, *row.range_hours]
        for name, row in rows("aftercare_seed").items()
    }

    assert kept == PUBLISHED["aftercare_hours"]


def test_reactions_keep_their_hours() -> None:
    seen = catalogue.reactions()
    kept = {
        name: [*seen[name].onset_hours, *seen[name].typical_hours, seen[name].review_after_hours]
        for name in PUBLISHED["ids"]["reactions"]
    }

    assert kept == PUBLISHED["reaction_hours"]


def test_waits_keep_their_days() -> None:
    kept = {
        name: [row.wait_days, *row.wait_days_seen]
        for name, row in rows("contraindications").items()
        if row.wait_days_seen is not None
    }

    assert kept == PUBLISHED["wait_days"]


def test_prices_keep_their_amounts() -> None:
    assert {name: row.amount_minor for name, row in rows("prices").items()} == PUBLISHED[
        "price_minor"
    ]


def test_the_days_reactions_come_in_the_order_they_are_looked_for() -> None:
    labels = [kind.label for kind in asked_on_the_day()]

    assert labels == [
        "Redness",
        "Swelling",
        "Bruising",
        "Bleeding over 10 minutes",
        "Wheals",
        "Blanching",
        "Product reaction",
        "Faint",
    ]


def test_redness_and_events_are_graded_on_their_own_scales() -> None:
    scales, reactions = catalogue.scales(), catalogue.reactions()

    assert scales[reactions["redness"].scale].word(3) == "Moderate"
    assert scales[reactions["swelling"].scale].word(3) == "Severe"
    assert scales[reactions["swelling"].scale].word(4) == "Emergency"
    for kind in asked_on_the_day():
        words = [scales[kind.scale].word(value) for value in range(5)]
        assert len(set(words) - {""}) == 5


@pytest.mark.parametrize("kind", CHIPS)
def test_every_list_of_chips_has_something_to_tap(kind: str) -> None:
    chips = catalogue.choices(kind)

    assert len(chips) >= 2
    assert len({chip.label for chip in chips.values()}) == len(chips)


def test_an_endpoint_starts_as_not_noted() -> None:
    assert next(iter(catalogue.choices("endpoint"))) == "not_noted"


STARTING_VALUES = {
    "min_interval_deep": 28,
    "min_interval_shallow": 14,
    "face_ceiling": 1500,
    "melasma_ceiling": 1000,
    "melasma_colour_check": 28,
    "isotretinoin_wait": 180,
    "age_stop": 18,
    "age_ask": 22,
    "consent_reflection": 24,
    "check_in_first": 1,
    "check_in_second": 3,
    "check_in_third": 7,
    "check_in_fourth": 28,
    "check_in_course_end": 84,
    "check_in_always_above": 1000,
    "retention": 8,
    "retention_minor_age": 25,
}
STARTING_LEVELS = {
    "isotretinoin_now": AlertLevel.STOP,
    "isotretinoin_wait": AlertLevel.STOP,
    "keloid_own": AlertLevel.STOP,
    "keloid_family": AlertLevel.ASK,
    "melasma": AlertLevel.ASK,
    "cold_sore_history": AlertLevel.ASK,
    "age_stop": AlertLevel.STOP,
    "age_ask": AlertLevel.ASK,
    "consent_reflection": AlertLevel.ASK,
    "face_ceiling": AlertLevel.ASK,
}


def test_the_clinic_starts_from_these_rules() -> None:
    rules = catalogue.rules()

    assert {code: rules[code].value for code in STARTING_VALUES} == STARTING_VALUES
    assert {code: rules[code].level for code in STARTING_LEVELS} == STARTING_LEVELS


def differs_from_published(rule: Rule) -> bool:
    return rule.published_value is not None or rule.published_level is not None


def test_a_rule_that_differs_from_what_is_published_shows_both_with_sources() -> None:
    differing = {
        code: rule for code, rule in catalogue.rules().items() if differs_from_published(rule)
    }

    assert {"face_ceiling", "min_interval_deep", "age_stop", "retention_minor_age"} <= set(
        differing
    )
    for rule in differing.values():
        assert rule.published_source_ids
        assert (rule.published_value, rule.published_level) != (rule.value, rule.level)


def test_figures_no_source_carries_are_working_choices() -> None:
    assert catalogue.guides()["hands"].confidence is Confidence.NONE
    assert catalogue.scales()["mmasi"].confidence is Confidence.NONE
    assert catalogue.indications()["rosacea"].is_working_choice("usual_um")
    assert not catalogue.indications()["rosacea"].is_working_choice("sessions")


def test_only_the_source_list_names_how_far_a_source_carries() -> None:
    weak = [name for name, source in catalogue.sources().items() if not source.carries_figures]

    assert {"editorial", "alster_2018", "guideline_ai"} <= set(weak)
    assert "clinic_page" not in weak


FORBIDDEN = (" safe", "safe ", "recommended dose", "patient")


def test_no_shown_word_promises_safety() -> None:
    for table in PUBLISHED["ids"].keys() - {"sources"}:
        for name, row in rows(table).items():
            text = str(asdict(row)).lower()
            assert not [word for word in FORBIDDEN if word in text], name
