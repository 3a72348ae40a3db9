"""What is seldom done with a client: edited, put aside, brought back."""

from __future__ import annotations

from needlelog.domain.client import Client
from needlelog.i18n import _
from needlelog.ui.widgets.menu_button import MenuButton


class MoreMenu(MenuButton):
    """Offers only what can be done with this client now: edit, archive, restore, trash."""

    def __init__(self) -> None:
        super().__init__("", icon="ellipsis", height=44, name=_("More"))
        self.below.add("edit", _("Edit client"))
        self.below.add("archive", _("Archive"))
        self.below.add("restore", _("Restore"))
        self.below.add("trash", _("Move to trash"))

    def show_client(self, client: Client) -> None:
        archived, trashed = client.archived_at is not None, client.trashed_at is not None
        rows = self.below.rows
        rows["archive"].setHidden(archived or trashed)
        rows["restore"].setHidden(not (archived or trashed))
        rows["trash"].setHidden(trashed)
