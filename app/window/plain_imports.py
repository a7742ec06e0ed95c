"""Imports as Python makes them, without Qt for Python's look into the source of every module."""

import builtins

import PySide6.QtCore  # noqa: F401  # puts its own import in the place of Python's


def import_plainly() -> None:
    """Put Python's import back. Qt's reads the source of each module imported, to see whether it wants other names for
    Qt's methods (`from __feature__ import …`, which nothing here does); that is a fifth of the time of our start.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
