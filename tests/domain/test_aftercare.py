"""Which lines stand on a sheet, and what they say."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from needlelog import catalogue
from needlelog.domain.aftercare import AftercareSheet, NothingNeedled, SheetFacts, said, sheet
from needlelog.domain.aftercare_guide import Group, Urgency
from needlelog.domain.clinic import RuleValue
from needlelog.domain.session import NeedlingSession, Numbing, Spot, Status, StopRecord
from tests.builders import a_client, a_clinic, a_planned_layer, a_practitioner, a_session

ENDED = datetime(2026, 11, 22, 14, 51, tzinfo=UTC)
SPOT = Spot(1, "face_front", 1.0, 2.0, depth_um=500, done_at=ENDED)
FACE = {"face.forehead": 500, "face.cheek_l": 1500}


def a_rule(code: str, hours: int, version: int = 1) -> RuleValue:
    return RuleValue(code, str(hours), version, "AV", ENDED)


def made(
    zones: dict[str, int] | None = None,
    session: NeedlingSession | None = None,
    rules: tuple[RuleValue, ...] = (),
    **client: Any,
) -> AftercareSheet:
    session = session or a_session(zones=zones or FACE, needling_ended_at=ENDED)
    facts = SheetFacts(4, ENDED + timedelta(minutes=1), a_practitioner(), rules)
    clinic = a_clinic()
    guide = catalogue.aftercare_guide()
    return sheet(session, a_client(**client), clinic, facts, guide, catalogue.zones())


def lines(page: AftercareSheet) -> dict[str, str]:
    """Subject to the line as it reads."""
    return {
        line.subject: f"{line.text} · {line.when}".removesuffix(" · ")
        for group in page.groups
        for line in group.lines
    }


def test_a_face_above_half_a_millimetre() -> None:
    assert lines(made()) == {
        "dry": "Leave your face dry and untouched · until Mon 23 November, 15:00",
        "makeup": "Make-up; then with clean brushes · again from Mon 23 November, 15:00",
        "cool": "If it feels hot: a cool pack wrapped in a clean cloth, 10 minutes at a time",
        "shade": "Stay in the shade, wear a hat",
        "pillow": "Sleep on a clean pillowcase",
        "medicine": "Keep taking what a doctor gave you",
        "wash": "Wash gently with lukewarm water and clean hands, once or twice a day"
        " · from Mon 23 November, 15:00",
        "moisturiser": "Plain, scent-free moisturiser · from Mon 23 November, 15:00",
        "sunscreen": "Mineral sunscreen, SPF 30 or more · from Mon 23 November, 15:00",
        "sport": "Sport and heavy sweat · again from Tue 24 November, 15:00",
        "alcohol": "Alcohol · again from Tue 24 November, 15:00",
        "shaving": "Shaving · again from Wed 25 November, 15:00",
        "heat": "Sauna, steam, hot bath, pool, sea · again from Fri 27 November, 15:00",
        "actives": "Retinol, acids, vitamin C, scrubs · again from Sun 29 November, 15:00",
        "sun": "Direct sun, sunbeds · until Sun 29 November, 15:00",
        "pick": "Picking or scratching: flakes and tiny scabs fall off by themselves",
        "other_treatments": "Waxing, laser, facials, injections · again from Sun 6 December, 15:00",
        "fake_tan": "Fake tan · again from Sun 13 December, 15:00",
        "results": "Skin needs months to settle: we look at it together then",
    }


def test_at_half_a_millimetre_retinol_waits_three_days_alone() -> None:
    shallow = lines(made({"face.forehead": 500}))
    assert shallow["retinol"] == ("Retinol (vitamin A cream) · again from Wed 25 November, 15:00")
    assert shallow["actives"].startswith("Acids, vitamin C, scrubs")
    assert "retinol" not in lines(made({"face.forehead": 550}))


@pytest.mark.parametrize(
    ("client", "until"),
    [
        ({"phototype": 3}, "Sun 29 November"),
        ({"phototype": 4}, "Sun 20 December"),
        ({"phototype": 2, "has_melasma": True}, "Sun 20 December"),
        ({}, "Sun 29 November"),
    ],
)
def test_skin_that_darkens_easily_stays_out_of_the_sun_for_28_days(
    client: dict[str, Any], until: str
) -> None:
    assert lines(made(**client))["sun"].endswith(f"until {until}, 15:00")


def test_only_fair_skin_is_not_told_about_darker_skin() -> None:
    words = "On darker skin, warmth and tightness count more than colour."
    assert words in made(phototype=5).expect
    assert words in made(phototype=None).expect
    assert words not in made(phototype=2, has_melasma=True).expect


def test_a_scalp_sheet_speaks_of_the_scalp_and_never_of_make_up() -> None:
    page = made({"scalp.crown": 1000})
    scalp = lines(page)
    assert not {"makeup", "moisturiser", "actives", "fake_tan"} & scalp.keys()
    assert scalp["dry"].startswith("Leave your scalp dry")
    assert scalp["wash"].startswith("Wash your hair gently")
    assert "Hair dye" in scalp["scalp_products"]
    assert not any("face" in words for words in (*scalp.values(), page.treated, page.expect))


def test_a_thigh_sheet_speaks_of_thighs() -> None:
    thighs = lines(made({"body.thigh_l": 1500, "body.thigh_r": 1500}))
    assert thighs["wash"].startswith("Shower with lukewarm water; wash your thighs gently")
    assert thighs["clothes"] == "Wear loose, soft, clean clothes over your thighs"
    assert "makeup" not in thighs


def test_shaving_is_named_only_where_hair_grows() -> None:
    assert "shaving" not in lines(made({"face.forehead": 1000}))
    assert "shaving" in lines(made({"face.chin": 1000}))


def test_every_group_says_its_days() -> None:
    assert [(g.group, g.title, g.caption) for g in made().groups] == [
        (Group.TODAY, "Today", "Sun 22 November"),
        (Group.FIRST_48_HOURS, "First 48 hours", "to Tue 24 November, 15:00"),
        (Group.FIRST_WEEK, "First week", "to Sun 29 November"),
        (Group.AFTER, "After", "from Sun 29 November"),
    ]


def test_the_clinics_hours_replace_the_starting_ones_and_are_named() -> None:
    page = made(rules=(a_rule("aftercare.sport", 72, version=3),))
    assert lines(page)["sport"].endswith("again from Wed 25 November, 15:00")
    assert page.rule_versions["aftercare.sport"] == 3
    assert page.rule_versions["aftercare.alcohol"] == 0
    week = next(group for group in page.groups if group.group is Group.FIRST_WEEK)
    assert "sport" in {line.subject for line in week.lines}


def test_no_rule_can_make_the_sheet_contradict_itself() -> None:
    page = made(rules=(a_rule("aftercare.dry", 48), a_rule("aftercare.makeup", 2)))
    times = {line.subject: line.at for group in page.groups for line in group.lines}
    for allowed in ("makeup", "wash", "moisturiser", "sunscreen"):
        assert times[allowed] == times["dry"]


ONE_OF_EACH_KIND = ("face.forehead", "face.upper_lip", "face.neck_l", "scalp.crown", "body.thigh_l")


@given(
    st.sets(st.sampled_from(list(catalogue.zones())), min_size=1),
    st.integers(1, 30),
    st.sampled_from([None, 1, 4]),
)
def test_a_fact_is_never_said_twice(zones: set[str], step: int, phototype: int | None) -> None:
    page = made(dict.fromkeys(zones, step * 100), phototype=phototype)
    subjects = [line.subject for group in page.groups for line in group.lines]
    texts = [line.text for group in page.groups for line in group.lines]
    assert len(set(subjects)) == len(subjects)
    assert len(set(texts)) == len(texts)
    assert "{" not in "".join(texts)
    assert {"dry", "wash", "sun", "pick", "medicine"} <= set(subjects)


@pytest.mark.parametrize("zones", list(combinations(ONE_OF_EACH_KIND, 2)))
def test_two_places_share_words_that_fit_both(zones: tuple[str, ...]) -> None:
    words = lines(made(dict.fromkeys(zones, 1000)))["dry"]
    assert words.startswith(("Leave your ", "Leave the treated skin"))


def test_warnings_go_from_a_call_to_an_ambulance() -> None:
    page = made()
    assert [(warning.urgency, warning.lead) for warning in page.warnings] == [
        (Urgency.ANY_TIME, "Any time:"),
        (Urgency.TODAY, "The same day:"),
        (Urgency.LATER, "Even months later:"),
        (Urgency.EMERGENCY, "Call 999 at once:"),
    ]
    text = " ".join(warning.text for warning in page.warnings)
    for sign in (
        "pain, heat, redness or swelling that grows instead of easing", "pus or yellow crusts",
        "fever", "red streaks", "blisters, above all near the eye", "eye pain or change of sight",
        "firm bumps", "dark or light patches", "trouble breathing", "tight throat",
        "swelling of lips or tongue", "fits", "fainting", "blue-grey lips",
    ):  # fmt: skip
        assert sign in text
    assert "Numbing cream" not in text


def test_numbing_cream_is_kept_in_mind_where_it_was_used() -> None:
    session = a_session(zones=FACE, needling_ended_at=ENDED, numbings=(Numbing("emla"),))
    assert "Numbing cream can cause these too." in made(session=session).warnings[-1].text


def test_thighs_are_not_warned_of_the_eye() -> None:
    text = " ".join(warning.text for warning in made({"body.thigh_l": 500}).warnings)
    assert "eye" not in text
    assert "blisters" in text


def test_the_head_names_the_client_beyond_doubt() -> None:
    page = made()
    assert page.client_name == "Priya Venkataraman"
    assert page.client_line == "Born 8 June 1997 · C-0312"
    assert page.session_line == "Sunday 22 November 2026 · session 4"
    assert page.client_mark == "PV · C-0312"
    assert page.made == "22 November 2026, 14:52"
    assert made(born_on=None).client_line == "Birth date not known · C-0312"


@pytest.mark.parametrize(
    ("name", "profession", "words"),
    [
        ("Anneke de Vries, RN", "Nurse", "Anneke de Vries, RN"),
        ("Anneke de Vries", "Nurse", "Anneke de Vries, Nurse"),
        ("Anneke de Vries", "", "Anneke de Vries"),
    ],
)
def test_who_treated_is_named_once(name: str, profession: str, words: str) -> None:
    by = a_practitioner(name=name, profession=profession)
    facts = SheetFacts(4, ENDED, by)
    session = a_session(zones=FACE, needling_ended_at=ENDED)
    guide, zones = catalogue.aftercare_guide(), catalogue.zones()
    assert sheet(session, a_client(), a_clinic(), facts, guide, zones).treated_by == words


def test_a_session_that_was_stopped_says_so() -> None:
    stopped = a_session(
        zones=FACE,
        needling_ended_at=ENDED,
        status=Status.STOPPED_EARLY,
        stops=(StopRecord(ENDED),),
        next_on=date(2026, 12, 20),
    )
    page = made(session=stopped)
    assert page.treated.endswith("We stopped early.")
    assert page.next_session == "Sunday 20 December 2026"


@pytest.mark.parametrize(
    "session",
    [a_session(), a_session(layers=(a_planned_layer("face.chin"),), needling_ended_at=ENDED)],
)
def test_there_is_no_sheet_before_anything_is_done(session: NeedlingSession) -> None:
    with pytest.raises(NothingNeedled, match="Paint or confirm"):
        made(session=session)


def test_two_sheets_that_tell_their_reader_the_same_are_the_same() -> None:
    session = a_session(zones=FACE, needling_ended_at=ENDED, spots=(SPOT,))
    moved = replace(
        session,
        notes="Felt warm",
        spots=(replace(SPOT, reason="scar"),),
        layers=session.layers[::-1],
    )
    later = replace(made(session=session), made="23-Nov-2026, 18:00")

    assert said(made(session=moved)) == said(made(session=session)) == said(later)


@pytest.mark.parametrize(
    "values",
    [
        pytest.param({"needling_ended_at": ENDED + timedelta(hours=3)}, id="times"),
        pytest.param({"next_on": date(2027, 1, 4)}, id="next session"),
        pytest.param({"spots": (replace(SPOT, x=9.0),)}, id="a spot elsewhere"),
    ],
)
def test_a_sheet_that_tells_anything_else_is_another(values: dict[str, Any]) -> None:
    session = a_session(zones=FACE, needling_ended_at=ENDED, spots=(SPOT,))

    assert said(made(session=replace(session, **values))) != said(made(session=session))
