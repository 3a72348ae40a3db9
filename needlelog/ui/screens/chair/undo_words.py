"""What the undo button names: the code of a step in words."""

from needlelog.i18n import _


def step_words(what: str) -> str:
    """'painting', 'endpoint': a step's code in words; 'last step' for one of another version."""
    return _words().get(what, _("last step"))


def _words() -> dict[str, str]:
    return {
        "paint": _("painting"),
        "erase": _("erasing"),
        "replace": _("replacing the layers"),
        "confirm": _("confirming"),
        "as_planned": _("as planned"),
        "confirm_all": _("confirming all"),
        "not_confirmed": _("planned zones"),
        "carry_over": _("same as last time"),
        "protocol": _("protocol"),
        "depth": _("depth"),
        "edit": _("the change to the zone"),
        "endpoint": _("endpoint"),
        "endpoints": _("endpoints"),
        "serum": _("serum"),
        "lot": _("lot"),
        "tip": _("device and tip"),
        "new_tip": _("new tip"),
        "numbing": _("numbing"),
        "numbing_on": _("numbing wiped off"),
        "spot": _("spot"),
        "stop": _("stopping"),
        "also_done": _("also done today"),
        "reason": _("reason"),
        "above_ceiling": _("reason"),
        "reaction": _("reaction"),
        "reactions": _("as expected"),
        "as_expected": _("as expected"),
        "rest": _("rest not seen"),
        "pain": _("pain"),
        "notes": _("notes"),
        "why": _("why"),
        "ended": _("end of needling"),
        "next_date": _("next date"),
        "details": _("details"),
        "step": _("step"),
    }
