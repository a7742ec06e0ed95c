"""What the law asks of a team rather than of a roster: shares of interns and of an agency's agents, the least wage.

It is told, never forbidden: the law counts the whole company, of which the team is a part.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from forecasts.findings import Finding, Level
from scheduler.agent_rules import AgentRules
from scheduler.rulebook import PART_TIME, STUDENT, Rule, Rulebook
from scheduler.team import TeamAgent

AGENCY, INTERN, OUTSOURCED, PROVIDER = "agency", "intern", "outsourced", "provider"
WHOLE = 100
COUNTED = {"TM06": "max_agency_percent", "TM07": "max_intern_percent", "TM08": "max_intern_percent_of_post"}
LEAST_PAY = "min_hourly_pay"
KEYS = frozenset({*COUNTED.values(), LEAST_PAY})
"""The rules of the book that are judged here."""


def composition_findings(team: Iterable[TeamAgent], rulebook: Rulebook) -> list[Finding]:
    """Too many agents of an agency (TM06, of all who work for the company), too many interns (TM07, beside its own
    agents; TM08, beside those of the same skill), and pay by the hour below the local minimum (TM09).
    """
    team = tuple(team)
    return [
        *_share("TM06", team, AGENCY, _employed_or_lent, rulebook),
        *_share("TM07", team, INTERN, employed, rulebook),
        *(found for skill in _skills(team) for found in _of_post(skill, team, rulebook)),
        *_low_pay(team, rulebook),
    ]


def employed(agent: TeamAgent) -> bool:
    """Whether the company itself employs them: no provider's agent, no agency's, no intern, no student."""
    lent = agent.contract in {AGENCY, INTERN, OUTSOURCED}
    return not lent and agent.legal_form not in {PROVIDER, STUDENT}


def _employed_or_lent(agent: TeamAgent) -> bool:
    return employed(agent) or agent.contract == AGENCY


def _skills(team: Sequence[TeamAgent]) -> list[str]:
    return sorted({skill for agent in team for skill in agent.skills})


def _of_post(skill: str, team: Sequence[TeamAgent], rulebook: Rulebook) -> Iterator[Finding]:
    """A post is what its agents do: those with the same skill."""
    alike = [agent for agent in team if skill in agent.skills]
    yield from _share("TM08", alike, INTERN, employed, rulebook, skill=skill)


def _share(
    code: str,
    team: Sequence[TeamAgent],
    contract: str,
    counts: Callable[[TeamAgent], bool],
    rulebook: Rulebook,
    **facts: object,
) -> Iterator[Finding]:
    """A contract's share of those who count, when it is above the rule's."""
    rule = rulebook.rule(COUNTED[code])
    some, of = sum(agent.contract == contract for agent in team), sum(map(counts, team))
    if rule is None or rule.value is None or WHOLE * some <= rule.value * of:
        return
    share = round(WHOLE * some / of, 1) if of else None
    yield _finding(code, rule, f"{share:g}" if share is not None else "–", count=some, of=of, **facts)


def _low_pay(team: Sequence[TeamAgent], rulebook: Rulebook) -> Iterator[Finding]:
    for agent in team:
        rule = AgentRules(agent, rulebook).rule(LEAST_PAY)
        hourly = PART_TIME in {agent.contract, agent.legal_form}
        if hourly and rule is not None and rule.value is not None and 0 < agent.hourly_cost < rule.value:
            yield _finding("TM09", rule, f"{agent.hourly_cost:g}", agent=agent.name or agent.id)


def _finding(code: str, rule: Rule, value: str, **facts: object) -> Finding:
    about = {"most": f"{rule.value:g}", "article": rule.article, "rule": rule.key, "severity": str(rule.severity)}
    return Finding(code, Level.WARNING, value=value, facts=about | facts)
