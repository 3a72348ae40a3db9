"""The line for a doctor."""

from zoneinfo import ZoneInfo

from needlelog.domain.lot_line import lot_line
from needlelog.domain.session import Numbing, SerumUse, Tip
from tests.builders import a_layer, a_serum, a_session, a_tip, at

ZONE = ZoneInfo("Europe/London")
NAMES = {"hyaluronic_acid": "Hyaluronic acid", "emla": "EMLA"}


def test_everything_that_touched_the_skin_is_named_with_its_lot() -> None:
    serum = a_serum(maker="Dermacell")
    session = a_session(
        layers=(a_layer("face.chin", 1500, serum_id=serum.id),),
        serums=(serum,),
        tips=(a_tip(name=""), Tip(pins=36, lot="C-9")),
        numbings=(Numbing("emla", lot="N-1", on_at=at(-60), off_at=at(-5)),),
    )
    assert lot_line(session, NAMES, ZONE) == (
        "Deepest needling 1.5 mm. Needles: 12 pins, lot C-88041; 36 pins, lot C-9. "
        "Serums: Hyaluronic acid, Dermacell, lot HA-2291. "
        "Numbing: EMLA, lot N-1, on 11:00, off 11:55."
    )


def test_what_is_not_noted_is_said_to_be_so() -> None:
    session = a_session(layers=(a_layer("face.chin", 500),), tips=(Tip(),))
    assert lot_line(session, NAMES, ZONE) == (
        "Deepest needling 0.5 mm. Needles: lot not noted. Serums: none noted. Numbing: none noted."
    )


def test_a_serum_that_stayed_in_its_bottle_is_not_named() -> None:
    session = a_session(
        layers=(a_layer("face.chin", 500),),
        serums=(
            a_serum(),
            SerumUse("none", applied_at=at(1)),
            a_serum(name="Glow", applied_at=at(1)),
        ),
    )
    assert "Serums: Glow, lot HA-2291." in lot_line(session, NAMES, ZONE)
