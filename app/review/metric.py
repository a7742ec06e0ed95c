"""Measured metrics of service by day; what a platform still counts is not shown before its time."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from importlib.resources import files


class MetricKind(StrEnum):
    """How the values of several rows become one."""

    COUNT = "count"
    MEAN = "mean"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class Metric:
    """`names` of its column in reports; `weight`: code of the metric by which means and shares are weighted, "" when
    rows count alike; a day's value is final `after_days` days later.
    """

    code: str
    names: tuple[str, ...]
    kind: MetricKind
    weight: str = ""
    after_days: int = 0


@dataclass(frozen=True, slots=True)
class Measured:
    """Of one day and metric: `total` of value × weight, `weight` in all; a count has weight 1."""

    day: date
    metric: str
    total: float
    weight: float


@dataclass(frozen=True, slots=True)
class MetricReview:
    """A metric over days. `value`: over the final days, None when there is none; `by_day`: None where the day was not
    reported or is not final; `waits_until`: day to the date from which its value is final.
    """

    metric: Metric
    value: float | None
    by_day: Mapping[date, float | None]
    waits_until: Mapping[date, date]


@cache
def metrics() -> tuple[Metric, ...]:
    """All metrics that are read."""
    document = tomllib.loads((files("resources") / "metrics.toml").read_text("utf-8"))
    return tuple(
        Metric(
            each["code"],
            tuple(each["names"]),
            MetricKind(each["kind"]),
            each.get("weight", ""),
            each.get("after_days", 0),
        )
        for each in document["metric"]
    )


def metric_reviews(measured: Iterable[Measured], days: Sequence[date], today: date) -> tuple[MetricReview, ...]:
    """Every metric that was reported for any of the days, as it may be shown on `today`."""
    of_metric: dict[str, dict[date, Measured]] = {}
    for each in measured:
        if each.day in days:
            of_metric.setdefault(each.metric, {})[each.day] = each
    return tuple(
        _reviewed(metric, of_metric[metric.code], days, today) for metric in metrics() if metric.code in of_metric
    )


def _reviewed(metric: Metric, known: Mapping[date, Measured], days: Sequence[date], today: date) -> MetricReview:
    waiting = {day: day + timedelta(days=metric.after_days) for day in days}
    waiting = {day: final for day, final in waiting.items() if final > today}
    final = {day: each for day, each in known.items() if day not in waiting}
    by_day = {day: _value(metric, [final[day]]) if day in final else None for day in days}
    return MetricReview(metric, _value(metric, list(final.values())), by_day, waiting)


def _value(metric: Metric, measured: Sequence[Measured]) -> float | None:
    """Add, then divide; nothing to divide by is nothing known."""
    if not measured:
        return None
    total = sum(each.total for each in measured)
    if metric.kind is MetricKind.COUNT:
        return total
    weight = sum(each.weight for each in measured)
    return total / weight if weight > 0 else None
