"""What is shown, and the only place that knows Qt."""

import builtins

_import = builtins.__import__

import PySide6  # noqa: E402, F401 - what it puts in the place of Python's import is taken back

# PySide reads the source of every module that is imported after it, to see whether it asks for
# `from __feature__ import ...`. Nothing here does, and the sources stay in memory: 20 MB.
builtins.__import__ = _import
