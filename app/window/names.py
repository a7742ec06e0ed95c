"""What people call the things that have ids: skills, contracts, phases, goals, steps."""

from collections.abc import Callable, Iterable, Mapping

from app.project.project import BASE_SCENARIO
from app.wording import words

_ = words("window")


def skill_name(skill: str) -> str:
    """A skill; one of the team's own is called as it is."""
    return _named(SKILLS, skill)


def contract_name(contract: str) -> str:
    """A contract kind."""
    return _named(CONTRACTS, contract)


def phase_name(kind: str) -> str:
    """A phase of a promotion."""
    return _named(PHASES, kind)


def goal_name(goal: str) -> str:
    """The goal that decided a requirement, "" for none."""
    return _named(GOALS, goal)


def step_name(step: str) -> str:
    """A step of the rail."""
    return _named(STEPS, step)


def scenario_name(name: str) -> str:
    """A scenario; the base scenario has a word in each language, others are called as the user did."""
    return _("Base") if name == BASE_SCENARIO else name


def method_name(method: str) -> str:
    """How a forecast was made; its parts stand with a plus between."""
    return " + ".join(_named(METHODS, part.strip()) for part in method.split("+"))


def in_order(skills: Iterable[str]) -> tuple[str, ...]:
    """Skills as the work meets them: before the sale, in it, after it, then the team's own."""
    known = list(SKILLS)
    return tuple(sorted(skills, key=lambda skill: (known.index(skill) if skill in known else len(known), skill)))


def _named(names: Mapping[str, Callable[[], str]], key: str) -> str:
    return names[key]() if key in names else key


SKILLS = {
    "presale": lambda: _("Pre-sale"),
    "in_sale": lambda: _("In-sale"),
    "aftersale": lambda: _("After-sale"),
    "live": lambda: _("Live"),
}
CONTRACTS = {
    "full_time": lambda: _("Full-time"),
    "part_time": lambda: _("Part-time"),
    "outsourced": lambda: _("Outsourced"),
    "intern": lambda: _("Intern"),
    "agency": lambda: _("Agency"),
}
PHASES = {
    "warm_up": lambda: _("Warm-up"),
    "deposit": lambda: _("Deposit"),
    "balance": lambda: _("Balance payment"),
    "opening": lambda: _("Opening"),
    "main_day": lambda: _("Main day"),
    "spot_sale": lambda: _("Spot sale"),
    "shipping": lambda: _("Shipping"),
    "returns": lambda: _("Returns peak"),
}
METHODS = {
    "blend": lambda: _("blend of methods"),
    "core10": lambda: _("recent level by weekday"),
    "promotions": lambda: _("promotions learnt"),
}
GOALS = {
    "service_level": lambda: _("Service level"),
    "average_response": lambda: _("Average response"),
    "reply_rate": lambda: _("Reply rate"),
    "slow_share": lambda: _("Slow replies"),
    "minimum_present": lambda: _("Minimum present"),
}
STEPS = {
    "history": lambda: _("History"),
    "forecast": lambda: _("Forecast"),
    "requirement": lambda: _("Requirements"),
    "team": lambda: _("Team"),
    "roster": lambda: _("Roster"),
    "comparison": lambda: _("Compare"),
    "export": lambda: _("Export"),
}
