"""Forecast: `start,p10,p50,p90[,mean][,shop][,skill][,phase]`; further quantiles are read over.

P80, one to plan for, is written beside them; it follows from the three.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from app.files.interchange.csv_file import finish, number_texts, read_csv_table, start_texts, write_csv
from app.files.interchange.curves import curves, horizon_of, skills_of, starts_of
from app.files.table import Table
from app.files.values.number import read_count
from forecasts.findings import refuse_if_any
from forecasts.forecast import Forecast, Volume
from forecasts.history import DEFAULT_SKILL, SeriesKey
from forecasts.horizon import Horizon, Numbers
from forecasts.phase_work import PhaseWork, work_of_rows
from forecasts.quantiles import quantile

QUANTILES = ("p10", "p50", "p90")
WORK = ("handling_time_seconds", "max_concurrency")
Works = tuple[PhaseWork | None, ...]
Cell = TypeVar("Cell")
WRITTEN = ("p10", "p50", "p80", "p90")
SWANSON = (0.3, 0.4, 0.3)
"""Weights of P10, P50, P90 whose sum comes near the mean (Swanson's rule), where a file has none."""
DIGITS = 4


def read_forecast_csv(path: Path) -> Forecast:
    """The forecast over the whole days that the file touches. Raises InputError with everything wrong in it."""
    table = read_csv_table(path, ("start", *QUANTILES))
    starts = starts_of(table)
    names = (*QUANTILES, *(["mean"] if table.has("mean") else []))
    columns = {name: table.parsed(name, read_count) for name in names}
    if not len(starts):
        table.log.problem("IE34")
    refuse_if_any(table.log.findings)
    horizon = horizon_of(starts)
    keys = [SeriesKey(*pair) for pair in zip(table.texts("shop"), skills_of(table), strict=True)]
    found = curves(table, horizon, starts, keys, columns)
    finish(table)
    phases, works = _phases(table, horizon, keys), _works(table, horizon, keys)
    refuse_if_any(table.log.findings)
    series = {key: _volume(numbers, phases[key], works[key]) for key, numbers in found.items()}
    return Forecast(horizon, series, path.name)


def _volume(numbers: Mapping[str, Numbers], phases: tuple[str, ...], work: Works) -> Volume:
    p10, p50, p90 = (numbers[name] for name in QUANTILES)
    low, middle, high = SWANSON
    mean = numbers["mean"] if "mean" in numbers else low * p10 + middle * p50 + high * p90
    return Volume(p10, p50, p90, mean, phases, work=work)


def _phases(table: Table, horizon: Horizon, keys: list[SeriesKey]) -> dict[SeriesKey, tuple[str, ...]]:
    """The phase of each interval, "" where the file names none."""
    return _by_interval(table, horizon, keys, table.texts("phase"), "")


def _works(table: Table, horizon: Horizon, keys: list[SeriesKey]) -> dict[SeriesKey, Works]:
    """What a phase takes to serve in each interval, where the file has such columns."""
    seconds, chats = (_by_interval(table, horizon, keys, table.parsed(name, read_count), None) for name in WORK)
    return {key: work_of_rows(seconds[key], chats[key]) for key in seconds}


def _by_interval(
    table: Table, horizon: Horizon, keys: list[SeriesKey], cells: Sequence[Cell], nothing: Cell
) -> dict[SeriesKey, tuple[Cell, ...]]:
    """The cells of each series in the order of its intervals, `nothing` where the file has no row."""
    at = {start: position for position, start in enumerate(start_texts(horizon.starts()))}
    found = {key: [nothing] * horizon.intervals for key in keys}
    moments = start_texts(starts_of(table).astype("datetime64[m]"))
    for key, start, cell in zip(keys, moments, cells, strict=True):
        found[key][at[start]] = cell
    return {key: tuple(its) for key, its in found.items()}


def write_forecast_csv(path: Path, forecast: Forecast, excel: bool = False) -> None:
    """One row an interval and series; shop, skill, phase and its work only where they say something. Raises OSError."""
    with_shop = any(key.shop for key in forecast.series)
    with_skill = any(key.skill != DEFAULT_SKILL for key in forecast.series)
    with_phase = any(phase for _, volume in forecast for phase in volume.phases)
    with_work = any(volume.work for _, volume in forecast)
    names = ["shop"] * with_shop + ["skill"] * with_skill + ["phase"] * with_phase + [*WORK] * with_work
    rows = _rows(forecast, with_shop, with_skill, with_phase, with_work)
    write_csv(path, ["start", *WRITTEN, "mean", *names], rows, excel)


def _rows(
    forecast: Forecast, with_shop: bool, with_skill: bool, with_phase: bool, with_work: bool
) -> Iterator[tuple[str, ...]]:
    starts = start_texts(forecast.horizon.starts())
    for key, volume in forecast:
        names = (*[key.shop] * with_shop, *[key.skill] * with_skill)
        figures = (volume.p10, volume.p50, quantile(volume, 0.8), volume.p90, volume.mean)
        columns = [number_texts(numbers, DIGITS) for numbers in figures]
        works = volume.work or (None,) * len(starts)
        for start, *numbers, phase, work in zip(starts, *columns, volume.phases, works, strict=True):
            yield start, *numbers, *names, *[phase] * with_phase, *(_work_texts(work) if with_work else ())


def _work_texts(work: PhaseWork | None) -> tuple[str, ...]:
    found = (getattr(work, name, None) for name in WORK)
    return tuple("" if number is None else f"{number:g}" for number in found)
