"""Phases of all promotions as rows to edit, and back again."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from app.files.values.by_skill import by_skill_text, read_by_skill
from app.files.values.missing import Unreadable
from app.window.tables.typed import moment_cell, number_cell, typed_moment, typed_number
from app.window.tables.values_model import Field
from app.wording import words
from app.wording.findings import sentence
from app.wording.names import PHASES, listed, name_of
from forecasts.findings import Place
from forecasts.horizon import Horizon
from forecasts.phase_work import BySkill
from forecasts.promotion import WRONG_WORK, Phase, Promotion, promotion_findings

_ = words("window")


@dataclass(frozen=True, slots=True)
class PhaseRow:
    """One phase under its promotion's name; a promotion without phases has no row."""

    promotion: str
    phase: Phase


def phase_rows(promotions: Sequence[Promotion]) -> tuple[PhaseRow, ...]:
    """Every phase, in order."""
    return tuple(PhaseRow(promotion.name, phase) for promotion in promotions for phase in promotion.phases)


def promotions_of(rows: Sequence[PhaseRow]) -> tuple[Promotion, ...]:
    """Promotions in order of their first row."""
    phases: dict[str, list[Phase]] = {}
    for row in rows:
        phases.setdefault(row.promotion, []).append(row.phase)
    return tuple(Promotion(name, tuple(its)) for name, its in phases.items())


def new_row(rows: Sequence[PhaseRow], horizon: Horizon) -> PhaseRow:
    """A phase to begin with: of the promotion planned, two hours from the first evening at eight."""
    inside = [row.promotion for row in rows if row.phase.overlaps(horizon.start, horizon.end)]
    name = inside[-1] if inside else _("Promotion {year}").format(year=horizon.first_day.year)
    start = horizon.start + timedelta(hours=20)
    return PhaseRow(name, Phase("spot_sale", start, start + timedelta(hours=2)))


def phase_fields(
    horizon: Callable[[], Horizon], names: Callable[[], Sequence[str]], said: Callable[[PhaseRow], str]
) -> tuple[Field, ...]:
    """Columns of the table of phases; `names` of promotions to learn from, `said` what a phase is forecast at."""
    return (
        Field(_("Promotion"), lambda row: row.promotion, _with_name, names),
        Field(_("Phase"), lambda row: name_of(row.phase.kind), _with_kind, _kinds),
        Field(
            _("Start"), lambda row: moment_cell(row.phase.start), lambda row, text: _with_start(row, text, horizon())
        ),
        Field(_("End"), lambda row: moment_cell(row.phase.end), lambda row, text: _with_end(row, text, horizon())),
        _number(_("Uplift, ×"), "uplift"),
        _number(_("Expected inquiries"), "expected_inquiries"),
        _number(_("Growth, ×"), "growth"),
        Field(_("First two hours, % of the day"), _burst, _with_burst, words=False),
        _by_skill(_("Handling time, s"), "handling_time_seconds"),
        _by_skill(_("Max concurrency"), "max_concurrency"),
        Field(_("In the forecast"), said),
        Field(_("Learnt from"), _analogs, _with_analogs, lambda: [_("automatic"), *names()]),
    )


def _number(name: str, key: str) -> Field:
    def edit(row: PhaseRow, text: str) -> PhaseRow:
        change: dict[str, float | None] = {key: typed_number(text)}
        return replace(row, phase=replace(row.phase, **change))  # type: ignore[arg-type]  # one of three float fields

    return Field(name, lambda row: number_cell(getattr(row.phase, key)), edit, words=False)


def _by_skill(name: str, key: str) -> Field:
    """A number for every skill, or for one by its name; an empty cell leaves the skill's own."""

    def edit(row: PhaseRow, text: str) -> PhaseRow:
        try:
            change: dict[str, BySkill] = {key: read_by_skill(text)}
        except Unreadable:
            example = f"45 {name_of('aftersale')}=90"
            raise ValueError(
                _(
                    "“{text}” is not a number. Write one for all skills, or one by its name too, such as {example}."
                ).format(text=text, example=example)
            ) from None
        phase = replace(row.phase, **change)  # type: ignore[arg-type]  # one of two fields of that kind
        _refuse_wrong_work(row.promotion, phase)
        return replace(row, phase=phase)

    return Field(name, lambda row: by_skill_text(getattr(row.phase, key)), edit, words=False)


def _refuse_wrong_work(promotion: str, phase: Phase) -> None:
    """Raises ValueError with the sentence for work that cannot be."""
    for found in promotion_findings([Promotion(promotion, (phase,))]):
        if found.code in WRONG_WORK:
            raise ValueError(sentence(replace(found, place=Place())))


def _with_name(row: PhaseRow, text: str) -> PhaseRow:
    if not text:
        raise ValueError(_("A promotion needs a name."))
    return replace(row, promotion=text)


def _kinds() -> list[str]:
    return [name_of(kind) for kind in PHASES]


def _with_kind(row: PhaseRow, text: str) -> PhaseRow:
    if not text:
        raise ValueError(_("A phase needs a kind."))
    kind = next((kind for kind in PHASES if name_of(kind) == text), text)
    return replace(row, phase=replace(row.phase, kind=kind))


def _with_start(row: PhaseRow, text: str, horizon: Horizon) -> PhaseRow:
    """A start typed beyond the end takes the end along."""
    start, phase = typed_moment(text, horizon.first_day), row.phase
    end = phase.end if start < phase.end else start + (phase.end - phase.start)
    return replace(row, phase=replace(phase, start=start, end=end))


def _with_end(row: PhaseRow, text: str, horizon: Horizon) -> PhaseRow:
    end = typed_moment(text, horizon.first_day)
    if end <= row.phase.start:
        raise ValueError(_("The end lies before the start, {start}.").format(start=moment_cell(row.phase.start)))
    return replace(row, phase=replace(row.phase, end=end))


def _burst(row: PhaseRow) -> str:
    return " ".join(f"{100 * share:g}" for share in row.phase.burst)


def _with_burst(row: PhaseRow, text: str) -> PhaseRow:
    """Shares for equal parts of the first two hours; an empty cell lets them be learnt or assumed."""
    try:
        shares = tuple((typed_number(part.rstrip("%"), none=False) or 0.0) / 100 for part in text.split())
    except ValueError:
        shares = (-1.0,)
    if shares and (min(shares) < 0 or not 0 < sum(shares) < 1):
        raise ValueError(
            _("Write shares of the day for equal parts of the first two hours, together below 100, such as 8 5 4 3.")
        )
    return replace(row, phase=replace(row.phase, burst=shares))


def _analogs(row: PhaseRow) -> str:
    return listed(row.phase.analogs) if row.phase.analogs else _("automatic")


def _with_analogs(row: PhaseRow, text: str) -> PhaseRow:
    names = [] if text in {"", _("automatic")} else [part.strip() for part in text.replace("、", ",").split(",")]
    return replace(row, phase=replace(row.phase, analogs=tuple(filter(None, names))))


def moved_phase(
    promotions: Sequence[Promotion], promotion: int, number: int, start: datetime, end: datetime
) -> tuple[Promotion, ...]:
    """The promotions with one phase at another time."""
    changed = promotions[promotion]
    phases = list(changed.phases)
    phases[number] = replace(phases[number], start=start, end=end)
    return (*promotions[:promotion], replace(changed, phases=tuple(phases)), *promotions[promotion + 1 :])
