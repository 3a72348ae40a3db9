"""The sheets' clock stands half past noon on the day most tests happen on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import time_machine

from tests.builders import at


@pytest.fixture(autouse=True)
def half_past_noon() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(at(30), tick=False) as traveller:
        yield traveller
