"""What the message bar says: what happened, what to do, and the act that does it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Mood(StrEnum):
    """How a message is meant; each has its own mark besides its colour."""

    TOLD = "told"
    GOOD = "good"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence or two. `act` is the word on the button and `run` what it does; both or neither."""

    text: str
    mood: Mood = Mood.TOLD
    act: str = ""
    run: Callable[[], object] | None = None
