"""What a session says of itself."""

from dataclasses import replace
from uuid import UUID

from needlelog.domain.identity import new_id
from needlelog.domain.session import NOT_NOTED, Confirmation, Layer, Spot
from tests.builders import NOON, a_layer, a_planned_layer, a_serum, a_session, a_tip, at

SPOT = Spot(number=1, map="face_front", x=310.5, y=402.0, depth_um=2000)


def test_a_new_layer_is_only_planned_and_its_endpoint_not_noted() -> None:
    layer = Layer(zone="chin", depth_um=500, passes=3)

    assert layer.is_planned
    assert not layer.is_done
    assert layer.endpoint == NOT_NOTED


def test_painted_and_confirmed_layers_count_as_done_and_the_rest_do_not() -> None:
    done = {how for how in Confirmation if a_layer(confirmation=how).is_done}

    assert done == {Confirmation.PAINTED, Confirmation.AS_PLANNED, Confirmation.TOGETHER}


def test_treated_zones_come_once_each_without_what_was_only_planned() -> None:
    session = a_session(
        layers=(
            a_layer("nose", position=0),
            a_layer("chin", position=1),
            a_planned_layer("cheek_l", position=2),
            a_layer("nose", depth_um=1000, position=3),
        )
    )

    assert session.treated_zones == ("nose", "chin")


def test_layers_of_a_zone_come_in_the_order_they_were_worked() -> None:
    late, early = a_layer("nose", position=5), a_layer("nose", position=2)
    session = a_session(layers=(late, a_layer("chin", position=3), early))

    assert session.layers_of("nose") == (early, late)


def test_the_deepest_depth_leaves_out_what_was_not_done() -> None:
    session = a_session(layers=(a_layer(depth_um=1250), a_planned_layer("chin", 2500)))

    assert session.deepest_um() == 1250


def test_the_deepest_depth_counts_a_spot_once_it_was_worked() -> None:
    assert a_session(zones={"nose": 500}, spots=(SPOT,)).deepest_um() == 500

    worked = Spot(number=1, map="face_front", x=0.0, y=0.0, depth_um=2000, done_at=NOON)
    assert a_session(zones={"nose": 500}, spots=(worked,)).deepest_um() == 2000


def test_a_session_without_needling_has_no_deepest_depth() -> None:
    assert a_session().deepest_um() is None


def test_with_layer_puts_a_new_layer_last_and_a_known_one_in_its_place() -> None:
    first, second = a_layer("nose"), a_layer("chin", position=1)
    deeper_first = a_layer("nose", 1000, id=first.id)

    session = a_session().with_layer(first).with_layer(second).with_layer(deeper_first)

    assert session.layers == (deeper_first, second)


def test_the_tip_on_the_device_is_the_one_put_on_last() -> None:
    first, second = a_tip(), a_tip(id=new_id(), reason="blunt", opened_at=at(5))

    assert a_session().tip is None
    assert a_session(tips=(first, second)).tip == second


def test_a_serum_is_found_by_its_use() -> None:
    serum = a_serum()
    session = a_session(serums=(serum,))

    assert session.serum(serum.id) == serum
    assert session.serum(None) is None
    assert session.serum(UUID(int=1)) is None


def test_two_states_of_one_session_are_equal_whatever_save_they_come_from() -> None:
    session = a_session()

    assert session == replace(session, version=7, saved_at=at(3))
    assert session != replace(session, notes="Felt warm")


def test_a_session_is_signed_from_the_moment_it_carries_one() -> None:
    assert not a_session().is_signed
    assert a_session(signed_at=NOON).is_signed
