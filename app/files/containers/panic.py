"""The reader of workbooks is compiled; where it trips over a broken file it panics instead of raising."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress

PANIC = "PanicException"
"""Name of what then arrives here, which nothing exports."""
STANDARD_ERROR = 2


@contextmanager
def panics_unheard() -> Iterator[None]:
    """Keep what a panic writes to the standard error from people; the caller tells them in a sentence."""
    try:
        heard = os.dup(STANDARD_ERROR)
    except OSError:  # there is none, as under a window
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, STANDARD_ERROR)
        yield
    finally:
        os.dup2(heard, STANDARD_ERROR)
        for each in (heard, nowhere):
            with suppress(OSError):
                os.close(each)
