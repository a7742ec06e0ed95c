"""The sample shop's promotions: clock times as a team would type them, and how many inquiries each phase drew."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from resources.sample.files import Table


@dataclass(frozen=True, slots=True)
class SamplePhase:
    """A phase of [start, end). `burst_days`: inquiries on top, in ordinary days, falling off after the start over
    `fading_minutes`; `factor`: multiple of the ordinary volume all along it.
    """

    kind: str
    start: datetime
    end: datetime
    factor: float = 1.0
    burst_days: float = 0.0
    fading_minutes: float = 60.0


@dataclass(frozen=True, slots=True)
class SamplePromotion:
    """A promotion of the sample; `strength` scales what its phases draw."""

    name: str
    strength: float
    phases: tuple[SamplePhase, ...]


def _double_11(year: int) -> SamplePromotion:
    first = datetime(year, 10, 1)
    return SamplePromotion(
        f"双11 {year}",
        1.0,
        (
            _phase("warm_up", first, (19, 0), (23, 20), factor=1.12),
            _phase("deposit", first, (23, 20), (24, 2), burst_days=0.55, fading_minutes=70),
            _phase("balance", first, (30, 20), (31, 2), burst_days=0.75, fading_minutes=60),
            *_closing(datetime(year, 11, 11), returns_days=5),
        ),
    )


def _mid_year(year: int) -> SamplePromotion:
    first = datetime(year, 5, 1)
    return SamplePromotion(
        f"618 {year}",
        0.7,
        (
            _phase("deposit", first, (25, 20), (26, 2), burst_days=0.55, fading_minutes=70),
            _phase("balance", first, (30, 20), (31, 2), burst_days=0.75, fading_minutes=60),
            *_closing(datetime(year, 6, 18), returns_days=4),
        ),
    )


def _double_12(year: int) -> SamplePromotion:
    return SamplePromotion(f"双12 {year}", 0.45, tuple(_closing(datetime(year, 12, 12), returns_days=3)))


def _closing(day: datetime, returns_days: int) -> Iterator[SamplePhase]:
    """Evening before, opening at midnight, the day itself, and what comes after it."""
    yield _phase("spot_sale", day, (-1, 20), (0, 0), burst_days=0.7, fading_minutes=100)
    yield _phase("opening", day, (0, 0), (0, 2), burst_days=1.25, fading_minutes=35)
    yield _phase("main_day", day, (0, 2), (1, 0), factor=3.0)
    yield _phase("shipping", day, (1, 0), (3, 0), factor=1.5)
    yield _phase("returns", day, (3, 0), (3 + returns_days, 0), factor=1.15)


def _phase(
    kind: str,
    day: datetime,
    start: tuple[int, int],
    end: tuple[int, int],
    factor: float = 1.0,
    burst_days: float = 0.0,
    fading_minutes: float = 60.0,
) -> SamplePhase:
    """`start` and `end` as (days after `day`, hour)."""
    begins, ends = (day + timedelta(days=days, hours=hour) for days, hour in (start, end))
    return SamplePhase(kind, begins, ends, factor, burst_days, fading_minutes)


PROMOTIONS = (_double_11(2025), _double_12(2025), _mid_year(2026), _double_11(2026))


def promotion_tables() -> Table:
    """The promotions file: names, phases and clock times; what a phase draws is left to be learnt."""
    return {
        "promotion": [
            {
                "name": promotion.name,
                "phase": [{"kind": p.kind, "start": p.start, "end": p.end} for p in promotion.phases],
            }
            for promotion in PROMOTIONS
        ]
    }
