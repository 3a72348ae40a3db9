"""Names for records."""

from needlelog.domain.identity import new_id


def test_ids_are_new_and_sort_in_the_order_they_were_made() -> None:
    made = [new_id() for _ in range(20_000)]

    assert made == sorted(set(made))
    assert {name.version for name in made} == {7}
