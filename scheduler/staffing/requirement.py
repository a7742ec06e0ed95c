"""Required agents per interval and the service predicted with them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from forecasts.horizon import Horizon, Numbers

QUANTILES = ("p50", "p80", "p90")
ERLANG_C, ERLANG_A = "erlang_c", "erlang_a"
VALUE, DEFERRABLE = "value", "deferrable"
"""Names of `SkillRequirement.curves`."""


def exam_curve(number: int) -> str:
    """Name of the curve of an exam window, by its place among the skill's."""
    return f"exam_{number}"


@dataclass(frozen=True, slots=True)
class Service:
    """What a given staffing gives, arrays of shape (intervals,). NaN where no inquiry is expected.

    `lost` counts customers who leave before the first reply; `backlog` chats waiting at the interval's end.
    """

    service_level: Numbers
    first_response_seconds: Numbers
    average_response_seconds: Numbers
    reply_rate: Numbers
    backlog: Numbers
    lost: Numbers
    utilisation: Numbers


@dataclass(frozen=True, slots=True)
class SkillRequirement:
    """One skill over the horizon. `base`: standard agents at work on inquiries; `requirement`: base ÷ (1 - shrinkage),
    unrounded, what the roster must cover; `binding_goal`: the goal that decided, "" where none did.

    `curves`: further arrays by name, where they were asked for: the requirement at `p50`, `p80`, `p90`; that of the
    baselines `erlang_c` and `erlang_a`; `value`, yuan per agent-hour short; `deferrable`, the base
    agents on work that may wait; the share each exam window measures.
    """

    base: Numbers
    requirement: Numbers
    binding_goal: tuple[str, ...]
    service: Service
    curves: Mapping[str, Numbers] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Requirement:
    """Every skill's requirement over a horizon. Never add skills: pools differ (glossary trap 6)."""

    horizon: Horizon
    skills: Mapping[str, SkillRequirement]

    def __iter__(self) -> Iterator[tuple[str, SkillRequirement]]:
        """Skills in order of their id."""
        return iter(sorted(self.skills.items()))
