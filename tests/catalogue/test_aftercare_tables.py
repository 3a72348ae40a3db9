"""The rows an aftercare sheet is made from, against what was published."""

from collections import defaultdict

import pytest

from needlelog import catalogue
from needlelog.catalogue import tables
from needlelog.domain.aftercare_guide import AftercareStep, Group, Timing, Urgency

GUIDE = catalogue.aftercare_guide()
SEED = tables.load(tables.AFTERCARE_SEED, catalogue.folder())
LEFT_OUT = tables.load(tables.NOT_ON_PAPER, catalogue.folder()).values()
AREAS = {"face", "scalp", "body", "hair_bearing", "lips"}

# Starting values the practice settled on, in hours; each has its reason in the row or its seed.
HOURS = {
    "dry": 24, "makeup": 24, "wash": 24, "moisturiser": 24, "sunscreen": 24, "sport": 48,
    "alcohol": 48, "shaving": 72, "heat": 120, "retinol_shallow": 72, "actives_shallow": 168,
    "actives": 168, "scalp_products": 168, "sun": 168, "sun_pigment_prone": 672,
    "other_treatments": 336, "fake_tan": 504,
}  # fmt: skip


def left_out(table: str) -> set[str]:
    return {row.id for row in LEFT_OUT if row.table == table}


def test_hours_start_where_the_practice_settled() -> None:
    assert {step.id: step.hours for step in GUIDE.steps if step.hours is not None} == HOURS


def test_every_published_row_is_on_paper_or_left_out_with_a_reason() -> None:
    steps = {seed for step in GUIDE.steps for seed in step.seed}
    used = steps | {seed for row in GUIDE.expectations for seed in row.seed}
    assert used | left_out("aftercare_seed") == set(SEED)
    assert not used & left_out("aftercare_seed")
    assert all(row.why for row in LEFT_OUT)


def test_every_red_flag_is_on_paper_or_left_out_with_a_reason() -> None:
    used = {flag for sign in GUIDE.signs for flag in sign.flags}
    assert used | left_out("red_flags") == set(tables.load(tables.RED_FLAGS, catalogue.folder()))
    assert not used & left_out("red_flags")


@pytest.mark.parametrize(
    "step", [step for step in GUIDE.steps if step.hours is not None], ids=lambda step: step.id
)
def test_hours_that_differ_from_the_published_ones_say_why(step: AftercareStep) -> None:
    assert step.hours is not None
    published = SEED[step.seed[0]]
    figure = published.from_hours if step.time is Timing.FROM else published.until_hours
    assert step.hours >= figure
    assert step.hours == figure or step.why


def test_every_row_applies_to_places_there_are() -> None:
    named = [step.applies_to for step in GUIDE.steps]
    named += [row.applies_to for row in GUIDE.expectations]
    named += [sign.applies_to for sign in GUIDE.signs]
    assert {area for areas in named for area in areas} <= AREAS
    traits = {trait for zone in catalogue.zones().values() for trait in zone.traits}
    assert traits <= AREAS


def test_a_line_has_a_time_or_a_group() -> None:
    for step in GUIDE.steps:
        assert (step.time is None) == (step.hours is None)
        assert step.hours is not None or step.group in set(Group)


def test_a_row_waits_only_for_rows_above_it() -> None:
    seen: set[str] = set()
    for step in GUIDE.steps:
        assert not step.not_before or step.not_before in seen
        seen.add(step.id)


def test_rows_of_one_subject_differ_in_when_they_fit() -> None:
    by_subject = defaultdict(list)
    for step in GUIDE.steps:
        by_subject[step.subject].append((step.above_um, step.up_to_um, step.skin))
    for conditions in by_subject.values():
        assert len(set(conditions)) == len(conditions)


def test_signs_stand_in_the_order_of_their_urgency() -> None:
    order = list(Urgency)
    ranks = [order.index(sign.urgency) for sign in GUIDE.signs]
    assert ranks == sorted(ranks)


def test_every_body_guide_and_serum_has_words_for_a_client() -> None:
    body = {zone.guide for code, zone in catalogue.zones().items() if code.startswith("body.")}
    assert body - GUIDE.parts.keys() == {"other", "neck"}
    assert catalogue.serums().keys() - GUIDE.serums.keys() == {"none"}


def test_no_line_is_longer_than_a_client_reads() -> None:
    words = [step.words(kind) for step in GUIDE.steps for kind in ("", "face", "scalp", "body")]
    assert max(len(text.split()) for text in words) <= 17
