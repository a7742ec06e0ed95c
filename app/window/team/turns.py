"""Whose turn of the weeks (大小周) is whose: agent by agent, as the team, the other way round, or every week alike."""

from collections.abc import Mapping
from dataclasses import replace

from app.project.project import Project
from app.window.tables.list_editor import ListEditor
from app.window.tables.values_model import Field
from app.wording import words
from app.wording.names import listed, name_of
from scheduler.agent_rules import OTHER_TURN, AgentRules
from scheduler.rulebook import DEFAULT_RULEBOOK, Rulebook
from scheduler.team import TeamAgent

_ = words("window")

KEY = "alternating_weeks"
ALIKE, AS_TEAM = 0.0, 1.0


def turns() -> Mapping[str, float]:
    """What an agent's turn is called, to the value of the agent's own limit."""
    return {
        _("as the team"): AS_TEAM,
        _("the other week"): float(OTHER_TURN),
        _("every week alike"): ALIKE,
    }


def turn_list(project: Project) -> ListEditor:
    """The table of agents with their turn; who comes and goes is the team page's matter."""
    book = with_turns(project.rulebook)
    fields = (
        Field(_("Agent"), lambda agent: agent.name or agent.id),
        Field(_("Contract"), lambda agent: name_of(agent.contract)),
        Field(
            _("Two days off"),
            lambda agent: _shown(agent, book),
            lambda agent, text: _with_turn(agent, book, text),
            lambda: tuple(turns()),
        ),
    )
    made = ListEditor(_("Turn of each agent"), fields, None, _("Nobody is in the team yet."))
    made.delete.hide()
    return made


def with_turns(book: Rulebook) -> Rulebook:
    """The book with the rule about alternating weeks, which those made by earlier programs do not have."""
    if any(rule.key == KEY for rule in book.rules):
        return book
    return Rulebook((*book.rules, *(rule for rule in DEFAULT_RULEBOOK.rules if rule.key == KEY)))


def _shown(agent: TeamAgent, book: Rulebook) -> str:
    value = AgentRules(agent, book).value(KEY) or ALIKE
    return next(word for word, meant in turns().items() if meant == value)


def _with_turn(agent: TeamAgent, book: Rulebook, text: str) -> TeamAgent:
    """The agent with a turn of their own; what the contract says needs no own limit."""
    if text not in turns():
        raise ValueError(_("“{text}” is none of: {words}.").format(text=text, words=listed(turns())))
    others = {key: value for key, value in agent.limits.items() if key != KEY}
    usual = AgentRules(replace(agent, limits=others), book).value(KEY) or ALIKE
    wanted = turns()[text]
    return replace(agent, limits=others if wanted == usual else {**others, KEY: wanted})
