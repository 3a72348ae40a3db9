"""What a database says when it fails, in sentences a person can act on."""

from sqlalchemy.exc import DBAPIError, IntegrityError

from needlelog.errors import CannotOpen, NeedleLogError, NotSaved, RecordSigned
from needlelog.i18n import _

SIGNED = "needlelog: signed"
"""What the triggers say when a signed record or a kept paper is asked to change."""

_DISK_FULL = ("database or disk is full", "No space left on device")
_DISK_FAILS = "disk I/O error"
_LOCKED = ("database is locked", "lock timeout", "deadlock detected")
_DAMAGED = ("malformed", "file is not a database")
_UNWRITABLE = ("readonly database", "unable to open database file")


def signed_already() -> RecordSigned:
    """The one sentence for whatever asks a signed record to change."""
    return RecordSigned(
        _(
            "This record is signed and stays as it is; nothing was changed. "
            "Write what is new into another session."
        )
    )


def while_saving(error: DBAPIError, disk_is_full: bool = False) -> NeedleLogError | None:
    """The sentence for a save that failed, or None when the failure is a bug of ours."""
    text = str(error.orig)
    if SIGNED in text:
        return signed_already()
    if isinstance(error, IntegrityError):
        return None
    reason = _reason(error, text, disk_is_full)
    if reason is None:
        return None
    still_here = _("Your change is still on the screen and is saved again when you go on.")
    return NotSaved(f"{_('NOT SAVED')}: {reason} {still_here}")


def while_reading(error: DBAPIError, disk_is_full: bool = False) -> NeedleLogError | None:
    """The sentence for a read that failed, or None when the failure is a bug of ours."""
    reason = _reason(error, str(error.orig), disk_is_full)
    if reason is None:
        return None
    return CannotOpen(
        _("The records can't be read: {reason} Nothing was changed.").format(reason=reason)
    )


def _reason(error: DBAPIError, text: str, disk_is_full: bool) -> str | None:
    # A file that finds no room for its shared memory reports a failure of the disk.
    if _says(text, _DISK_FULL) or (disk_is_full and _DISK_FAILS in text):
        return _("disk full. Free some space on the disk that holds the records.")
    if _says(text, _LOCKED):
        return _("another program holds the records. Close it and try again.")
    if _says(text, _UNWRITABLE):
        return _("the records file can't be written. Look at its folder and its permissions.")
    if _says(text, _DAMAGED):
        return _(
            "the records file is damaged. Leave it as it is and open the copy that lies beside it."
        )
    if _DISK_FAILS in text:
        return _("the disk reports a failure. Check the disk before you go on.")
    if _server_is_gone(error, text):
        return _("the database server does not answer. Check the network and the server.")
    return None


def _says(text: str, phrases: tuple[str, ...]) -> bool:
    return any(phrase in text for phrase in phrases)


def _server_is_gone(error: DBAPIError, text: str) -> bool:
    return error.connection_invalidated or _says(
        text,
        ("connection failed", "connection is closed", "server closed", "terminating connection"),
    )
