"""One series made ready: cleaned, its ordinary days laid out, every phase drafted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from forecasts.aftermath import aftermaths
from forecasts.broadcast import Bump
from forecasts.broadcast_bumps import bump_factors, bumps, of_series, without_bumps
from forecasts.cleaning import Cleaned, clean
from forecasts.cleaning_findings import about
from forecasts.day_matrix import Flags
from forecasts.driven import Driven, driven
from forecasts.driver import Driver, driver_of
from forecasts.driver_findings import broadcast_findings, driver_findings
from forecasts.enough import LEAST_WHOLE_DAYS, is_sure, length_findings
from forecasts.findings import Finding, Level, errors
from forecasts.fitted_kernel import with_kernel
from forecasts.history import Counts, SeriesKey
from forecasts.horizon import Horizon
from forecasts.ordinary import Ordinary, ordinary
from forecasts.outlook import Outlook
from forecasts.phase_calendar import NamedPhase
from forecasts.phase_draft import Draft
from forecasts.phase_plan import plan_phase
from forecasts.phases_ahead import Ahead, lay_out

WIDENED_WHEN_UNSURE = 1.5
NOTHING_TOLD = Outlook()
FAR_DAYS = 14
"""A history that ends more days than this before the horizon is worth a notice."""


@dataclass(frozen=True, eq=False, slots=True)
class SeriesPlan:
    """Ordinary days ahead, drafts by phase (aftermaths included), how much wider the bands must be, and what else was
    brought in: the `driver` (its kernel settled) with what it said, `bumps` of broadcasts by host.
    """

    key: SeriesKey
    cleaned: Cleaned
    ahead: Ahead
    days: Ordinary
    drafts: dict[NamedPhase, Draft]
    widened: float
    findings: tuple[Finding, ...]
    driver: Driver | None = None
    driven: Driven | None = None
    bumps: Mapping[str, Bump | None] = field(default_factory=dict)


def plan_series(
    key: SeriesKey,
    counts: Counts,
    history_minutes: int,
    horizon: Horizon,
    phases: tuple[NamedPhase, ...],
    told: Outlook = NOTHING_TOLD,
) -> SeriesPlan:
    """Everything about one series; whether it is long enough is for `too_short` to say."""
    streams = of_series(told.broadcasts, key)
    known = bumps(counts, history_minutes, streams, [named.phase for named in phases])
    plain = without_bumps(counts, history_minutes, streams, known) if streams else counts
    cleaned, phases, findings = _cleaned(key, plain, history_minutes, horizon, phases, told)
    ahead = lay_out(horizon, phases, cleaned.matrix.last_day)
    asked = (horizon.first_day - cleaned.matrix.last_day).days + np.arange(horizon.days)
    days = ordinary(cleaned, ahead.first_day, ahead.days, asked, horizon.interval_minutes)
    driver, said = _driven(key, cleaned, days, told.drivers, ahead.promoted())
    days = said.days if said is not None else days
    factors = bump_factors(streams, known, ahead.first_day, ahead.days, horizon.interval_minutes)
    days = replace(days, counts=days.counts * factors.reshape(days.counts.shape))
    drafts: dict[NamedPhase, Draft] = {}
    for named in ahead.near:
        drafts[named], found = plan_phase(key, named, ahead, cleaned, days, driver)
        findings += found
    findings += driver_findings(key, driver, said, ahead) + broadcast_findings(key, streams, known, horizon)
    findings += _doubts(key, cleaned, int(asked[0]))
    widened = 1.0 if is_sure(cleaned) else WIDENED_WHEN_UNSURE
    return SeriesPlan(key, cleaned, ahead, days, drafts, widened, tuple(findings), driver, said, known)


def _doubts(key: SeriesKey, cleaned: Cleaned, lead: int) -> list[Finding]:
    """FC02 a short history, FC10 one that ends long before the horizon."""
    short = [finding for finding in length_findings(key, cleaned) if finding.level is Level.WARNING]
    far = about("FC10", key, {"last": cleaned.matrix.last_day, "days": lead})
    return short + ([far] if lead > FAR_DAYS else [])


def too_short(plan: SeriesPlan) -> tuple[Finding, ...]:
    """FC01 when the series has fewer than seven whole days."""
    return errors(length_findings(plan.key, plan.cleaned))


def _cleaned(
    key: SeriesKey,
    counts: Counts,
    history_minutes: int,
    horizon: Horizon,
    phases: tuple[NamedPhase, ...],
    told: Outlook,
) -> tuple[Cleaned, tuple[NamedPhase, ...], list[Finding]]:
    """The series cleaned and the phases with their aftermaths first, so that real ones win over them.

    Promotions that leave less than a week of ordinary days are not set aside (FC15).
    """
    working = horizon.interval_minutes if horizon.interval_minutes % history_minutes == 0 else history_minutes

    def cleaned_without(named: tuple[NamedPhase, ...]) -> Cleaned:
        those = [one.phase for one in named]
        return clean(key, counts, history_minutes, working, those, kept=told.kept, calendar=told.calendar)

    cleaned = cleaned_without(phases)
    after = aftermaths(cleaned, phases)
    if after:
        phases = (*after, *phases)
        cleaned = cleaned_without(phases)
    if cleaned.ordinary.sum() >= LEAST_WHOLE_DAYS or not phases:
        return cleaned, phases, list(cleaned.findings)
    cleaned = cleaned_without(())
    return cleaned, phases, [*cleaned.findings, about("FC15", key, {}, Level.WARNING)]


def _driven(
    key: SeriesKey, cleaned: Cleaned, days: Ordinary, drivers: Sequence[Driver], promoted: Flags
) -> tuple[Driver | None, Driven | None]:
    """The series' driver with its kernel, and ordinary days by it."""
    driver = driver_of(key, drivers)
    if driver is None:
        return None, None
    driver = with_kernel(driver, cleaned.matrix.first_day, cleaned.totals)
    return driver, driven(cleaned, days, driver, promoted)
