"""Where the numbers of a scenario's forecast came from."""

from sqlalchemy import Connection, insert, select

from app.project.result_schema import FORECAST_SOURCE
from forecasts.forecast import Forecast
from forecasts.history import SeriesKey
from forecasts.source import Provenance, Source


def write_sources(connection: Connection, scenario: str, forecast: Forecast) -> None:
    """Store the sources of a forecast whose head is stored already."""
    rows = [
        {
            "scenario": scenario,
            "shop": key.shop,
            "skill": key.skill,
            "position": position,
            "subject": each.subject,
            "source": each.source.value,
            "name": each.name,
            "value": each.value,
            "learnt_from": each.from_,
        }
        for key, sources in forecast.sources.items()
        for position, each in enumerate(sources)
    ]
    if rows:
        connection.execute(insert(FORECAST_SOURCE), rows)


def read_sources(connection: Connection, scenario: str) -> dict[SeriesKey, tuple[Provenance, ...]]:
    """The sources of each series, in order."""
    columns = FORECAST_SOURCE.c
    query = select(FORECAST_SOURCE).where(columns.scenario == scenario).order_by(columns.position)
    found: dict[SeriesKey, tuple[Provenance, ...]] = {}
    for row in connection.execute(query).mappings():
        key = SeriesKey(row["shop"], row["skill"])
        each = Provenance(row["subject"], Source(row["source"]), row["name"], row["value"], row["learnt_from"])
        found[key] = (*found.get(key, ()), each)
    return found
