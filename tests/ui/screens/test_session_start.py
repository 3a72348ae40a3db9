"""Who a new session says treats: whoever works at this computer."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from needlelog import settings
from needlelog.db import clients, practitioners
from needlelog.domain.clinic import Practitioner
from needlelog.domain.session import NeedlingSession
from needlelog.ui import who_works_here
from needlelog.ui.screens import session_start
from tests.builders import a_client, a_practitioner
from tests.ui.conftest import Records


@pytest.fixture
def colleague(records: Records, you: Practitioner) -> Practitioner:
    def added(db: Session) -> Practitioner:
        return practitioners.add(db, a_practitioner(name="Ben Ito", initials="BI"))

    found: Practitioner = records(added)
    return found


def started(db: Session) -> NeedlingSession:
    return session_start.started(db, clients.add(db, a_client()).id)


def test_the_first_practitioner_treats_where_nobody_was_chosen(
    records: Records, you: Practitioner, colleague: Practitioner
) -> None:
    assert records(started).treated_by_id == you.id


def test_who_works_at_this_computer_treats(records: Records, colleague: Practitioner) -> None:
    who_works_here.keep(colleague.id)

    session = records(started)

    assert session.treated_by_id == session.entered_by_id == colleague.id


@pytest.mark.parametrize("kept", ["", "Ben", "01936c4e-7f3a-7000-8000-0123456789ab"])
def test_somebody_these_records_do_not_know_does_not_treat(
    records: Records, you: Practitioner, colleague: Practitioner, kept: str
) -> None:
    settings.change(settings.settings_file(), practitioner=kept)

    assert records(started).treated_by_id == you.id


def test_a_second_start_leads_to_the_session_that_is_open(
    records: Records, you: Practitioner
) -> None:
    first = records(started)

    def again(db: Session) -> NeedlingSession:
        return session_start.started(db, first.client_id)

    assert records(again) == first
