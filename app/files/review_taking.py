"""What lists of drivers, broadcasts, attendance and today's counts bring to a project."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import timedelta

import numpy as np

from app.files.lists.attendance import ReportedDay
from app.files.log import listed
from forecasts.broadcast import Broadcast
from forecasts.driver import Driver
from forecasts.findings import Finding, Level, Place
from forecasts.history import Counts, History
from forecasts.outlook import Actuals, Outlook
from scheduler.attendance import AttendedDay


def attended_of(
    reported: Iterable[ReportedDay], known: Mapping[str, str], before: Iterable[AttendedDay]
) -> tuple[AttendedDay, ...]:
    """The days known and reported. Of two reports of a day in one import the one with minutes counts."""
    new: dict[tuple[str, object], AttendedDay] = {}
    for each in reported:
        agent = known.get(each.agent)
        if agent is not None:
            day = AttendedDay(agent, each.day, each.minutes, each.word)
            earlier = new.get((agent, each.day))
            if earlier is None or day.minutes is not None:
                new[agent, each.day] = replace(day, word=day.word or (earlier.word if earlier else ""))
    days = {(each.agent, each.day): each for each in before} | {(day.agent, day.day): day for day in new.values()}
    return tuple(days[key] for key in sorted(days))


def strangers_told(reported: Iterable[ReportedDay], known: Mapping[str, str]) -> list[Finding]:
    """Names in attendance reports that nobody bears (IN25, a warning): their days are left out."""
    places = {each.agent: each.place for each in reported if each.agent not in known}
    if not places:
        return []
    facts = {"count": len(places), "names": listed(list(places))}
    return [Finding("IN25", Level.WARNING, Place(next(iter(places.values())).file), facts=facts)]


def with_drivers(told: Outlook, drivers: Iterable[Driver], broadcasts: Iterable[Broadcast]) -> Outlook:
    """The outlook with more of them. A driver of the same name and shop is continued, its counts brought up to date;
    a broadcast of the same name and start is replaced.
    """
    together = {(driver.name, driver.shop, driver.skill): driver for driver in told.drivers}
    for driver in drivers:
        key = (driver.name, driver.shop, driver.skill)
        known = together.get(key)
        counts = driver.counts if known is None else _continued(known.counts, driver.counts)
        together[key] = replace(known or driver, counts=counts)
    shown = {(each.name, each.start): each for each in (*told.broadcasts, *broadcasts)}
    return replace(told, drivers=tuple(together.values()), broadcasts=tuple(shown.values()))


def with_actuals(told: Outlook, counted: History) -> Outlook:
    """The outlook with the counts of the days under way; they stand as of the end of the last interval counted."""
    last = max((counts.starts[-1] for _, counts in counted if len(counts)), default=None)
    if last is None:
        return told
    now = last.astype("datetime64[s]").item() + timedelta(minutes=counted.interval_minutes)
    return replace(told, actuals=Actuals(now, counted))


def _continued(old: Counts, new: Counts) -> Counts:
    kept = ~np.isin(old.starts, new.starts)
    starts = np.concatenate([old.starts[kept], new.starts])
    order = np.argsort(starts)
    return Counts(starts[order], np.concatenate([old.inquiries[kept], new.inquiries])[order])
