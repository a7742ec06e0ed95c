"""One phase of one series drafted, with what it was learnt from told."""

from datetime import datetime, time, timedelta

import numpy as np

from forecasts.cleaning import Cleaned
from forecasts.cleaning_findings import about
from forecasts.driver import Driver
from forecasts.findings import Finding, Level
from forecasts.growth import driver_uplift, growth
from forecasts.history import SeriesKey
from forecasts.lessons import Lesson, lesson
from forecasts.ordinary import Ordinary
from forecasts.phase_calendar import NamedPhase, analogs
from forecasts.phase_draft import Basis, Draft, draft, grown
from forecasts.phases_ahead import Ahead
from forecasts.typed_burst import with_burst


def plan_phase(
    key: SeriesKey, new: NamedPhase, ahead: Ahead, cleaned: Cleaned, days: Ordinary, driver: Driver | None
) -> tuple[Draft, list[Finding]]:
    """The phase's volume over the days laid out, grown by the driver's plan; FC14 for an earlier phase that cannot
    teach and one finding for where the volume comes from.
    """
    history_end = datetime.combine(cleaned.matrix.last_day, time()) + timedelta(days=1)
    lessons: list[Lesson] = []
    findings: list[Finding] = []
    for analog in analogs(new, ahead.phases, history_end):
        learnt = lesson(cleaned, analog, ahead.phases)
        if learnt is not None:
            lessons.append(learnt)
        elif not analog.aftermath:
            findings.append(about("FC14", key, {"promotion": analog.promotion, "phase": analog.phase.kind}))
    made = with_burst(draft(new, ahead.share(new), days, lessons), new, days)
    made = grown(made, _growth(driver, new, made, ahead))
    findings += _unknown_analogs(key, new, made)
    if not new.aftermath:
        findings.append(_source_finding(key, new, made))
    return made, findings


def _growth(driver: Driver | None, new: NamedPhase, made: Draft, ahead: Ahead) -> float | None:
    """Growth over the earlier phases, as typed or by the driver; without any, inquiries follow the driver itself."""
    if made.lessons and new.phase.growth is not None:
        return new.phase.growth
    if driver is None:
        return None
    if made.lessons:
        return growth(driver, new, [lesson.analog for lesson in made.lessons], ahead.phases)
    return driver_uplift(driver, new, ahead.phases) if made.basis is Basis.UNKNOWN else None


def _unknown_analogs(key: SeriesKey, new: NamedPhase, made: Draft) -> list[Finding]:
    """FC40: a promotion to learn from was named, and nothing could be learnt from any."""
    if made.lessons or not new.phase.analogs:
        return []
    facts = {"promotion": new.promotion, "phase": new.phase.kind, "analogs": tuple(new.phase.analogs)}
    return [about("FC40", key, facts, Level.WARNING)]


def _source_finding(key: SeriesKey, new: NamedPhase, made: Draft) -> Finding:
    """FC12 learnt, FC24 typed without an earlier phase, FC13 assumed, FC18 nothing known."""
    facts: dict[str, object] = {
        "promotion": new.promotion,
        "phase": new.phase.kind,
        "start": f"{new.phase.start:%Y-%m-%d %H:%M}",
    }
    if made.basis is Basis.LEARNT:
        names = tuple(dict.fromkeys(lesson.analog.promotion for lesson in made.lessons))
        ratio = round(float(np.mean([lesson.ratio for lesson in made.lessons])), 2)
        return about("FC12", key, facts | {"learnt_from": names, "uplift": ratio})
    if new.phase.uplift is not None or new.phase.expected_inquiries is not None:
        return about("FC24", key, facts)
    if made.growth is not None:
        return about("FC28", key, facts | {"uplift": round(made.growth, 2)})
    return about("FC13" if made.basis is Basis.ASSUMED else "FC18", key, facts, Level.WARNING)
