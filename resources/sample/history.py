"""Thirteen months of half-hourly inquiries: shapes of the day and week, season, promotions, after-sale lag, noise.

Half a day and a whole day are missing, as they are in the exports of a real shop: their rows are absent, not zero.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from resources.sample.promotions import PROMOTIONS, SamplePhase

FIRST_DAY = date(2025, 10, 5)
LAST_DAY = date(2026, 11, 4)
MISSING = (
    (datetime(2026, 3, 12, 12), datetime(2026, 3, 13)),
    (datetime(2026, 7, 21), datetime(2026, 7, 22)),
)
PRESALE_PER_DAY = 1150.0
AFTERSALE_PER_DAY = 650.0
_YEARLY_GROWTH = 0.18
_DAY_NOISE = 0.06
_INTERVAL_NOISE = 0.10
_MINUTES = 30
_PER_DAY = 48
_WEEKDAYS = {
    "presale": (1.03, 1.00, 0.99, 0.98, 0.97, 1.00, 1.03),
    "aftersale": (1.14, 1.06, 1.02, 1.00, 0.98, 0.92, 0.88),
}
_HOURS = {
    "presale": (26, 15, 7, 4, 3, 3, 5, 11, 24, 42, 56, 52, 44, 46, 54, 60, 55, 48, 46, 58, 74, 80, 70, 44),
    "aftersale": (12, 6, 3, 2, 2, 2, 4, 12, 34, 62, 78, 68, 46, 52, 66, 72, 66, 54, 42, 46, 52, 50, 40, 24),
}
_ORDER_TO_QUESTION = np.array([0.06, 0.12, 0.18, 0.20, 0.16, 0.11, 0.08, 0.05, 0.04])
"""Share of after-sale questions that come 1, 2, 3 … days after the order."""
_FROM_ORDERS = 0.75
_HOLIDAYS = {
    "2025-10-05": 0.86, "2025-10-06": 0.84, "2025-10-07": 0.88, "2025-10-08": 0.94, "2026-01-01": 0.90,
    "2026-02-12": 0.85, "2026-02-13": 0.74, "2026-02-14": 0.62, "2026-02-15": 0.46, "2026-02-16": 0.28,
    "2026-02-17": 0.24, "2026-02-18": 0.27, "2026-02-19": 0.33, "2026-02-20": 0.45, "2026-02-21": 0.56,
    "2026-02-22": 0.66, "2026-02-23": 0.80, "2026-02-24": 0.90, "2026-05-01": 0.84, "2026-05-02": 0.86,
    "2026-05-03": 0.88, "2026-10-01": 0.82, "2026-10-02": 0.84, "2026-10-03": 0.85, "2026-10-04": 0.87,
    "2026-10-05": 0.88, "2026-10-06": 0.90, "2026-10-07": 0.95,
}  # fmt: skip
_Numbers = NDArray[np.float64]


def history_rows(random: np.random.Generator) -> Iterator[Sequence[object]]:
    """`start,inquiries,skill`, in order of time, both skills of an interval together."""
    days = [FIRST_DAY + timedelta(days=n) for n in range((LAST_DAY - FIRST_DAY).days + 1)]
    presale = _presale(days, random)
    aftersale = _aftersale(days, presale)
    counts = {"aftersale": _counted(aftersale, random), "presale": _counted(presale, random)}
    yield "start", "inquiries", "skill"
    for index in range(len(days) * _PER_DAY):
        start = _start(days, index)
        if not any(begins <= start < ends for begins, ends in MISSING):
            for skill, numbers in counts.items():
                yield start.isoformat(timespec="minutes"), int(numbers[index]), skill


def _start(days: Sequence[date], index: int) -> datetime:
    return datetime.combine(days[0], datetime.min.time()) + timedelta(minutes=_MINUTES * index)


def _presale(days: Sequence[date], random: np.random.Generator) -> _Numbers:
    """Expected inquiries per interval, bursts included, shape (days × 48,)."""
    daily = np.array([PRESALE_PER_DAY * _season(day) * _WEEKDAYS["presale"][day.weekday()] for day in days])
    volume = np.outer(daily, _day_shape("presale")).ravel()
    for promotion in PROMOTIONS:
        for phase in promotion.phases:
            drawn = promotion.strength * random.normal(1.0, 0.07)
            _apply(volume, phase, drawn, days, daily)
    return volume


def _aftersale(days: Sequence[date], presale: _Numbers) -> _Numbers:
    """Follows the orders of the days before: a promotion is felt three to five days later."""
    daily = presale.reshape(-1, _PER_DAY).sum(axis=1)
    before = np.concatenate((np.full(len(_ORDER_TO_QUESTION), np.median(daily[:7])), daily))
    orders = np.convolve(before, _ORDER_TO_QUESTION)[len(_ORDER_TO_QUESTION) - 1 :][: len(days)]
    level = [
        (1 - _FROM_ORDERS) * _season(day) + _FROM_ORDERS * made / PRESALE_PER_DAY
        for day, made in zip(days, orders, strict=True)
    ]
    weekday = [_WEEKDAYS["aftersale"][day.weekday()] for day in days]
    shaped: _Numbers = np.outer(AFTERSALE_PER_DAY * np.array(level) * weekday, _day_shape("aftersale")).ravel()
    return shaped


def _season(day: date) -> float:
    """Growth, a quiet summer, and holidays, relative to the first day."""
    years = (day - FIRST_DAY).days / 365
    summer = 1 - 0.07 * np.exp(-(((day - date(2026, 7, 25)).days / 28) ** 2))
    return float((1 + _YEARLY_GROWTH) ** years * summer * _HOLIDAYS.get(day.isoformat(), 1.0))


def _day_shape(skill: str) -> _Numbers:
    """Share of a day's volume in each half hour, interpolated between hours, round midnight too."""
    hours = np.array(_HOURS[skill], dtype=float)
    halves = np.interp(np.arange(_PER_DAY) / 2 - 0.25, np.arange(24), hours, period=24)
    shares: _Numbers = halves / halves.sum()
    return shares


def _apply(volume: _Numbers, phase: SamplePhase, drawn: float, days: Sequence[date], daily: _Numbers) -> None:
    """Raise the volume of a phase, as far as it lies in the history."""
    origin = datetime.combine(days[0], datetime.min.time())
    first, last = (int((moment - origin).total_seconds() // 60 // _MINUTES) for moment in (phase.start, phase.end))
    inside = np.arange(first, min(last, len(volume)))
    if len(inside) == 0:
        return
    volume[inside] *= 1 + (phase.factor - 1) * drawn
    if phase.burst_days:
        since = (inside - first) * _MINUTES
        fading = np.exp(-since / phase.fading_minutes) - np.exp(-(since + _MINUTES) / phase.fading_minutes)
        ordinary = daily[min(first // _PER_DAY, len(daily) - 1)]
        volume[inside] += drawn * phase.burst_days * ordinary * fading / fading.sum()


def _counted(expected: _Numbers, random: np.random.Generator) -> NDArray[np.int64]:
    """Counts round the expectation: good and bad days, and more spread than Poisson within them."""
    days = len(expected) // _PER_DAY
    day = random.lognormal(-(_DAY_NOISE**2) / 2, _DAY_NOISE, days).repeat(_PER_DAY)
    shape = 1 / _INTERVAL_NOISE**2
    return random.poisson(expected * day * random.gamma(shape, 1 / shape, len(expected)))
