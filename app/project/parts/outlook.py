"""What people know and decide about the days ahead."""

from typing import Any

import numpy as np
from sqlalchemy import Connection

from app.project.outlook_schema import (
    ACTUAL_COUNT,
    ACTUALS,
    BROADCAST,
    CALENDAR_DAY,
    DRIVER,
    DRIVER_COUNT,
    KEPT,
    OCCASION,
    OVERRIDE,
)
from app.project.parts.rows import Row, Tables, children, read_rows
from forecasts.broadcast import Broadcast
from forecasts.day_kinds import DayKind
from forecasts.driver import Driver
from forecasts.history import Counts, History, SeriesKey
from forecasts.kept import Kept
from forecasts.lag_kernel import LagKernel
from forecasts.outlook import Actuals, Outlook
from forecasts.overrides import Override
from forecasts.source import Source

BROADCAST_FIELDS = ("name", "start", "end", "host", "uplift", "skill")
OVERRIDE_FIELDS = ("start", "end", "inquiries", "factor", "shop", "skill", "note")
KEPT_FIELDS = ("code", "skill", "day")


def outlook_rows(told: Outlook) -> Tables:
    """Each part by position; counts by minute."""
    return {
        DRIVER: [_driver_row(number, driver) for number, driver in enumerate(told.drivers)],
        DRIVER_COUNT: [
            {"driver": number, "start_minute": minute, "count": count}
            for number, driver in enumerate(told.drivers)
            for minute, count in _minutes(driver.counts)
        ],
        BROADCAST: _listed(told.broadcasts, BROADCAST_FIELDS),
        OVERRIDE: _listed(told.overrides, OVERRIDE_FIELDS),
        **_actuals_rows(told.actuals),
        CALENDAR_DAY: [{"day": day, "kind": kind.value} for day, kind in sorted(told.calendar.items())],
        KEPT: _listed(told.kept, KEPT_FIELDS),
        OCCASION: [{"day": day, "name": name} for day, name in sorted(told.occasions.items())],
    }


def _listed(values: tuple[object, ...], fields: tuple[str, ...]) -> list[Row]:
    return [
        {"position": number} | {name: getattr(value, name) for name in fields} for number, value in enumerate(values)
    ]


def _driver_row(number: int, driver: Driver) -> Row:
    kernel = driver.kernel
    return {
        "position": number,
        "name": driver.name,
        "shop": driver.shop,
        "skill": driver.skill,
        "lags": driver.lags,
        "kernel": list(kernel.shares) if kernel else None,
        "kernel_source": kernel.source.value if kernel else None,
    }


def _minutes(counts: Counts) -> list[tuple[int, float]]:
    minutes = counts.starts.astype("datetime64[m]").astype(np.int64).tolist()
    return list(zip(minutes, counts.inquiries.tolist(), strict=True))


def _actuals_rows(actuals: Actuals | None) -> Tables:
    if actuals is None:
        return {ACTUALS: [], ACTUAL_COUNT: []}
    head = {"id": 1, "now": actuals.now, "interval_minutes": actuals.counted.interval_minutes}
    counted = [
        {"shop": key.shop, "skill": key.skill, "start_minute": minute, "inquiries": count}
        for key, counts in actuals.counted
        for minute, count in _minutes(counts)
    ]
    return {ACTUALS: [head], ACTUAL_COUNT: counted}


def read_outlook(connection: Connection) -> Outlook:
    """All of it."""
    counts = children(read_rows(connection, DRIVER_COUNT), "driver")
    return Outlook(
        drivers=tuple(_driver(row, counts.get(row["position"], [])) for row in read_rows(connection, DRIVER)),
        broadcasts=tuple(Broadcast(**_own(row, BROADCAST_FIELDS)) for row in read_rows(connection, BROADCAST)),
        overrides=tuple(Override(**_own(row, OVERRIDE_FIELDS)) for row in read_rows(connection, OVERRIDE)),
        actuals=_actuals(connection),
        calendar={row["day"]: DayKind(row["kind"]) for row in read_rows(connection, CALENDAR_DAY)},
        kept=tuple(Kept(**_own(row, KEPT_FIELDS)) for row in read_rows(connection, KEPT)),
        occasions={row["day"]: row["name"] for row in read_rows(connection, OCCASION)},
    )


def _own(row: Row, fields: tuple[str, ...]) -> dict[str, Any]:
    return {name: row[name] for name in fields}


def _driver(row: Row, counts: list[Row]) -> Driver:
    kernel = LagKernel(tuple(row["kernel"]), Source(row["kernel_source"])) if row["kernel"] else None
    return Driver(row["name"], _counts(counts, "count"), row["shop"], row["skill"], row["lags"], kernel)


def _counts(rows: list[Row], column: str) -> Counts:
    minutes = np.array([row["start_minute"] for row in rows], dtype=np.int64)
    return Counts(minutes.astype("datetime64[m]"), np.array([row[column] for row in rows], dtype=np.float64))


def _actuals(connection: Connection) -> Actuals | None:
    head = read_rows(connection, ACTUALS)
    if not head:
        return None
    rows: dict[SeriesKey, list[Row]] = {}
    for row in read_rows(connection, ACTUAL_COUNT):
        rows.setdefault(SeriesKey(row["shop"], row["skill"]), []).append(row)
    series = {key: _counts(of_key, "inquiries") for key, of_key in rows.items()}
    return Actuals(head[0]["now"], History(head[0]["interval_minutes"], series))
