"""A protocol is planned, never done; it carries nothing that is a session's alone."""

from __future__ import annotations

from dataclasses import fields, replace

from needlelog import catalogue
from needlelog.domain.price import offered
from needlelog.domain.protocol import Protocol, ProtocolZone, made_from, planned, unknown_zones
from needlelog.domain.session import NOT_NOTED, Confirmation, GradedReaction, SerumUse
from tests.builders import (
    NOON,
    a_device,
    a_layer,
    a_planned_layer,
    a_price,
    a_protocol,
    a_serum,
    a_session,
    a_tip,
)

CHEEKS = {"face.cheek_l": 750, "face.cheek_r": 750}
KNOWN = catalogue.zones()


def test_every_zone_is_planned_and_nothing_is_done() -> None:
    session = planned(a_session(), a_protocol(), KNOWN, SerumUse("hyaluronic_acid"))

    assert session.done_layers == ()
    assert session.started_at is None
    assert [(row.zone, row.depth_um, row.passes) for row in session.layers] == [
        ("face.cheek_l", 750, 3), ("face.cheek_r", 750, 3),
    ]  # fmt: skip
    for place, row in enumerate(session.layers):
        assert row.confirmation is Confirmation.PLANNED
        assert (row.position, row.techniques, row.endpoint) == (place, ("vertical",), NOT_NOTED)
        assert (row.tip_id, row.done_at, row.reason) == (None, None, "")
        assert session.serum(row.serum_id) == session.serums[0]
    assert (session.protocol, session.copied_from_id) == ("Cheeks, fine", None)


def test_a_protocol_made_of_a_session_leaves_behind_what_is_the_sessions() -> None:
    serum, tip = a_serum(), a_tip()
    done = [
        a_layer(zone, 1500, serum_id=serum.id, tip_id=tip.id, endpoint="pinpoint_bleeding",
                techniques=("stamp",), reason="scar", position=place)
        for place, zone in enumerate(("face.chin", "face.nose"))
    ]  # fmt: skip
    left = a_layer("face.forehead", 500, confirmation=Confirmation.NOT_TREATED)
    device = a_device()
    session = a_session(
        layers=(*done, left),
        serums=(serum,),
        tips=(tip,),
        device_id=device.id,
        reactions=(GradedReaction("redness", "redness", 3),),
        notes="n",
        why="w",
        signed_at=NOON,
    )

    made = made_from(session, "Scars", KNOWN)

    assert made == Protocol(
        "Scars",
        (ProtocolZone("face.chin", 1500, 3, "Chin"), ProtocolZone("face.nose", 1500, 3, "Nose")),
        ("stamp",),
        "hyaluronic_acid",
        device_id=device.id,
        id=made.id,
    )
    names = {field.name for kind in (Protocol, ProtocolZone) for field in fields(kind)}
    assert not names & {"endpoint", "lot", "expires_on", "reactions", "notes", "why", "reason"}


def test_a_second_depth_over_a_zone_is_planned_over_it() -> None:
    twice = (ProtocolZone("face.chin", 1500, 4), ProtocolZone("face.chin", 500, 2))
    session = planned(a_session(), a_protocol(), KNOWN, None)
    session = planned(session, replace(a_protocol(), zones=twice), KNOWN, None)
    assert [(row.depth_um, row.passes) for row in session.layers_of("face.chin")] == [
        (1500, 4), (500, 2),
    ]  # fmt: skip
    assert len(session.layers) == 2  # what was planned before gave way


def test_what_is_worked_already_stays_as_it_is() -> None:
    chin = a_layer("face.chin", 1000)
    before = a_session(layers=(chin, a_planned_layer("face.nose", 250, position=1)))
    zones = {"face.chin": 1500, "face.nose": 500}
    session = planned(before, a_protocol(zones), KNOWN, None)
    assert session.layers_of("face.chin") == (chin,)
    assert [row.depth_um for row in session.layers_of("face.nose")] == [500]


def test_zones_that_are_not_known_are_named_and_the_others_planned() -> None:
    protocol = a_protocol({"face.gone": 500, "face.chin": 500, "scalp.gone": 500})
    protocol = replace(protocol, zones=(*protocol.zones, ProtocolZone("face.gone", 250, 1)))
    assert [row.zone for row in unknown_zones(protocol, KNOWN)] == ["face.gone", "scalp.gone"]
    assert [row.zone for row in planned(a_session(), protocol, KNOWN, None).layers] == ["face.chin"]


def test_nothing_known_plans_nothing_and_brings_no_serum() -> None:
    session = planned(a_session(), a_protocol({"x": 500}), KNOWN, a_serum())
    assert (session.layers, session.serums) == ((), ())


def test_the_same_product_is_not_brought_twice() -> None:
    used = a_serum()
    session = planned(a_session(serums=(used,)), a_protocol(), KNOWN, SerumUse("hyaluronic_acid"))
    assert session.serums == (used,)
    assert {row.serum_id for row in session.layers} == {used.id}


def test_a_price_is_offered_in_the_currency_of_today_only() -> None:
    mine, dollars = a_price(), a_price(currency="USD")
    gone, empty = a_price(is_retired=True), a_price(amount_minor=None)
    assert offered((mine, dollars, gone, empty), "GBP") == (mine,)
