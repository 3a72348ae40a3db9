"""What a tap did beside what was expected, with the other way one tap away. Values only."""

from __future__ import annotations

from collections.abc import Sequence

from needlelog import catalogue
from needlelog.domain.session import Layer, NeedlingSession
from needlelog.i18n import _
from needlelog.ui import words
from needlelog.ui.screens import session_words


def grown_words(session: NeedlingSession, grown: Sequence[str]) -> str:
    """'Cheek L + R: 1.5 ×4 + 0.5 ×2': a second depth or serum became a layer of its own."""
    layers = words.layers_text(session.layers_of(grown[0]))
    return f"{words.zones_label(grown, catalogue.zones())}: {layers}"


def otherwise_words(session: NeedlingSession, plans: Sequence[Layer]) -> str:
    """'Cheek L + R: planned 1.25 ×3, done 1.5 ×3', zones of the same words together."""
    zones: dict[str, list[str]] = {}
    for plan in plans:
        done = next(row for row in session.layers if row.id == plan.id)
        planned, worked = _apart(plan, done, session)
        told = _("planned {planned}, done {done}").format(planned=planned, done=worked)
        zones.setdefault(told, []).append(plan.zone)
    labels = ((words.zones_label(codes, catalogue.zones()), told) for told, codes in zones.items())
    return " · ".join(f"{label}: {told}" for label, told in labels)


def _apart(plan: Layer, done: Layer, session: NeedlingSession) -> tuple[str, str]:
    """Depth and passes of both, and whatever else is not the same."""
    parts = [(words.layer_text(plan), words.layer_text(done))]
    if plan.techniques != done.techniques:
        parts.append((_pattern(plan), _pattern(done)))
    if plan.serum_id != done.serum_id:
        parts.append((_serum(plan, session), _serum(done, session)))
    planned, worked = (" ".join(side) for side in zip(*parts, strict=True))
    return planned, worked


def _pattern(layer: Layer) -> str:
    known = catalogue.choices("technique")
    told = [_(known[code].label).lower() for code in layer.techniques if code in known]
    return ", ".join(told) or _("no pattern")


def _serum(layer: Layer, session: NeedlingSession) -> str:
    use = session.serum(layer.serum_id)
    return session_words.serum_name(use) if use else _("no serum")
