"""What the depth of a zone is told beside."""

from datetime import date

import pytest

from needlelog.domain.guard import Against, Concern, LastDepth, UsualRange, remark

USUAL = UsualRange(500, 1500, "Consensus 2021")
LAST = LastDepth(1250, date(2026, 10, 25))


@pytest.mark.parametrize(
    ("depth_um", "against"),
    [(1250, Against.SAME), (1500, Against.DEEPER), (1000, Against.SHALLOWER)],
)
def test_a_depth_is_put_beside_last_time_s(depth_um: int, against: Against) -> None:
    assert remark("cheek_l", depth_um, LAST, USUAL, 2000).against is against


def test_a_zone_never_treated_before_is_the_first_time() -> None:
    assert remark("cheek_l", 1250, None, USUAL, 2000).against is Against.FIRST


@pytest.mark.parametrize(
    ("depth_um", "ceiling_um", "concern", "needs_reason"),
    [
        (450, 2000, Concern.BELOW_USUAL, False),
        (500, 2000, Concern.NONE, False),
        (1500, 2000, Concern.NONE, False),
        (1550, 2000, Concern.ABOVE_USUAL, False),
        (2000, 2000, Concern.ABOVE_USUAL, False),
        (2050, 2000, Concern.ABOVE_CEILING, True),
        (2500, 2000, Concern.ABOVE_CEILING, True),
        (2550, 2000, Concern.ASK_AGAIN, True),
        (2750, 3000, Concern.ASK_AGAIN, False),
        (450, 400, Concern.ABOVE_CEILING, True),
    ],
)
def test_the_gravest_concern_is_named_and_only_the_ceiling_asks_a_reason(
    depth_um: int, ceiling_um: int, concern: Concern, needs_reason: bool
) -> None:
    said = remark("cheek_l", depth_um, LAST, USUAL, ceiling_um)

    assert (said.concern, said.needs_reason) == (concern, needs_reason)


def test_a_remark_carries_everything_its_sentence_needs() -> None:
    said = remark("cheek_l", 1500, LAST, USUAL, 2000)

    assert (said.zone, said.depth_um, said.last, said.usual, said.ceiling_um) == (
        "cheek_l",
        1500,
        LAST,
        USUAL,
        2000,
    )
