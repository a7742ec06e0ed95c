"""Words for ids: skills, contracts, phases, weekdays and kinds of day. A team's own word stands as it is."""

from collections.abc import Iterable
from datetime import date

from app.project.version import PlanVersion, VersionState
from app.wording import N_, language, words
from forecasts.day_kinds import DayKind, day_kind

_ = words("workbook")

SKILLS = {
    "presale": N_("Pre-sale"),
    "in_sale": N_("In-sale"),
    "aftersale": N_("After-sale"),
    "live": N_("Live"),
}
CONTRACTS = {
    "full_time": N_("Full-time"),
    "part_time": N_("Part-time"),
    "outsourced": N_("Outsourced"),
    "intern": N_("Intern"),
    "agency": N_("Agency"),
}
PHASES = {
    "warm_up": N_("Warm-up"),
    "deposit": N_("Deposit"),
    "balance": N_("Balance"),
    "opening": N_("Opening"),
    "spot_sale": N_("Spot sale"),
    "shipping": N_("Shipping"),
    "returns": N_("Returns"),
}
WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))
DAY_MARKS = {
    DayKind.STATUTORY: N_("Hol"),
    DayKind.SWAPPED_OFF: N_("Off"),
    DayKind.WEEKEND: N_("Off"),
    DayKind.MAKEUP_WORK: N_("Work"),
    DayKind.ORDINARY: "",
}
"""What the header says under a day: statutory holiday, rest day or make-up work day."""


def skill_word(skill: str) -> str:
    """A skill as people say it."""
    return _(SKILLS[skill]) if skill in SKILLS else skill


def skill_words(skills: Iterable[str]) -> str:
    """Several skills, in the order of the product, the team's own last."""
    return list_words(skill_word(skill) for skill in sorted(skills, key=skill_rank))


def skill_rank(skill: str) -> tuple[int, str]:
    """Where a skill stands among others."""
    known = list(SKILLS)
    return (known.index(skill) if skill in known else len(known), skill)


def list_words(names: Iterable[str]) -> str:
    """Names one after the other."""
    return ("、" if language() == "zh_CN" else ", ").join(names)


def contract_word(contract: str) -> str:
    """A contract as people say it."""
    return _(CONTRACTS[contract]) if contract in CONTRACTS else contract


def phase_word(kind: str) -> str:
    """A phase kind as people say it."""
    return _(PHASES[kind]) if kind in PHASES else kind


def weekday_word(day: date) -> str:
    """`一` … `日`, `Mon` … `Sun`."""
    return _(WEEKDAYS[day.weekday()])


def day_mark(day: date) -> str:
    """休, 节 or 班; empty on an ordinary day."""
    mark = DAY_MARKS[day_kind(day)]
    return _(mark) if mark else ""


def is_rest_day(day: date) -> bool:
    """Whether its weekday stands in red."""
    return day_kind(day) in (DayKind.STATUTORY, DayKind.SWAPPED_OFF, DayKind.WEEKEND)


def state_word(version: PlanVersion) -> str:
    """草稿 or 已发布."""
    return _("Draft") if version.state is VersionState.DRAFT else _("Published")


def version_word(version: PlanVersion) -> str:
    """`v3 · 草稿`."""
    return f"v{version.number} · {state_word(version)}"
