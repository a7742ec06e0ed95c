"""Where every number behind one series' forecast comes from, read off its plan."""

from collections.abc import Iterator

from forecasts.phase_calendar import NamedPhase
from forecasts.phase_draft import ASSUMED_HEAD_SHARE, Basis, Draft
from forecasts.phase_work import PhaseWork
from forecasts.series_plan import SeriesPlan
from forecasts.source import Provenance, Source

LEAST_WEIGHT = 0.01
"""Methods of less weight in the blend are not told."""


def series_sources(plan: SeriesPlan) -> tuple[Provenance, ...]:
    """Level, profile and spread of ordinary days, then driver, broadcasts and every phase."""
    return (*_ordinary(plan), *_driver(plan), *_broadcasts(plan), *_phases(plan))


def _ordinary(plan: SeriesPlan) -> Iterator[Provenance]:
    yield Provenance("level", Source.MEASURED, plan.days.blend.name, float(plan.days.levels().mean()))
    for method, weight in plan.days.blend.weights.items():
        if weight >= LEAST_WEIGHT:
            yield Provenance("weight", Source.MEASURED, method, weight)
    yield Provenance("profile", Source.MEASURED)
    yield Provenance("spread", Source.MEASURED if plan.days.bands.measured else Source.ASSUMED)


def _driver(plan: SeriesPlan) -> Iterator[Provenance]:
    if plan.driver is None or plan.driven is None:
        return
    yield Provenance("driver", Source.TYPED, plan.driver.name, plan.driven.weight)
    yield Provenance("inquiry_rate", Source.MEASURED, plan.driver.name, plan.driven.rate)
    if plan.driver.kernel is not None:
        yield Provenance("lag", plan.driver.kernel.source, plan.driver.name)


def _broadcasts(plan: SeriesPlan) -> Iterator[Provenance]:
    for host, bump in sorted(plan.bumps.items()):
        if bump is not None:
            yield Provenance("broadcast", bump.source, host, bump.during)


def _phases(plan: SeriesPlan) -> Iterator[Provenance]:
    for named, draft in plan.drafts.items():
        if not named.aftermath:
            name = f"{named.promotion} {named.phase.kind}"
            yield _phase_volume(name, named, draft)
            yield Provenance("phase_shape", *_phase_shape(name, draft))
            if (burst := _burst(name, named, draft)) is not None:
                yield burst
            yield from _phase_work(name, named, plan.key.skill)
            if draft.growth is not None:
                by = "" if named.phase.growth is not None and draft.lessons else _driver_name(plan)
                yield Provenance("growth", Source.TYPED, name, draft.growth, by)
            yield Provenance("phase_spread", Source.ASSUMED, name)


def _phase_volume(name: str, named: NamedPhase, draft: Draft) -> Provenance:
    for subject, typed in (("phase_volume", named.phase.uplift), ("phase_total", named.phase.expected_inquiries)):
        if typed is not None:
            return Provenance(subject, Source.TYPED, name, typed)
    usual = float(draft.usual.sum())
    value = float(draft.volume.sum()) / usual if usual > 0 else None
    if draft.basis is Basis.LEARNT:
        return Provenance("phase_volume", Source.ANALOG, name, value, _learnt_from(draft))
    return Provenance("phase_volume", Source.ASSUMED, name, value)


def _phase_shape(name: str, draft: Draft) -> tuple[Source, str, float | None, str]:
    if draft.basis is Basis.LEARNT:
        return Source.ANALOG, name, None, _learnt_from(draft)
    return (Source.ASSUMED if draft.basis is Basis.ASSUMED else Source.MEASURED), name, None, ""


def _burst(name: str, named: NamedPhase, draft: Draft) -> Provenance | None:
    """The share of the day in the first two hours, where it was not learnt."""
    if named.phase.burst and named.bursts:
        return Provenance("phase_burst", Source.TYPED, name, sum(named.phase.burst))
    return Provenance("phase_burst", Source.ASSUMED, name, ASSUMED_HEAD_SHARE) if draft.basis is Basis.ASSUMED else None


def _phase_work(name: str, named: NamedPhase, skill: str) -> Iterator[Provenance]:
    """What a person typed of serving the phase's inquiries."""
    work = named.phase.work(skill) or PhaseWork()
    if work.handling_time_seconds is not None:
        yield Provenance("phase_handling_time", Source.TYPED, name, work.handling_time_seconds)
    if work.max_concurrency is not None:
        yield Provenance("phase_max_concurrency", Source.TYPED, name, float(work.max_concurrency))


def _learnt_from(draft: Draft) -> str:
    return ", ".join(dict.fromkeys(lesson.analog.promotion for lesson in draft.lessons))


def _driver_name(plan: SeriesPlan) -> str:
    return plan.driver.name if plan.driver is not None else ""
