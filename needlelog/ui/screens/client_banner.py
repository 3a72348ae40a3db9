"""What the banner says of a client, the same on every screen."""

from __future__ import annotations

from datetime import date

from needlelog.domain.client import Allergies, Client
from needlelog.i18n import _
from needlelog.ui import words
from needlelog.ui.widgets.alert_chip import Alert, AlertKind
from needlelog.ui.widgets.banner import BannerClient

_ALLERGY_CHIPS: dict[Allergies, AlertKind] = {
    Allergies.KNOWN: "allergies_known",
    Allergies.NONE_KNOWN: "allergies_none",
    Allergies.NOT_RECORDED: "allergies_not_recorded",
    Allergies.UNAVAILABLE: "allergies_unavailable",
}


def banner_client(client: Client, today: date) -> BannerClient:
    """Name, birth date, number and alerts in ready words."""
    known_as = f" · {client.known_as}" if client.known_as else ""
    return BannerClient(
        name=f"{client.banner_name}{known_as}",
        facts=words.born_and_code(client, today),
        initials=client.initials,
        alerts=alerts(client),
    )


def alerts(client: Client) -> tuple[Alert, ...]:
    """Allergies first, in one of their four states; then ASK, then NOTE."""
    found = [Alert(_ALLERGY_CHIPS[client.allergies], allergy_words(client))]
    if client.has_melasma:
        found.append(Alert("ask", _("Melasma now or before")))
    if client.interpreter_needed:
        found.append(Alert("note", _("Interpreter needed")))
    if client.trashed_at is not None:
        found.append(Alert("note", _("In the trash")))
    elif client.archived_at is not None:
        found.append(Alert("note", _("Archived")))
    return tuple(found)


def allergy_words(client: Client) -> str:
    return {
        Allergies.KNOWN: _("Allergies: {names}").format(names=client.allergy_names),
        Allergies.NONE_KNOWN: _("No known allergies"),
        Allergies.NOT_RECORDED: _("Allergies not recorded"),
        Allergies.UNAVAILABLE: _("Allergies unavailable"),
    }[client.allergies]
