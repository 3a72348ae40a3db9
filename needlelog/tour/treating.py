"""The journeys through a session in the chair."""

from __future__ import annotations

from needlelog.tour.hands import Hand
from needlelog.tour.reach import saying
from needlelog.tour.stage import Stage
from needlelog.tour.tour import Tour

SERUM = "Hyaluronic acid"


def first_session(tour: Tour) -> None:
    """From the open, empty chair to the signature: a full face, three depths, a serum."""
    stage, hand = tour.stage, tour.mouse
    with tour.journey("first_session"):
        with tour.step("serum"):
            take_serum(stage, hand)
        with tour.step("chin and jawline"):
            paint(stage, hand, "1", "face.chin", "face.jawline_l")
        with tour.step("cheeks"):
            paint(stage, hand, "1.5", "face.cheek_l")
        with tour.step("whole face"):
            paint_the_rest(stage, hand, "0.5")
        with tour.step("endpoint"):
            hand.tap(stage.chair.treat.panel.endpoint.button("even_redness"))
        _finish(tour, hand)


def repeat_session(tour: Tour) -> None:
    """From the client's card to the next signature, with one depth changed."""
    stage, hand = tour.stage, tour.finger
    with tour.journey("repeat_session"):
        with tour.step("planned"):
            hand.tap(stage.client.repeat)
            stage.until_chair_shown()
        with tour.step("chin deeper"):
            paint(stage, hand, "1.5", "face.chin")
        with tour.step("done as planned"):
            hand.tap(stage.chair.treat.side.carry.confirm)
        with tour.step("aftercare"):
            hand.tap(stage.chair.bar.strip.button("aftercare"))
            stage.until_sheet_drawn()
        with tour.step("as expected"):
            hand.tap(saying(stage.chair.finish, "As expected"))
        with tour.step("signed"):
            hand.tap(stage.chair.bar.next)
            stage.until_signed()
            stage.until_sheet_drawn()


def stop_early(tour: Tour) -> None:
    """From the painted chair to the signature of a session that was stopped."""
    stage, hand = tour.stage, tour.finger
    with tour.journey("stop_early"):
        with tour.step("stopped"):
            hand.tap(stage.chair.bar.stop)
        with tour.step("why and what was done"):
            for words in ("Faint or dizzy", "Lay flat"):
                hand.tap(saying(stage.sheet, words))
        with tour.step("back"):
            hand.tap(saying(stage.sheet, "Close"))
        _finish(tour, hand)


def _finish(tour: Tour, hand: Hand) -> None:
    """From the treated chair through the next two steps to the signature."""
    stage = tour.stage
    with tour.step("reactions"):
        hand.tap(stage.chair.bar.next)
    with tour.step("as expected"):
        hand.tap(stage.chair.reactions.as_expected)
    with tour.step("aftercare"):
        hand.tap(stage.chair.bar.next)
        stage.until_sheet_drawn()
    with tour.step("signed"):
        hand.tap(stage.chair.bar.next)
        stage.until_signed()


def whole_session(stage: Stage, hand: Hand) -> None:
    """From a client's page to the signature and back, with one hand alone."""
    hand.tap(saying(stage.client, "Start session"))
    stage.until_chair_shown()
    paint_three_depths(stage, hand)
    hand.tap(stage.chair.treat.panel.endpoint.button("even_redness"))
    hand.tap(stage.chair.bar.next)
    hand.tap(stage.chair.reactions.as_expected)
    hand.tap(stage.chair.bar.next)
    stage.until_sheet_drawn()
    hand.tap(stage.chair.bar.next)
    stage.until_signed()
    hand.tap(stage.chair.bar.next)
    stage.until_client_shown()
    saying(stage.client, "Start session")


def paint_three_depths(stage: Stage, hand: Hand) -> None:
    """A full face in eight taps."""
    take_serum(stage, hand)
    paint(stage, hand, "1", "face.chin", "face.jawline_l")
    paint(stage, hand, "1.5", "face.cheek_l")
    paint_the_rest(stage, hand, "0.5")


def take_serum(stage: Stage, hand: Hand) -> None:
    panel = stage.chair.treat.panel
    if panel.serums.isVisible():
        hand.tap(saying(panel.serums, SERUM))
    else:  # little room, and so a sheet offers them
        hand.tap(panel.serum)
        hand.tap(saying(stage.sheet, SERUM))


def paint(stage: Stage, hand: Hand, depth: str, *zones: str) -> None:
    """The chip of a depth, then the zones; Mirror takes the other side along."""
    treat = stage.chair.treat
    hand.tap(saying(treat.panel.presets, depth))
    for zone in zones:
        hand.tap_zone(treat.side.map, zone)


def paint_the_rest(stage: Stage, hand: Hand, depth: str) -> None:
    """What is left of the face in one tap."""
    treat = stage.chair.treat
    hand.tap(saying(treat.panel.presets, depth))
    hand.tap(treat.side.whole_face)
