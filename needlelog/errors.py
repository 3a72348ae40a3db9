"""Failures a person can act on; everything else is a bug."""


class NeedleLogError(Exception):
    """Something in the world went wrong. The text is shown to the person as it is.

    It says what happened, that the work is safe, and what to do next.
    """


class BadValue(NeedleLogError):
    """What was typed can't be kept; the text says why and how to put it right."""


class RecordChanged(NeedleLogError):
    """Somebody else saved this record after it was read."""


class RecordSigned(NeedleLogError):
    """A signed record was asked to change."""


class NotNow(NeedleLogError):
    """Something else has to be done first; nothing was changed."""


class CannotOpen(NeedleLogError):
    """The records can't be opened; the file was left as it is."""


class ProgramFailed(NeedleLogError):
    """A bug: whoever asked for the work is told that it was not done."""


class NotSaved(NeedleLogError):
    """The last change did not reach the disk or the server; it is still on the screen."""


class CannotPrint(NeedleLogError):
    """The page could not be printed; the PDF can still be saved."""


class CannotWriteFile(NeedleLogError):
    """The file could not be written; what stood there before is untouched."""


class CatalogueError(NeedleLogError):
    """A row of the catalogue that came with the program can't be used."""
