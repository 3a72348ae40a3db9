"""What F1 says: for each screen what it is for, what a tap does, and which keys help."""

from __future__ import annotations

from needlelog.domain.session import ChairStep
from needlelog.i18n import _
from needlelog.ui.actions.action import Place


def title(place: Place, step: ChairStep | None) -> str:
    """The screen the help is for; of the chair it is the step."""
    if step is not None:
        return {
            ChairStep.TREAT: _("Help: Treat"),
            ChairStep.REACTIONS: _("Help: Reactions"),
            ChairStep.AFTERCARE: _("Help: Aftercare & sign"),
        }[step]
    return {
        Place.TODAY: _("Help: Today"),
        Place.CLIENTS: _("Help: Clients"),
        Place.CLIENT: _("Help: Client"),
        Place.FORM: _("Help: Client details"),
        Place.SETTINGS: _("Help: Settings"),
    }[place]


def sentences(place: Place, step: ChairStep | None) -> tuple[str, ...]:
    """Three to seven of them, in the order somebody needs them."""
    if step is not None:
        return _chair()[step]
    return _screens()[place]


def _screens() -> dict[Place, tuple[str, ...]]:
    return {
        Place.TODAY: (
            _("Today shows the sessions that still need you, and who was here lately."),
            _("Tap a session to go on exactly where it was left."),
            _("Tap a client to open their page."),
            _("New session asks who it is for, then opens the chair."),
        ),
        Place.CLIENTS: (
            _("Here are the people you treat."),
            _("Tap a name to open that client’s page."),
            _("Find looks for any part of a name, phone, client number or birth date."),
            _("New client needs a family name, a given name and a birth date; the rest can wait."),
        ),
        Place.CLIENT: (
            _("This page is one client: alerts at the top, every session below, facts beside it."),
            _("Start session opens the chair for this client."),
            _("Repeat last does too, with the zones of last time already planned."),
            _("Tap a session to read all of it. What is signed stays as it was signed."),
            _("Print again gives the last aftercare sheet once more, marked ‘copy’."),
        ),
        Place.FORM: (
            _("Write down who the client is. Family name, given name and birth date are enough."),
            _("Dates can be typed as 9.9.08, 9/9/2008 or 9 Sep 2008; the full date is shown back."),
            _("When somebody has the same name, they are shown so that you don’t add them twice."),
            _("Save client keeps it. Back leaves the form as it is, until you come back to it."),
            _("Esc goes back too."),
        ),
        Place.SETTINGS: (
            _("Here the program is made yours. Tap a section at the side."),
            _("There is nothing to save by hand: what you change is kept at once."),
            _("Clinic and practitioners are printed on every aftercare sheet."),
            _("Rules are reminders with their sources. You can change each and go back."),
            _("Display and keys belong to this computer only."),
        ),
    }


def _chair() -> dict[ChairStep, tuple[str, ...]]:
    return {
        ChairStep.TREAT: (
            _("Set depth, passes and serum once: this is the brush. Then tap zones to paint them."),
            _("A second tap with the same depth adds one pass; with another depth it repaints."),
            _("Mirror paints both sides together."),
            _("Tap a row in the list to change or take away one zone."),
            _("Every tap is saved at once, and Undo takes back one after another."),
            _("The strip at the foot shows what is still open. Tap a gap to fill it."),
        ),
        ChairStep.REACTIONS: (
            _("Note how the skin looks now, before the client leaves."),
            _("‘As expected’ answers everything in one tap."),
            _("Otherwise tap how strong each reaction is; ‘More’ lists the rarer ones."),
            _("A reaction on one spot can be put on the map."),
        ),
        ChairStep.AFTERCARE: (
            _("Read the aftercare sheet as it will be printed, with its dates and times."),
            _("Amber lines are still open; each carries its own answer."),
            _("Print it or save it as PDF. What you hand over is kept exactly as it was."),
            _("Sign & finish closes the session. After that nothing in it can be changed."),
        ),
    }
