"""Where the program starts: the window without arguments or with a project, else one command."""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window, or run the command named first. Each side imports only what it needs."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or given[0].endswith(".peakroster"):
        gc.disable()  # nothing made while starting is garbage; the window turns it on when it has been seen
        from app.window.plain_imports import import_plainly

        import_plainly()
        from app.window.main import run

        return run(Path(given[0]) if given else None)
    from app.commands import run_command

    return run_command(given)
