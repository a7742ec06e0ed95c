"""The rulebook as it holds for one agent: the agent's own limits, then the contract's, then the hours system's."""

from dataclasses import dataclass

from scheduler.alternating_weeks import AlternatingWeeks
from scheduler.problem import Source
from scheduler.rulebook import Rule, Rulebook
from scheduler.team import TeamAgent

OTHER_TURN = 2
"""As an agent's own value of `alternating_weeks`: two days off when the team has one."""


@dataclass(frozen=True, slots=True)
class AgentRules:
    """Values and sources of rules by their key in the rulebook."""

    agent: TeamAgent
    rulebook: Rulebook

    def rule(self, key: str) -> Rule | None:
        """The rule of the book, whatever the agent's own limit."""
        return self.rulebook.rule(key, self.agent.contract, self.agent.legal_form)

    def value(self, key: str) -> float | None:
        """The value in force, None when nothing is limited."""
        rule = self.rule(key)
        return self.agent.limits.get(key, rule.value if rule else None)

    def whole(self, key: str) -> int | None:
        """The value without its fraction."""
        value = self.value(key)
        return None if value is None else int(value)

    def turn_of_weeks(self, weeks: AlternatingWeeks | None) -> AlternatingWeeks | None:
        """The agent's turn of weeks with two days off and one: the team's, the other, or none."""
        value = self.value("alternating_weeks")
        if not value or weeks is None:
            return None
        return weeks.other_turn() if value == OTHER_TURN else weeks

    def source(self, key: str) -> Source:
        """Where the value in force comes from; an agent's own limit is an agreement, not law."""
        rule = self.rule(key)
        if rule is None or self.agent.limits.get(key, rule.value) != rule.value:
            return Source()
        return Source(rule.severity, rule.article)
