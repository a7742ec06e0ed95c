"""Time off that the team's own rules have something against: leave while a promotion runs, lieu time that piles up."""

from collections.abc import Iterable, Iterator
from datetime import date

from forecasts.findings import Finding, Level
from forecasts.promotion import Promotion
from scheduler.pay.balances import Account, balance
from scheduler.rulebook import Rulebook
from scheduler.team import TeamAgent

FROZEN, PILED_UP = "leave_frozen_in_promotions", "told_from_minutes_in_lieu"


def time_off_findings(
    team: Iterable[TeamAgent], promotions: Iterable[Promotion], day: date, rulebook: Rulebook
) -> Iterator[Finding]:
    """Agents away during a promotion's phases (TM12), told once a promotion, and those owed more lieu time by `day`
    than the rule allows (TM13), told once.
    """
    team = tuple(team)
    if rulebook.value(FROZEN):
        for promotion in promotions:
            away = [agent for agent in team if _is_away(agent, promotion)]
            if away:
                yield _finding("TM12", away, promotion=promotion.name)
    most = rulebook.value(PILED_UP)
    if most is not None:
        owed = [agent for agent in team if _lieu_minutes(agent, day) > most]
        if owed:
            yield _finding("TM13", owed, most=most / 60)


def _is_away(agent: TeamAgent, promotion: Promotion) -> bool:
    return any(
        absence.start < phase.end and phase.start < absence.end
        for absence in agent.absences
        for phase in promotion.phases
    )


def _lieu_minutes(agent: TeamAgent, day: date) -> int:
    found = balance(agent.balances, Account.LIEU, day, day)
    return found.closing if found else 0


def _finding(code: str, agents: list[TeamAgent], **facts: object) -> Finding:
    names = [agent.name or agent.id for agent in agents]
    return Finding(code, Level.WARNING, facts={"count": len(names), "names": names[:6], **facts})
