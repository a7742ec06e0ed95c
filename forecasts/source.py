"""Where a number of the forecast comes from."""

from dataclasses import dataclass
from enum import StrEnum


class Source(StrEnum):
    """Measured in this history, taken over from an earlier promotion, typed by a person, or assumed by the product."""

    MEASURED = "measured"
    ANALOG = "analog"
    TYPED = "typed"
    ASSUMED = "assumed"


@dataclass(frozen=True, slots=True)
class Provenance:
    """One number behind a forecast: `subject` (level, weight of a method, profile, phase volume, phase shape, phase
    handling time, growth, inquiry rate, lag, broadcast, spread), what it is about (`name`: a phase, a driver …; "" for
    all), its `value` if it is one number, and what it was learnt `from_`.
    """

    subject: str
    source: Source
    name: str = ""
    value: float | None = None
    from_: str = ""
