"""How a day is simulated."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from forecasts.horizon import Numbers


class EndOfShift(StrEnum):
    """What becomes of open chats when an agent leaves: finished in overtime, or handed back to the queue's head."""

    FINISH = "finish"
    TRANSFER = "transfer"


@dataclass(frozen=True, slots=True)
class ChatLength:
    """How much the work of chats varies: `cv` is its standard deviation ÷ mean.

    Lognormal where asked for; else exponential at cv 1 and Erlang-k below, k the whole number nearest to 1 / cv².
    """

    cv: float = 1.0
    lognormal: bool = False

    def __post_init__(self) -> None:
        """Raise ValueError for a variation that the distribution cannot have."""
        if not self.cv > 0 or (self.cv > 1 and not self.lognormal):
            raise ValueError(f"a chat length cannot vary by {self.cv}")

    def draw(self, random: np.random.Generator, count: int) -> Numbers:
        """Work of chats with mean 1, shape (count,)."""
        if self.lognormal:
            variance = np.log1p(self.cv**2)
            return random.lognormal(-variance / 2, np.sqrt(variance), count)
        stages = round(1 / self.cv**2)
        return random.gamma(stages, 1 / stages, count)


@dataclass(frozen=True, slots=True)
class Manner:
    """`by_message`: every message and reply is played; else each chat is work done at the speed of its agent's level,
    with `length` (replies per chat vary geometrically when playing messages). A chat is long above
    `long_chat_seconds`.
    """

    by_message: bool = True
    length: ChatLength = ChatLength()
    end_of_shift: EndOfShift = EndOfShift.FINISH
    long_chat_seconds: float = 900.0
