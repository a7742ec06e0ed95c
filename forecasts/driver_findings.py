"""What drivers and broadcasts tell about one series, as findings."""

from collections.abc import Mapping, Sequence

import numpy as np

from forecasts.broadcast import Broadcast, Bump
from forecasts.cleaning_findings import about
from forecasts.driven import Driven
from forecasts.driver import Driver
from forecasts.findings import Finding, Level
from forecasts.history import SeriesKey
from forecasts.horizon import Horizon
from forecasts.phases_ahead import Ahead
from forecasts.source import Source


def driver_findings(key: SeriesKey, driver: Driver | None, said: Driven | None, ahead: Ahead) -> list[Finding]:
    """FC26 the driver counts with a weight; FC27 it has no common past with the series; FC29 days without a plan;
    FC30 the kernel of a lagging driver is assumed.
    """
    if driver is None:
        return []
    if said is None:
        return [about("FC27", key, {"driver": driver.name}, Level.WARNING)]
    facts: dict[str, object] = {"driver": driver.name, "rate": f"{said.rate:.3g}", "percent": round(100 * said.weight)}
    found = [about("FC26", key, facts)]
    per_day = ahead.horizon.intervals_per_day
    days = slice(ahead.inside.start // per_day, ahead.inside.stop // per_day)
    unplanned = np.flatnonzero(~said.planned[days])
    if len(unplanned):
        first = ahead.horizon.day(int(unplanned[0]))
        found.append(about("FC29", key, {"driver": driver.name, "days": len(unplanned), "first": first}))
    if driver.kernel is not None and driver.kernel.source is Source.ASSUMED:
        found.append(about("FC30", key, {"driver": driver.name}, Level.WARNING))
    return found


def broadcast_findings(
    key: SeriesKey, broadcasts: Sequence[Broadcast], known: Mapping[str, Bump | None], horizon: Horizon
) -> list[Finding]:
    """For hosts with broadcasts ahead and nothing typed: FC31 measured, FC32 assumed, FC33 already in ordinary days."""
    ahead = [one for one in broadcasts if one.start < horizon.end and one.end > horizon.start and one.uplift is None]
    found = []
    for host in dict.fromkeys(one.host for one in ahead):
        bump = known[host]
        names = tuple(dict.fromkeys(one.name for one in ahead if one.host == host))
        if bump is None:
            found.append(about("FC33", key, {"broadcast": names}))
        else:
            code = "FC31" if bump.source is Source.MEASURED else "FC32"
            level = Level.NOTICE if code == "FC31" else Level.WARNING
            found.append(about(code, key, {"broadcast": names, "uplift": round(bump.during, 2)}, level))
    return found
