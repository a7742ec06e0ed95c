"""What each day of an agent holds for the calendar strip: an absence with its kind, or a wish."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.window.formats import moment_text, short_day_text
from app.window.roster.cell_texts import shift_name
from app.window.roster.cells import LEAVE_CODE
from app.window.team.facts import away_days
from app.wording import words
from forecasts.horizon import Horizon
from scheduler.shift import Shift
from scheduler.team import DatedAbsence, DatedRequest, TeamAgent

_ = words("window")


@dataclass(frozen=True, slots=True)
class DayFact:
    """One day: `away` the kind of absence in the team's word, `short` what fits a narrow cell, `partly` for some
    hours only; `wish` `on` or `off` with the shift's code. `sentence` says it at length.
    """

    sentence: str
    away: str = ""
    short: str = ""
    partly: bool = False
    wish: str = ""
    code: str = ""

    def spoken(self) -> tuple[str, ...]:
        """The same without who and when: the kind of absence, with its hours if not the whole day, or the wish."""
        line = self.sentence.partition("\n")[2]
        return (self.away, line) if self.partly else (self.away or line,)


def facts_by_day(agent: TeamAgent, shifts: Mapping[str, Shift], horizon: Horizon) -> dict[int, DayFact]:
    """The days of the horizon that hold anything; an absence hides a wish of the same day."""
    facts = {}
    for request in agent.requests:
        day = horizon.day_number(request.day)
        if 0 <= day < horizon.days:
            facts[day] = _wish(agent, request, shifts)
    for day, absence in away_days(agent.absences, horizon).items():
        facts[day] = _absence(agent, absence)
    return facts


def _absence(agent: TeamAgent, absence: DatedAbsence) -> DayFact:
    kind = absence.kind or LEAVE_CODE
    span = f"{moment_text(absence.start)} – {moment_text(absence.end)}"
    sentence = f"{agent.name or agent.id} · {kind}\n{span}"
    return DayFact(sentence, away=kind, short=LEAVE_CODE, partly=not absence.whole_days)


def _wish(agent: TeamAgent, request: DatedRequest, shifts: Mapping[str, Shift]) -> DayFact:
    shift = shifts.get(request.shift or "")
    wanted = shift_name(shift) if shift else _("work") if request.shift is None else request.shift
    text = _("☆ wishes for: {shift}") if request.wish == "on" else _("✕ wishes not: {shift}")
    when = f"{agent.name or agent.id} · {short_day_text(request.day)}"
    code = (shift.code or shift.id) if shift else request.shift or ""
    return DayFact(f"{when}\n{text.format(shift=wanted)}", wish=request.wish, code=code)
