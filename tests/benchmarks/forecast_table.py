"""The product's forecast beside mean4, seasonal naive and, where installed, statsforecast, on the same origins.

    python -m tests.benchmarks.forecast_table HISTORY.csv [MORE.csv …] [--days 14] [--origins 10]

A history has the columns `start,inquiries`. Days named in HISTORY.special_days.csv beside it (`date[,end]`) are not
compared: this is the table of ordinary days. AutoETS and Theta forecast daily totals of the cleaned history and share
the product's weekday profile, MSTL forecasts the intervals themselves. Every method's P10 and P90 come from its own
errors at earlier origins, by the product's own rule.
"""

import argparse
import csv
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import numpy as np

from forecasts.absence import closed_read_as_zero
from forecasts.accuracy import Accuracy, accuracy
from forecasts.day_matrix import DayMatrix, day_matrix
from forecasts.engine import forecast
from forecasts.history import DEFAULT_SKILL, Counts, History, SeriesKey
from forecasts.horizon import Horizon, Numbers
from tests.benchmarks.other_methods import OTHERS, mean_of_four, other_methods, seasonal_naive
from tests.benchmarks.other_ranges import Told

KEY = SeriesKey("", DEFAULT_SKILL)
CHOICE = "product"


@dataclass
class Score:
    """What one method said over all origins, (days, intervals per day) each, and how long it took."""

    said: list[Numbers] = field(default_factory=list)
    low: list[Numbers] = field(default_factory=list)
    high: list[Numbers] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)


