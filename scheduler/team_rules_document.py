"""What a problem may say about the whole team beyond the public format; see docs/problem-format.md."""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta

from forecasts.findings import Level
from forecasts.horizon import Horizon, Numbers
from scheduler.agent import Agent
from scheduler.document_fields import Fields, Findings
from scheduler.problem import Companion, Problem, Source
from scheduler.violation import Severity

Document = dict[str, object]


def read_companions(fields: Fields, agents: Mapping[str, Agent], findings: Findings) -> tuple[Companion, ...]:
    """Who must not be on duty without whom."""
    tags = {tag for agent in agents.values() for tag in agent.tags}
    found = []
    for child in fields.children("companions"):
        companion, of = child.text("companion", required=True), child.text("of") or None
        for key, tag in (("companion", companion), ("of", of)):
            if tag and tag not in tags:
                findings.add("RP33", child.at(key), tag, level=Level.WARNING)
        least = child.whole("least", least=1) or 1
        found.append(Companion(companion, of, least, child.number("cost") if child.has("cost") else None))
    return tuple(found)


def read_no_break(fields: Fields, horizon: Horizon, findings: Findings) -> tuple[tuple[int, int], ...]:
    """Spans without breaks, in minutes from the horizon's start."""
    spans = []
    for child in fields.children("no_break"):
        start, end = child.moment("from"), child.moment("to")
        if start is None or end is None:
            continue
        if end <= start:
            findings.add("RP34", child.path, f"{start:%Y-%m-%dT%H:%M} … {end:%Y-%m-%dT%H:%M}")
        spans.append((horizon.minute(start), horizon.minute(end)))
    return tuple(spans)


def read_sources(fields: Fields) -> dict[tuple[str, str], Source]:
    """Where rules come from."""
    sources = {}
    for child in fields.children("sources"):
        severity = child.one_of("severity", [str(s) for s in Severity]) or Severity.POLICY
        key = child.text("rule", required=True), child.text("scope")
        sources[key] = Source(Severity(str(severity)), child.text("article"))
    return sources


def read_fairness_days(child: Fields, horizon: Horizon, findings: Findings) -> frozenset[int] | None:
    """The days that count; None for all."""
    if not child.has("days"):
        return None
    days = set()
    for position, day in enumerate(child.items("days")):
        if isinstance(day, bool) or not isinstance(day, int) or not 0 <= day < horizon.days:
            findings.add("RP11", f"{child.at('days')}[{position}]", day, days=horizon.days)
        else:
            days.add(day)
    return frozenset(days)


def read_fairness_before(child: Fields, agents: Collection[str], findings: Findings) -> dict[str, int]:
    """Shifts counted in earlier months by agent."""
    inner = child.mapping("before")
    fields = Fields(inner, child.at("before"), findings)
    before = {}
    for agent in inner:
        count = fields.whole(agent)
        if agent not in agents:
            findings.add("RP35", fields.at(agent), agent)
        before[agent] = count or 0
    return before


def write_team_rules(problem: Problem) -> Document:
    """What `read_…` above turn back into the same rules."""
    start = problem.horizon.start
    return {
        "companions": [_write_companion(rule) for rule in problem.companions],
        "no_break": [
            {"from": _moment(start + timedelta(minutes=first)), "to": _moment(start + timedelta(minutes=last))}
            for first, last in problem.no_break
        ],
        "load_levels": [
            {"weight": level.weight, "requirement": _curves(level.requirement)} for level in problem.load_levels
        ],
        "sources": [
            {"rule": rule}
            | ({"scope": scope} if scope else {})
            | {"severity": str(source.severity)}
            | ({"article": source.article} if source.article else {})
            for (rule, scope), source in problem.sources.items()
        ],
    }


def _write_companion(rule: Companion) -> Document:
    document: Document = {"companion": rule.companion}
    if rule.of is not None:
        document["of"] = rule.of
    if rule.least != 1:
        document["least"] = rule.least
    if rule.cost is not None:
        document["cost"] = rule.cost
    return document


def _curves(curves: Mapping[str, Numbers]) -> Document:
    return {skill: curve.tolist() for skill, curve in curves.items()}


def _moment(moment: datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%M}"
