"""What is treated in a course, and how deep it goes from session to session."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from needlelog import catalogue
from needlelog.domain.depth import STEP_UM


@dataclass(frozen=True, slots=True)
class Course:
    """The zones of one reason for treatment; codes of the catalogue."""

    indication: str
    zones: tuple[str, ...]
    serum: str
    price_minor: int


COURSES = (
    Course(
        "acne_scars",
        ("face.cheek_l", "face.cheek_r", "face.chin", "face.temple_l", "face.temple_r"),
        "hyaluronic_acid",
        22000,
    ),
    Course(
        "wrinkles",
        ("face.forehead", "face.periorbital_l", "face.periorbital_r", "face.upper_lip"),
        "hyaluronic_acid",
        18000,
    ),
    Course(
        "rejuvenation",
        ("face.forehead", "face.nose", "face.cheek_l", "face.cheek_r", "face.chin"),
        "peptides",
        19500,
    ),
    Course(
        "pigmentation", ("face.forehead", "face.cheek_l", "face.cheek_r"), "tranexamic_acid", 19500
    ),
    Course("neck_lines", ("face.neck_front", "face.neck_l", "face.neck_r"), "peptides", 16000),
    Course(
        "alopecia",
        ("scalp.hairline", "scalp.mid_scalp", "scalp.crown"),
        "sterile_gel",
        17500,
    ),
    Course(
        "stretch_marks",
        ("body.abdomen_lower", "body.thigh_l", "body.thigh_r"),
        "hyaluronic_acid",
        24000,
    ),
)


def depth_um(zone: str, nth: int, has_melasma: bool) -> int:
    """The depth in the client's n-th session, from 0, in micrometres.

    It begins where the catalogue says, rises by one step every second session, and stays within
    the usual range and below every ceiling.
    """
    start, high = _range_um(zone, has_melasma)
    return min(high, start + STEP_UM * (nth // 2))


@cache
def _range_um(zone: str, has_melasma: bool) -> tuple[int, int]:
    guide = catalogue.guides()[catalogue.zones()[zone].guide]
    rules = catalogue.rules()
    ceiling = rules["melasma_ceiling" if has_melasma else "face_ceiling"].value
    high = min(guide.usual_um.high, ceiling or guide.usual_um.high)
    return min(guide.start_um, high), high