def read_history(path: Path) -> History:
    """The history of a CSV file; its interval is the least distance between two starts."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = [(row["start"], float(row["inquiries"])) for row in csv.DictReader(file)]
    starts = np.array([start for start, _ in rows], dtype="datetime64[m]")
    minutes = int(np.diff(np.unique(starts)).min().astype(np.int64))
    return History(minutes, {KEY: Counts(starts, np.array([count for _, count in rows]))})


def special_days(path: Path) -> set[date]:
    """Days of the file of special days beside a history, none without one."""
    beside = path.with_suffix(".special_days.csv")
    if not beside.exists():
        return set()
    with beside.open(encoding="utf-8-sig", newline="") as file:
        spans = [(row["date"], row.get("end") or row["date"]) for row in csv.DictReader(file)]
    days: set[date] = set()
    for first, last in spans:
        length = (date.fromisoformat(last) - date.fromisoformat(first)).days + 1
        days |= {date.fromisoformat(first) + timedelta(days=number) for number in range(length)}
    return days


def origins(matrix: DayMatrix, days: int, number: int) -> Iterator[int]:
    """Day numbers of the origins, `days` apart where there is room, from the first to the last; eight weeks before."""
    room = matrix.days - days - 56
    step = min(days, room // max(number - 1, 1))
    if step < 1:
        raise SystemExit(f"{matrix.days} days are too few for {number} origins of {days} days")
    return reversed(range(matrix.days - days, matrix.days - days - step * number, -step))


def measure(history: History, left_out: set[date], days: int, number: int) -> tuple[Numbers, Mapping[str, Score]]:
    """Actual days (NaN where not compared) and what every method said for them."""
    matrix = closed_read_as_zero(day_matrix(history.series[KEY], history.interval_minutes))[0]
    methods = {"mean4": mean_of_four, "seasonal naive": seasonal_naive, **other_methods()}
    others = {name: Told(method, matrix, history.series[KEY], days) for name, method in methods.items()}
    scores: dict[str, Score] = {}
    actual = []
    for origin in origins(matrix, days, number):
        truth = matrix.counts[origin : origin + days].copy()
        truth[[matrix.day(origin + ahead) in left_out for ahead in range(days)]] = np.nan
        truth[np.isnan(truth).any(axis=1)] = np.nan
        actual.append(truth)
        first = matrix.day(origin)
        counts = history.series[KEY]
        past = History(history.interval_minutes, {KEY: counts.between(counts.starts.min(), np.datetime64(first, "m"))})
        _product(past, Horizon(first, days, min(history.interval_minutes, 60)), scores, truth.shape)
        for name, told in others.items():
            _other(told, origin, scores.setdefault(name, Score(seconds=told.seconds)))
    return np.concatenate(actual), scores


def _product(past: History, horizon: Horizon, scores: dict[str, Score], shape: tuple[int, ...]) -> None:
    score = scores.setdefault(CHOICE, Score())
    begun = time.perf_counter()
    volume = forecast(past, horizon)[0].series[KEY]
    score.seconds.append(time.perf_counter() - begun)
    for kept, quantile in ((score.low, volume.p10), (score.said, volume.p50), (score.high, volume.p90)):
        kept.append(quantile.reshape(*shape, -1).sum(axis=2))


def _other(told: Told, origin: int, score: Score) -> None:
    score.said.append(told.middle(origin))
    for kept, quantile in zip((score.low, score.high), told.low_and_high(origin), strict=True):
        kept.append(quantile)


def judged(actual: Numbers, score: Score) -> tuple[Accuracy, Accuracy]:
    """Errors per interval and per day."""
    said = np.concatenate(score.said)
    by_day = accuracy(actual.sum(axis=1), said.sum(axis=1))
    return accuracy(actual, said, np.concatenate(score.low), np.concatenate(score.high)), by_day


def print_table(path: Path, days: int, number: int) -> dict[str, tuple[float, float, float]]:
    """Print the table of one history; interval, day and pinball errors over mean4's, by method."""
    history = read_history(path)
    actual, scores = measure(history, special_days(path), days, number)
    table = {name: judged(actual, score) for name, score in scores.items()}
    usual = table["mean4"]
    print(f"\n{path.name}: every {history.interval_minutes} minutes, {number} origins, {days} days ahead")
    print(f"{'method':16}{'interval %':>11}{'day %':>8}{'bias %':>8}{'inside %':>10}{'pinball %':>11}{'seconds':>9}")
    for name, (by_interval, by_day) in table.items():
        print(
            f"{name:16}{_percent(by_interval.wape):>11}{_percent(by_day.wape):>8}{_percent(by_day.bias):>8}"
            f"{_percent(by_interval.inside):>10}{_percent(by_interval.pinball, 2):>11}"
            f"{np.median(scores[name].seconds):>9.3f}"
        )
    return {name: _over(errors, usual) for name, errors in table.items()}


def _over(one: tuple[Accuracy, Accuracy], usual: tuple[Accuracy, Accuracy]) -> tuple[float, float, float]:
    """Interval, day and pinball errors over those of another method."""
    pairs = [(one[0].wape, usual[0].wape), (one[1].wape, usual[1].wape), (one[0].pinball, usual[0].pinball)]
    interval, day, pinball = ((own or 0) / (other or np.nan) for own, other in pairs)
    return interval, day, pinball


def _percent(share: float | None, digits: int = 1) -> str:
    return "–" if share is None else f"{100 * share:.{digits}f}"


def main() -> None:
    """Read the command line and print a table per history, then geometric means over mean4."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("histories", nargs="+", type=Path)
    parser.add_argument("--days", type=int, default=14)
    parser.add_argument("--origins", type=int, default=10)
    asked = parser.parse_args()
    relative = [print_table(path, asked.days, asked.origins) for path in asked.histories]
    print("\nrelative to mean4, geometric mean over the histories: interval, day, pinball")
    for name in relative[0]:
        print(
            f"{name:16}"
            + "".join(f"{value:>8.3f}" for value in np.exp(np.log([r[name] for r in relative]).mean(axis=0)))
        )
    if not other_methods():
        print(f"\n{', '.join(OTHERS)} of statsforecast are missing: install the extra `benchmark` to see them too.")


if __name__ == "__main__":
    main()
