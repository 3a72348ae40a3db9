"""One session in sentences, on the timeline and on its sheet."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

from needlelog.domain.session import (
    AlsoDone,
    Confirmation,
    GradedReaction,
    NeedlingSession,
    Numbing,
    Spot,
    StopRecord,
)
from needlelog.ui.screens import session_words
from needlelog.ui.screens.session_text import Reader, sections
from tests.builders import (
    NOON,
    a_layer,
    a_planned_layer,
    a_practitioner,
    a_serum,
    a_session,
    a_tip,
    at,
)

LONDON = ZoneInfo("Europe/London")


def text_of(session: NeedlingSession) -> list[str]:
    you = a_practitioner()
    reader = Reader(LONDON, {session.treated_by_id or you.id: "AV"})
    return [line for section in sections(session, reader) for line in section.lines]


def test_each_kind_of_zone_says_its_deepest() -> None:
    session = a_session(
        layers=(
            a_layer("face.chin", 1000),
            a_layer("face.cheek_l", 1500),
            a_layer("face.cheek_l", 500, position=1),
            a_layer("face.cheek_r", 1250),
            a_layer("face.forehead", 500),
        )
    )
    assert session_words.depths(session) == "Forehead 0.5 · Cheeks 1.5 · Chin 1 mm"


def test_one_side_alone_is_named_as_that_side() -> None:
    session = a_session(zones={"face.cheek_l": 1500})
    assert session_words.depths(session) == "Cheek L 1.5 mm"


def test_planned_is_never_told_as_treated() -> None:
    session = a_session(layers=(a_planned_layer("face.chin"), a_planned_layer("face.nose")))
    assert session_words.depths(session) == "2 zones planned, none treated yet"


def test_a_session_without_zones_says_so() -> None:
    assert session_words.depths(a_session()) == "No zone treated yet"
    assert session_words.depths(a_session(signed_at=NOON)) == "No zone treated"


def test_a_spot_alone_counts_as_treated() -> None:
    spot = Spot(number=1, map="face_front", x=1, y=1, depth_um=2000, done_at=NOON)
    assert session_words.depths(a_session(spots=(spot,))) == "1 spot"


def test_materials_name_serum_lot_tip_and_minutes_of_numbing() -> None:
    serum = a_serum()
    numbing = Numbing(product="other", name="EMLA", on_at=NOON, off_at=at(30))
    session = a_session(
        layers=(a_layer("face.chin", serum_id=serum.id),),
        serums=(serum,),
        tips=(a_tip(),),
        numbings=(numbing,),
    )
    assert session_words.materials(session) == (
        "Hyaluronic acid, lot HA-2291 · 12-pin tip · numbing 30 min"
    )


def test_a_grade_is_told_with_its_word_and_scale() -> None:
    session = a_session(reactions=(GradedReaction("redness", "redness", 3),), pain=4)
    assert session_words.reactions(session) == "Redness moderate (3 of 4) · Pain 4 of 10"
    assert session_words.reaction_level(session) == 3


def test_reactions_nobody_noted_are_not_none() -> None:
    assert session_words.reactions(a_session()) == "Reactions not noted"
    assert session_words.reaction_level(a_session()) is None


def test_days_are_those_of_the_clinic() -> None:
    late = a_session(happened_at=NOON + timedelta(hours=11, minutes=30))
    assert session_words.day(late, LONDON) == "23-Nov-2026"
    assert session_words.day(late, ZoneInfo("Asia/Tokyo")) == "24-Nov-2026"


def test_the_sheet_tells_every_layer_and_how_it_was_confirmed() -> None:
    together = a_layer("face.chin", 1000, confirmation=Confirmation.TOGETHER)
    above = a_layer("face.nose", 2000, reason="scar", endpoint="pink", techniques=("stamp",))
    told = text_of(a_session(layers=(together, above)))
    assert "Chin: 1 mm ×3, confirmed together 12:00" in told
    assert "Nose: 2 mm ×3, stamp, pink, reason: Scar here" in told


def test_zones_worked_alike_are_told_together_and_others_apart() -> None:
    session = a_session(
        layers=(
            a_layer("face.forehead", 500),
            a_layer("face.nose", 500),
            a_layer("face.cheek_l", 1500),
            a_layer("face.cheek_r", 1500),
            a_layer("face.cheek_l", 500, position=1),
            a_layer("face.cheek_r", 500, position=1),
            a_layer("face.chin", 500, endpoint="pink"),
        )
    )
    treated = [line for line in text_of(session) if " mm " in line]
    assert treated == [
        "Forehead, Nose: 0.5 mm ×3",
        "Cheek L + R: 1.5 mm ×3",
        "Cheek L + R: 0.5 mm ×3",
        "Chin: 0.5 mm ×3, pink",
    ]


def test_the_sheet_tells_a_stop_and_what_was_done() -> None:
    stop = StopRecord(
        stopped_at=at(10), reasons=("faint",), measures=("lay_flat",), pulse=52, systolic=90,
        diastolic=60, recovered_at=at(25), left_with="her sister", note="Had not eaten",
    )  # fmt: skip
    told = text_of(a_session(zones={"face.chin": 500}, stops=(stop,)))
    for line in (
        "12:10: Faint or dizzy", "Lay flat", "Pulse 52 per minute",
        "Blood pressure 90/60 mmHg", "Recovered 12:25", "Left with her sister", "Had not eaten",
    ):  # fmt: skip
        assert line in told


def test_words_typed_in_place_of_a_choice_stand_for_themselves() -> None:
    layer = replace(a_layer("face.nose", 2000), reason="old burn")
    also = AlsoDone(kind="peel", product="<b>Glow</b>", lot="P1")
    told = text_of(a_session(layers=(layer,), also_done=(also,)))
    assert "Nose: 2 mm ×3, reason: old burn" in told
    assert "Peel, After needling, <b>Glow</b>, lot P1" in told
