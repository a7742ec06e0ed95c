"""The columns of the team's table: what each says, what it is ordered by, and what typing into it makes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from app.window.formats import number_text
from app.window.roster.rows import in_usual_order
from app.window.roster.short_texts import compact, duties_name, skills_name
from app.window.tables.typed import typed_number
from app.window.tables.values_model import Field
from app.window.team.facts import away_days
from app.wording import words
from app.wording.names import CONTRACTS, SKILLS, listed, name_of
from forecasts.horizon import Horizon
from scheduler.shift import Shift
from scheduler.team import TeamAgent

_ = words("window")

ROLES = ("lead", "mentor")
BETWEEN = "·、，, /"
"""What stands between several words in one cell."""


@dataclass(frozen=True, slots=True)
class TeamColumn:
    """`field` says it and takes what is typed; `order` is what numbers are ordered by."""

    field: Field
    order: Callable[[TeamAgent], float] | None = None


def columns_of(shifts: Mapping[str, Shift], horizon: Horizon) -> tuple[TeamColumn, ...]:
    """The columns in the reader's language."""

    def away(agent: TeamAgent) -> int:
        return len(away_days(agent.absences, horizon))

    def wishes(agent: TeamAgent) -> int:
        return sum(0 <= horizon.day_number(wish.day) < horizon.days for wish in agent.requests)

    return (
        TeamColumn(Field(_("Name"), lambda agent: agent.name or agent.id, _put("name"))),
        TeamColumn(Field(_("Id"), lambda agent: agent.id)),
        TeamColumn(Field(_("Team"), lambda agent: agent.group, _put("group"))),
        TeamColumn(Field(_("Contract"), lambda agent: name_of(agent.contract), _with_contract, _contracts)),
        TeamColumn(Field(_("Duty"), lambda agent: duties_name(tuple(sorted(agent.roles))), _with_roles, _roles)),
        TeamColumn(
            Field(_("Skill"), lambda agent: skills_name(in_usual_order(agent.skills)), _with_skills, _skills),
        ),
        _number(_("Productivity"), "productivity", lambda value: number_text(value, 1)),
        _number(_("Yuan/h"), "hourly_cost", compact),
        TeamColumn(Field(_("Shifts"), lambda agent: shifts_text(agent, shifts), _shifts_of(shifts))),
        TeamColumn(Field(_("Away, d"), lambda agent: str(away(agent) or ""), words=False), away),
        TeamColumn(Field(_("Requests"), lambda agent: str(wishes(agent) or ""), words=False), wishes),
    )


def shifts_text(agent: TeamAgent, shifts: Mapping[str, Shift]) -> str:
    """Codes of the shifts an agent may work, in the project's order."""
    if agent.shifts is None:
        return _("all")
    return " ".join(shift.code or shift.id for shift in shifts.values() if shift.id in agent.shifts)


def _put(key: str) -> Callable[[TeamAgent, str], TeamAgent]:
    def put(agent: TeamAgent, text: str) -> TeamAgent:
        changed: dict[str, Any] = {key: text}
        return replace(agent, **changed)

    return put


def _number(title: str, key: str, shown: Callable[[float], str]) -> TeamColumn:
    def put(agent: TeamAgent, text: str) -> TeamAgent:
        changed: dict[str, Any] = {key: typed_number(text, none=False)}
        return replace(agent, **changed)

    def value(agent: TeamAgent) -> float:
        return float(getattr(agent, key))

    return TeamColumn(Field(title, lambda agent: shown(value(agent)), put, words=False), value)


def _split(text: str) -> list[str]:
    for between in BETWEEN:
        text = text.replace(between, " ")
    return text.split()


def _id_of(text: str, known: Mapping[str, object]) -> str:
    """The id of a word people use; a word of the team's own stands for itself."""
    return next((key for key in known if text in {key, name_of(key)}), text)


def _contracts() -> tuple[str, ...]:
    return tuple(name_of(contract) for contract in CONTRACTS)


def _with_contract(agent: TeamAgent, text: str) -> TeamAgent:
    if not text:
        raise ValueError(_("Write the contract, such as {names}.").format(names=listed(_contracts())))
    return replace(agent, contract=_id_of(text, CONTRACTS))


def _skills() -> tuple[str, ...]:
    return (*(name_of(skill) for skill in SKILLS), skills_name(("presale", "aftersale")))


def _with_skills(agent: TeamAgent, text: str) -> TeamAgent:
    found = frozenset(_id_of(word, SKILLS) for word in _split(text))
    if not found:
        raise ValueError(_("Write at least one skill, such as {names}.").format(names=listed(_skills())))
    return replace(agent, skills=found)


def _roles() -> tuple[str, ...]:
    return ("–", *(duties_name((role,)) for role in ROLES), duties_name(ROLES))


def _with_roles(agent: TeamAgent, text: str) -> TeamAgent:
    named = {duties_name((role,)): role for role in ROLES}
    wanted = [word for word in _split(text) if word not in {"–", "-"}]
    unknown = [word for word in wanted if word not in named and word not in ROLES]
    if unknown:
        raise ValueError(_("Choose one of: {names}.").format(names=listed(named)))
    return replace(agent, roles=frozenset(named.get(word, word) for word in wanted))


def _shifts_of(shifts: Mapping[str, Shift]) -> Callable[[TeamAgent, str], TeamAgent]:
    """Codes of shifts, or that all may be worked."""
    codes = {shift.code or shift.id: shift.id for shift in shifts.values()}

    def put(agent: TeamAgent, text: str) -> TeamAgent:
        if text in {"", _("all")}:
            return replace(agent, shifts=None)
        unknown = [word for word in _split(text) if word not in codes]
        if unknown:
            told = _("There is no shift {codes}. Shifts: {known}.")
            raise ValueError(told.format(codes=listed(unknown), known=listed(codes)))
        return replace(agent, shifts=frozenset(codes[word] for word in _split(text)))

    return put
