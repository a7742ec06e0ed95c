"""Where the number of each day comes from, in the words of the sources."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from app.project.project import Project
from app.window.forecast.sources_table import MARKS, source_name
from app.wording.names import listed
from forecasts.forecast import Forecast
from forecasts.history import SeriesKey
from forecasts.source import Provenance, Source

VOLUMES = frozenset({"phase_volume", "phase_total"})


def day_sources(project: Project, key: SeriesKey, made: Forecast) -> tuple[str, ...]:
    """A text a day: measured where no phase is in force, what its phases rest on, and whether a person changed it."""
    horizon, phases, sources = made.horizon, made.series[key].phases, made.sources.get(key, ())
    days = range(0, horizon.intervals, horizon.intervals_per_day)
    ordinary = ("" in phases[first : first + horizon.intervals_per_day] for first in days)
    starts = (horizon.start + timedelta(days=number) for number in range(horizon.days))
    return tuple(
        listed(dict.fromkeys(_of_day(project, key, start, free, sources)))
        for start, free in zip(starts, ordinary, strict=True)
    )


def _of_day(
    project: Project, key: SeriesKey, start: datetime, ordinary: bool, sources: Sequence[Provenance]
) -> Iterator[str]:
    end = start + timedelta(days=1)
    if ordinary and any(each.subject == "level" for each in sources):
        yield source_text(Source.MEASURED)
    names = {
        f"{promotion.name} {phase.kind}"
        for promotion in project.promotions
        for phase in promotion.phases
        if phase.overlaps(start, end)
    }
    for each in sources:
        if each.subject in VOLUMES and each.name in names:
            yield source_text(each.source, each.from_)
    if any(one.concerns(key) and one.start < end and start < one.end for one in project.outlook.overrides):
        yield source_text(Source.TYPED)


def source_text(source: Source, learnt_from: str = "") -> str:
    """`≈ 双11 2025`, `✓ 实测`."""
    name = listed(learnt_from.split(", ")) if learnt_from else source_name(source)
    return f"{MARKS[source]} {name}"
