"""Keys as they are written on the keyboard."""

from __future__ import annotations

from needlelog.i18n import _


def caps(keys: str) -> tuple[str, ...]:
    """'Ctrl+Shift+N' as the caps one sees: Ctrl, Shift, N."""
    if not keys:
        return ()
    body, plus = (keys[:-1], ("+",)) if keys.endswith("+") else (keys, ())
    names = {"Return": _("Enter"), "Del": _("Delete"), "Meta": _("Windows")}
    return tuple(names.get(part, part) for part in body.split("+") if part) + plus


def shown(keys: str) -> str:
    """'Ctrl+Enter', for sentences and menus."""
    return "+".join(caps(keys))
