"""The engine: history, horizon and promotions in, volume per interval with its range out."""

from collections.abc import Sequence

from forecasts.broadcast import Broadcast
from forecasts.day_kinds import AS_SHIPPED, Calendar, DayKind, day_kind
from forecasts.driver import Driver
from forecasts.findings import Finding, InputError, Level, refuse_if_any
from forecasts.forecast import Forecast
from forecasts.history import History
from forecasts.horizon import MINUTES_PER_DAY, Horizon
from forecasts.kept import Kept
from forecasts.outlook import Outlook
from forecasts.overlaps import overlap_findings
from forecasts.phase_calendar import named_phases
from forecasts.promotion import Promotion, promotion_findings
from forecasts.provenance import series_sources
from forecasts.series_plan import SeriesPlan, plan_series, too_short
from forecasts.series_volume import volumes
from forecasts.unusable import unusable


def forecast(
    history: History,
    horizon: Horizon,
    promotions: Sequence[Promotion] = (),
    *,
    drivers: Sequence[Driver] = (),
    broadcasts: Sequence[Broadcast] = (),
    calendar: Calendar = AS_SHIPPED,
    kept: Sequence[Kept] = (),
) -> tuple[Forecast, tuple[Finding, ...]]:
    """Expected volume of every series over the horizon and what is worth telling about it.

    P50 is the expected volume, P10 and P90 come from past errors of the chosen methods (as wide as rehearsals show that
    they must be) and from the spread of promotions; `mean` equals P50. Days of the history from the horizon's first on
    are left out. Closed times stay 0. `drivers` (their plan included) move ordinary days and scale phases;
    `broadcasts`, past and planned, are timed bumps; `calendar` edits the shipped table; cleanings in `kept` are not
    made. Raises `InputError` when a series has fewer than seven whole days (FC01), holds nothing but zeros (FC34) or
    impossible counts (FC35), when there is no series (FC19), for an interval that does not divide a day (FC20) and for
    a broken promotion calendar (PE…).
    """
    known, cut = _before(history, horizon)
    _refuse_unusable(known, promotions)
    phases = named_phases(promotions)
    told = Outlook(tuple(drivers), tuple(broadcasts), calendar=calendar, kept=tuple(kept))
    plans = [plan_series(key, counts, known.interval_minutes, horizon, phases, told) for key, counts in known]
    refuse_if_any(finding for plan in plans for finding in too_short(plan))
    findings = [finding for plan in plans for finding in plan.findings]
    findings += [
        *overlap_findings(promotions),
        *cut,
        *_interval_findings(known, horizon),
        *_holiday_findings(horizon, calendar),
    ]
    series = {plan.key: volume for plan, volume in zip(plans, volumes(plans, known), strict=True)}
    sources = {plan.key: series_sources(plan) for plan in plans}
    return Forecast(horizon, series, _method(plans), sources), tuple(findings)


def known_before(history: History, horizon: Horizon) -> History:
    """The part of a history that a forecast may learn from: rows that start before the horizon."""
    return _before(history, horizon)[0]


def _before(history: History, horizon: Horizon) -> tuple[History, list[Finding]]:
    """The history before the horizon; FC17 tells when some of it lay inside."""
    known = history.before(horizon.start)
    late = sum(len(counts) - len(known.series[key]) for key, counts in history)
    cut = [Finding("FC17", Level.NOTICE, facts={"rows": late, "first_day": horizon.first_day})] if late else []
    return known, cut


def _refuse_unusable(history: History, promotions: Sequence[Promotion]) -> None:
    refuse_if_any(promotion_findings(promotions))
    minutes = history.interval_minutes
    if minutes < 1 or MINUTES_PER_DAY % minutes or (minutes > 60 and minutes % 60):
        raise InputError([Finding("FC20", facts={"minutes": minutes})])
    if not history.series:
        raise InputError([Finding("FC19")])
    refuse_if_any(finding for key, counts in history for finding in unusable(key, counts, minutes))


def _interval_findings(history: History, horizon: Horizon) -> list[Finding]:
    """FC11 when counts had to be split."""
    if horizon.interval_minutes % history.interval_minutes == 0:
        return []
    facts = {"history_minutes": history.interval_minutes, "minutes": horizon.interval_minutes}
    return [Finding("FC11", Level.NOTICE, facts=facts)]


def _holiday_findings(horizon: Horizon, calendar: Calendar) -> list[Finding]:
    """FC21: statutory holidays are forecast like any day of their weekday."""
    days = [horizon.day(number) for number in range(horizon.days)]
    holidays = tuple(day for day in days if day_kind(day, calendar) is DayKind.STATUTORY)
    return [Finding("FC21", Level.NOTICE, facts={"dates": holidays})] if holidays else []


def _method(plans: Sequence[SeriesPlan]) -> str:
    """The methods in use: the blend or the core alone, a driver where one counts, promotions where phases are."""
    names = sorted({plan.days.blend.name for plan in plans})
    names += ["driver"] if any(plan.driven is not None for plan in plans) else []
    return " + ".join([*names, "promotions"] if any(plan.drafts for plan in plans) else names)
