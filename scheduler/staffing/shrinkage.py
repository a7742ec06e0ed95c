"""From agents at work to agents on the roster, and how that is shown. Rounded once, at the very end, exactly."""

from fractions import Fraction
from math import ceil

import numpy as np

from forecasts.horizon import Numbers

NOBODY: Numbers = np.zeros(1)


def with_shrinkage(base: Numbers, shrinkage: float | Numbers) -> Numbers:
    """Requirement in standard agents, unrounded: base ÷ (1 - shrinkage), never times (1 + shrinkage).

    `shrinkage` holds only what the roster does not show; breaks and absences are missing from cover already.
    """
    rostered: Numbers = base / (1 - shrinkage)
    return rostered


def at_work(cover: Numbers, shrinkage: float | Numbers) -> Numbers:
    """Standard agents at work on inquiries out of those the roster shows as present: the way back."""
    working: Numbers = cover * (1 - shrinkage)
    return working


def for_chats(cover: Numbers, shrinkage: Numbers, waiting: Numbers) -> Numbers:
    """Those of them who serve chats: all but the agents on work that may wait."""
    chatting: Numbers = np.maximum(at_work(cover, shrinkage) - waiting, 0.0)
    return chatting


def whole_agents(base: float, shrinkage: float = 0.0) -> int:
    """The requirement as shown: base ÷ (1 - shrinkage) rounded up once, on the decimals a person typed.

    In binary floating point 21 ÷ (1 - 0.3) is above 30 and would show 31.
    """
    return ceil(Fraction(str(base)) / (1 - Fraction(str(shrinkage))))
