"""One rule broken at one place."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """`law` against the law, `policy` against the team's own rules, `hint` worth a look."""

    LAW = "law"
    POLICY = "policy"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Violation:
    """`rule` is the catalogue's name; `facts` say by how much, in the rule's own unit, for the sentence."""

    rule: str
    agent: str = ""
    day: int | None = None
    interval: int | None = None
    facts: Mapping[str, object] = field(default_factory=dict)
    severity: Severity = Severity.POLICY
    article: str = ""
