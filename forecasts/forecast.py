"""Expected volume per interval with its range."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from forecasts.dependence import USUAL_DEPENDENCE, Dependence
from forecasts.findings import Finding
from forecasts.history import SeriesKey
from forecasts.horizon import Horizon, Numbers
from forecasts.phase_work import PhaseWork
from forecasts.source import Provenance


@dataclass(frozen=True, slots=True)
class Volume:
    """One series over the horizon, every array of shape (horizon.intervals,), inquiries per interval.

    Quantiles are per interval: they must not be added over intervals (a day's P90 is not the sum).
    `mean` may be added. `phases` holds the phase kind in force in each interval, "" outside. `dependence` tells how
    much of an error the intervals of a day share, for `sample_paths`. `work`: what a phase in force was typed to take
    to serve, None in intervals without; empty where nothing was typed at all.
    """

    p10: Numbers
    p50: Numbers
    p90: Numbers
    mean: Numbers
    phases: tuple[str, ...]
    dependence: Dependence = USUAL_DEPENDENCE
    work: tuple[PhaseWork | None, ...] = field(default=(), metadata={"later": True})


@dataclass(frozen=True, slots=True)
class Forecast:
    """Volume per series over a horizon; `method` says openly how it was made, `sources` where each number came from,
    `findings` what a person should know of it.
    """

    horizon: Horizon
    series: Mapping[SeriesKey, Volume]
    method: str = ""
    sources: Mapping[SeriesKey, tuple[Provenance, ...]] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()

    def __iter__(self) -> Iterator[tuple[SeriesKey, Volume]]:
        """Series by key, sorted."""
        return iter(sorted(self.series.items()))

    def skills(self) -> tuple[str, ...]:
        """Skills forecast, sorted."""
        return tuple(sorted({key.skill for key in self.series}))
