"""The last net: what no page has caught becomes a sentence in the message bar, its details a log file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from types import TracebackType
from typing import TYPE_CHECKING

from app.window.frame.message import Message, Mood
from app.window.frame.project_acts import refusal
from app.wording import words
from forecasts.findings import InputError

if TYPE_CHECKING:
    from pathlib import Path

_ = words("window")
Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]


def log_path() -> Path:
    """Where details go."""
    from platformdirs import user_log_path

    return user_log_path("PeakRoster", appauthor=False, ensure_exists=True) / "peakroster.log"


def complaints(say: Callable[[Message], object]) -> Hook:
    """A hook for `sys.excepthook`: refused input is told as it is, anything else is logged and told in one sentence."""

    def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, InputError):
            say(refusal(error))
            return
        import traceback

        log = log_path()
        with log.open("a", encoding="utf-8") as lines:
            lines.write(f"{datetime.now():%Y-%m-%d %H:%M:%S}\n")
            traceback.print_exception(kind, error, trace, file=lines)
        text = _("Something unexpected happened ({error}). The project is as it was last saved; details are in {log}.")
        say(Message(text.format(error=error or kind.__name__, log=log), Mood.ERROR))

    return tell
