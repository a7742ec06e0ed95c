"""One series made ready: cleaned, its ordinary days laid out, every phase drafted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta

import numpy as np

from forecasts.aftermath import aftermaths
from forecasts.broadcast import Broadcast, Bump
from forecasts.broadcast_bumps import bump_factors, bumps, of_series, without_bumps
from forecasts.cleaning import Cleaned, clean
from forecasts.cleaning_findings import about
from forecasts.day_matrix import Flags
from forecasts.driven import Driven, driven
from forecasts.driver import Driver, driver_of, with_kernel
from forecasts.driver_findings import broadcast_findings, driver_findings
from forecasts.findings import Finding, Level
from forecasts.growth import driver_uplift, growth
from forecasts.history import Counts, SeriesKey
from forecasts.horizon import Horizon
from forecasts.lessons import Lesson, lesson
from forecasts.ordinary import Ordinary, ordinary
from forecasts.phase_calendar import NamedPhase, analogs
from forecasts.phase_draft import Basis, Draft, draft, grown
from forecasts.phases_ahead import Ahead, lay_out

LEAST_WHOLE_DAYS = 7
SURE_WEEKS = 4
WIDENED_WHEN_UNSURE = 1.5
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
    drivers: Sequence[Driver] = (),
    broadcasts: Sequence[Broadcast] = (),
) -> SeriesPlan:
    """Everything about one series; whether it is long enough is for `too_short` to say."""
    streams = of_series(broadcasts, key)
    known = bumps(counts, history_minutes, streams, [named.phase for named in phases])
    if streams:
        counts = without_bumps(counts, history_minutes, streams, known)
    cleaned, phases, findings = _cleaned(key, counts, history_minutes, horizon, phases)
    last_day = cleaned.matrix.last_day
    ahead = lay_out(horizon, phases, last_day)
    asked = (horizon.first_day - last_day).days + np.arange(horizon.days)
    days = ordinary(cleaned, ahead.first_day, ahead.days, asked, horizon.interval_minutes)
    driver, said = _driven(key, cleaned, days, drivers, ahead.promoted())
    days = said.days if said is not None else days
    factors = bump_factors(streams, known, ahead.first_day, ahead.days, horizon.interval_minutes)
    days = replace(days, counts=days.counts * factors.reshape(days.counts.shape))
    drafts: dict[NamedPhase, Draft] = {}
    for named in ahead.near:
        drafts[named], told = _draft(key, named, ahead, cleaned, days, driver)
        findings += told
    findings += driver_findings(key, driver, said, ahead) + broadcast_findings(key, streams, known, horizon)
    sure = cleaned.whole_days >= SURE_WEEKS * _open_weekdays(cleaned)
    if not sure:
        findings.append(about("FC02", key, {"days": cleaned.whole_days}, Level.WARNING))
    if asked[0] > FAR_DAYS:
        findings.append(about("FC10", key, {"last": last_day, "days": int(asked[0])}))
    widened = 1.0 if sure else WIDENED_WHEN_UNSURE
    return SeriesPlan(key, cleaned, ahead, days, drafts, widened, tuple(findings), driver, said, known)


def too_short(plan: SeriesPlan) -> list[Finding]:
    """FC01 when the series has fewer than seven whole days."""
    if plan.cleaned.whole_days >= LEAST_WHOLE_DAYS:
        return []
    return [about("FC01", plan.key, {"days": plan.cleaned.whole_days, "needed": LEAST_WHOLE_DAYS}, Level.ERROR)]


def _cleaned(
    key: SeriesKey, counts: Counts, history_minutes: int, horizon: Horizon, phases: tuple[NamedPhase, ...]
) -> tuple[Cleaned, tuple[NamedPhase, ...], list[Finding]]:
    """The series cleaned and the phases with their aftermaths first, so that real ones win over them.

    Promotions that leave less than a week of ordinary days are not set aside (FC15).
    """
    working = horizon.interval_minutes if horizon.interval_minutes % history_minutes == 0 else history_minutes

    def cleaned_without(named: tuple[NamedPhase, ...]) -> Cleaned:
        return clean(key, counts, history_minutes, working, [one.phase for one in named])

    cleaned = cleaned_without(phases)
    after = aftermaths(cleaned, phases)
    if after:
        phases = (*after, *phases)
        cleaned = cleaned_without(phases)
    if cleaned.ordinary.sum() >= LEAST_WHOLE_DAYS or not phases:
        return cleaned, phases, list(cleaned.findings)
    cleaned = cleaned_without(())
    return cleaned, phases, [*cleaned.findings, about("FC15", key, {}, Level.WARNING)]


def _open_weekdays(cleaned: Cleaned) -> int:
    known = cleaned.past().known()
    return max(1, len(np.unique(cleaned.matrix.weekdays()[known])))


def _driven(
    key: SeriesKey, cleaned: Cleaned, days: Ordinary, drivers: Sequence[Driver], promoted: Flags
) -> tuple[Driver | None, Driven | None]:
    """The series' driver with its kernel, and ordinary days by it."""
    driver = driver_of(key, drivers)
    if driver is None:
        return None, None
    driver = with_kernel(driver, cleaned.matrix.first_day, cleaned.totals)
    return driver, driven(cleaned, days, driver, promoted)


def _draft(
    key: SeriesKey, new: NamedPhase, ahead: Ahead, cleaned: Cleaned, days: Ordinary, driver: Driver | None
) -> tuple[Draft, list[Finding]]:
    history_end = datetime.combine(cleaned.matrix.last_day, time()) + timedelta(days=1)
    lessons: list[Lesson] = []
    findings: list[Finding] = []
    for analog in analogs(new, ahead.phases, history_end):
        learnt = lesson(cleaned, analog, ahead.phases)
        if learnt is not None:
            lessons.append(learnt)
        elif not analog.aftermath:
            findings.append(about("FC14", key, {"promotion": analog.promotion, "phase": analog.phase.kind}))
    made = draft(new, ahead.share(new), days, lessons)
    if driver is not None:
        made = grown(made, _growth(driver, new, made, ahead))
    if not new.aftermath:
        findings.append(_source_finding(key, new, made))
    return made, findings


def _growth(driver: Driver, new: NamedPhase, made: Draft, ahead: Ahead) -> float | None:
    """Growth over the earlier phases; without any, inquiries follow the driver itself."""
    if made.lessons:
        return growth(driver, new, [lesson.analog for lesson in made.lessons], ahead.phases)
    return driver_uplift(driver, new, ahead.phases) if made.basis is Basis.UNKNOWN else None


def _source_finding(key: SeriesKey, new: NamedPhase, made: Draft) -> Finding:
    """FC12 learnt, FC24 typed without an earlier phase, FC13 assumed, FC18 nothing known."""
    facts: dict[str, object] = {
        "promotion": new.promotion,
        "phase": new.phase.kind,
        "start": f"{new.phase.start:%Y-%m-%d %H:%M}",
    }
    if made.basis is Basis.LEARNT:
        names = ", ".join(dict.fromkeys(lesson.analog.promotion for lesson in made.lessons))
        ratio = round(float(np.mean([lesson.ratio for lesson in made.lessons])), 2)
        return about("FC12", key, facts | {"learnt_from": names, "uplift": ratio})
    if new.phase.uplift is not None or new.phase.expected_inquiries is not None:
        return about("FC24", key, facts)
    if made.growth is not None:
        return about("FC28", key, facts | {"uplift": round(made.growth, 2)})
    return about("FC13" if made.basis is Basis.ASSUMED else "FC18", key, facts, Level.WARNING)
