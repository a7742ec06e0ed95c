"""Service reports of any tool: the metrics of each day, added up over accounts, rates weighted by what they count."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from app.files.choices import ImportChoices
from app.files.containers.opening import open_content
from app.files.grid import Grid, Value
from app.files.log import Log
from app.files.names import canonical, without_badge
from app.files.profiles import Profiles, load_profiles
from app.files.recognise import recognise
from app.files.shapes.long_rows import UNKNOWN, moments_of
from app.files.source import SourceFile, refuse_if_larger, sources
from app.files.table import Table, data_table
from app.files.values.duration import read_duration
from app.files.values.file_date import dates_in_name
from app.files.values.number import read_count
from app.files.values.share import numbers_are_percent, read_share
from app.review.metric import Measured, Metric, MetricKind, metrics
from forecasts.findings import Finding, InputError, Place

EPOCH = date(1970, 1, 1)


def read_service_reports(paths: Sequence[Path]) -> tuple[tuple[Measured, ...], list[Finding]]:
    """Metrics by day of all files. A file without any is told (RV02), cells that cannot be read as in any import."""
    found, findings = sources(paths)
    measured: list[Measured] = []
    for source in found:
        try:
            measured += _of_file(source, load_profiles(), findings)
        except InputError as error:
            findings += error.findings
        except OSError as error:
            facts = {"variant": "system", "reason": error.strerror or str(error)}
            findings.append(Finding("IE01", place=Place(source.name), facts=facts))
    return _added(measured), findings


def _of_file(source: SourceFile, profiles: Profiles, findings: list[Finding]) -> list[Measured]:
    refuse_if_larger(source)
    found: list[Measured] = []
    logs = []
    for grid in open_content(source.content(), source.name).grids:
        log = Log(source.name, grid.sheet)
        found += _of_grid(grid, profiles, log)
        logs.append(log)
    findings += [finding for log in logs for finding in log.findings if found or finding.code not in {"IE03", "IE04"}]
    if not found:
        findings.append(Finding("RV02", place=Place(source.name)))
    return found


def _of_grid(grid: Grid, profiles: Profiles, log: Log) -> list[Measured]:
    recognised = recognise(grid, profiles, log)
    if recognised is None:
        return []
    header, profile = recognised
    used = {canonical(name) for metric in metrics() for name in metric.names}
    unknown = tuple(name for name in header.unknown if not {canonical(name), without_badge(canonical(name))} & used)
    table = data_table(grid, replace(header, unknown=unknown), profile, profiles.summary, log)
    names = {name: index for index, name in sorted(header.names.items(), reverse=True)}
    names |= {without_badge(name): index for name, index in names.items()}
    columns = {}
    for metric in metrics():
        index = next((names[name] for name in map(canonical, metric.names) if name in names), None)
        if index is not None:
            columns[metric.code] = _values(table, metric, index)
    return _measured(columns, _days(table), len(table.rows)) if columns else []


def _values(table: Table, metric: Metric, index: int) -> list[float | None]:
    if metric.kind is MetricKind.COUNT:
        return table.parsed_at(index, read_count)
    if metric.kind is MetricKind.MEAN:
        return table.parsed_at(index, read_duration)
    percent = numbers_are_percent(table.values_at(index))

    def share(value: Value) -> float | None:
        return read_share(value, percent)

    return table.parsed_at(index, share)


def _days(table: Table) -> list[date | None]:
    """The day of each row; that of the file's name where there is no column of dates."""
    if not table.has("date"):
        span = dates_in_name(table.log.file)
        day = span[0] if span and span[0] == span[1] else None
        if day is None:
            table.log.problem("IE13")
        return [day] * len(table.rows)
    minutes = moments_of(table, ImportChoices().calendar(None))
    return [None if start == UNKNOWN else EPOCH + timedelta(minutes=int(start)) for start in minutes.tolist()]


def _measured(columns: dict[str, list[float | None]], days: list[date | None], rows: int) -> list[Measured]:
    found = []
    for metric in metrics():
        values = columns.get(metric.code)
        weights = columns.get(metric.weight) or [1.0] * rows
        for day, value, weight in zip(days, values or (), weights, strict=False):
            if day is not None and value is not None and weight:
                counted = 1.0 if metric.kind is MetricKind.COUNT else weight
                found.append(Measured(day, metric.code, value * counted, counted))
    return found


def _added(measured: Sequence[Measured]) -> tuple[Measured, ...]:
    totals: dict[tuple[date, str], tuple[float, float]] = {}
    for each in measured:
        total, weight = totals.get((each.day, each.metric), (0.0, 0.0))
        totals[each.day, each.metric] = (total + each.total, weight + each.weight)
    return tuple(Measured(*key, *sums) for key, sums in sorted(totals.items()))
