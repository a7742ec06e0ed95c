"""The forecast of each scenario."""

from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from app.project.parts.arrays import nullable, numbers_of
from app.project.parts.forecast_findings import findings_read, findings_stored
from app.project.parts.forecast_sources import read_sources, write_sources
from app.project.parts.rows import Row, plain_rows
from app.project.parts.scenarios import id_of
from app.project.result_schema import DEPENDENCE, FORECAST, VOLUME
from forecasts.dependence import Dependence
from forecasts.forecast import Forecast, Volume
from forecasts.history import SeriesKey
from forecasts.horizon import Horizon
from forecasts.phase_work import PhaseWork, work_of_rows

NUMBERS = ("p10", "p50", "p90", "mean")
WORK = ("handling_time_seconds", "max_concurrency")
Values = list[Any]


def write_forecast(connection: Connection, scenario: str, forecast: Forecast, made_from: str) -> None:
    """Replace the scenario's forecast."""
    scenario = id_of(connection, scenario)
    horizon = forecast.horizon
    connection.execute(delete(FORECAST).where(FORECAST.c.scenario == scenario))
    head = {
        "scenario": scenario,
        "first_day": horizon.first_day,
        "days": horizon.days,
        "interval_minutes": horizon.interval_minutes,
        "method": forecast.method,
        "made_from": made_from,
        "findings": findings_stored(forecast.findings),
    }
    connection.execute(insert(FORECAST).values(head))
    write_sources(connection, scenario, forecast)
    for key, volume in forecast:
        connection.execute(insert(VOLUME), _volume_rows(scenario, key, volume))
        row = {"scenario": scenario, "shop": key.shop, "skill": key.skill} | asdict(volume.dependence)
        connection.execute(insert(DEPENDENCE).values(row))


def _volume_rows(scenario: str, key: SeriesKey, volume: Volume) -> list[Row]:
    columns = [nullable(getattr(volume, name)) for name in NUMBERS]
    works = volume.work or (None,) * len(volume.phases)
    return [
        {"scenario": scenario, "shop": key.shop, "skill": key.skill, "interval": interval, "phase": phase}
        | dict(zip(NUMBERS, values, strict=True))
        | _work_row(work)
        for interval, (phase, work, *values) in enumerate(zip(volume.phases, works, *columns, strict=True))
    ]


def _work_row(work: PhaseWork | None) -> Row:
    return {name: getattr(work, name, None) for name in WORK}


def read_forecast(connection: Connection, scenario: str) -> tuple[Forecast, str] | None:
    """The scenario's forecast and the fingerprint of what it was made from, or None."""
    scenario = id_of(connection, scenario)
    head = connection.execute(select(FORECAST).where(FORECAST.c.scenario == scenario)).mappings().one_or_none()
    if head is None:
        return None
    rows = _volumes(connection, scenario)
    horizon = Horizon(head["first_day"], head["days"], head["interval_minutes"])
    dependence = _dependence(connection, scenario)
    series = {key: _volume(of_key, dependence.get(key, Dependence())) for key, of_key in rows.items()}
    sources, findings = read_sources(connection, scenario), findings_read(head["findings"])
    return Forecast(horizon, series, head["method"], sources, findings), head["made_from"]


def _volumes(connection: Connection, scenario: str) -> dict[SeriesKey, list[Values]]:
    """Each series' intervals in order, as phase, its own work, and numbers."""
    columns = VOLUME.c
    query = select(columns.shop, columns.skill, columns.phase, *(columns[name] for name in (*WORK, *NUMBERS)))
    query = query.where(columns.scenario == scenario).order_by(columns.shop, columns.skill, columns.interval)
    rows: dict[SeriesKey, list[Values]] = {}
    for shop, skill, *values in plain_rows(connection, query):
        rows.setdefault(SeriesKey(shop, skill), []).append(values)
    return rows


def _dependence(connection: Connection, scenario: str) -> dict[SeriesKey, Dependence]:
    found = connection.execute(select(DEPENDENCE).where(DEPENDENCE.c.scenario == scenario)).mappings()
    return {SeriesKey(row["shop"], row["skill"]): Dependence(row["day"], row["hours"]) for row in found}


def _volume(rows: list[Values], dependence: Dependence) -> Volume:
    phases, seconds, chats, *columns = zip(*rows, strict=True)
    p10, p50, p90, mean = (numbers_of(column) for column in columns)
    return Volume(p10, p50, p90, mean, phases, dependence, work_of_rows(seconds, chats))
