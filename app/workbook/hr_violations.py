"""Violations of a version as HR reads them: rule, source, who, when, by how much, gravest first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from app.project.effective import team_of
from app.project.waiver import reason_of
from app.wording import N_, words
from app.wording.amounts import hours
from app.wording.findings import sentence
from app.wording.rulebook import value_name
from app.wording.rules import rule_name, violation_sentence
from app.workbook.hr_rows import HrRow
from app.workbook.team_plan import TeamPlan
from scheduler.checks import check
from scheduler.pay.agent_pay import months_of
from scheduler.pay.part_time import settlements
from scheduler.pay.terms import PART_TIME, pay_terms
from scheduler.rulebook import Rule
from scheduler.team_composition import composition_findings
from scheduler.violation import Severity, Violation

_ = words("workbook")

SEVERITIES = {Severity.LAW: N_("Against the law"), Severity.POLICY: N_("Against team rules"), Severity.HINT: N_("Hint")}


@dataclass(frozen=True, slots=True)
class Line:
    """One violation in words; `article` is empty for the team's own rules, `reason` for one that nobody accepted."""

    severity: Severity
    rule: str
    article: str
    agent: str
    day: date | None
    sentence: str
    reason: str = ""


def violation_lines(plan: TeamPlan, rows: Iterable[HrRow]) -> list[Line]:
    """What the check of the roster finds, then what the month's and the settled span's accounts find besides."""
    by_agent = {row.row.agent_id: row for row in rows}
    found = check(plan.problem, plan.version.solution.roster)
    lines = [_line(plan, by_agent, violation) for violation in found]
    told = {violation.agent for violation in found if violation.rule == "max_minutes_in_days"}
    for agent, row in by_agent.items():
        lines += [] if agent in told else [*_months(plan, row), *_averages(plan, row)]
    lines += _composition(plan)
    order = list(Severity)
    return sorted(lines, key=lambda line: (order.index(line.severity), line.day or date.min))


def _line(plan: TeamPlan, rows: dict[str, HrRow], violation: Violation) -> Line:
    def name(agent_id: str) -> str:
        return rows[agent_id].row.name if agent_id in rows else agent_id

    return Line(
        severity=violation.severity,
        rule=rule_name(violation.rule),
        article=violation.article,
        agent=name(violation.agent),
        day=None if violation.day is None else plan.horizon.day(violation.day),
        sentence=violation_sentence(violation, name, lambda day: f"{plan.horizon.day(day):%m-%d}"),
        reason=reason_of(plan.project.waivers, plan.version.scenario, violation, plan.horizon),
    )


def _months(plan: TeamPlan, row: HrRow) -> Iterator[Line]:
    """Months whose overtime passes the limit."""
    rule = row.pay.terms.rules.get("max_overtime_minutes_per_month")
    for year, month in months_of(plan.problem):
        left = row.pay.left_in_month((year, month))
        if rule is None or left is None or left >= 0:
            continue
        planned = row.pay.account((year, month)).extra / 60
        text = _("{agent}, {month}: {hours:.1f} hours of overtime planned, {over:.1f} more than the month allows.")
        sentence = text.format(agent=row.row.name, month=f"{year}-{month:02d}", hours=planned, over=-left / 60)
        yield _of_rule(rule, _("Overtime of a month"), row, None, sentence)


def _averages(plan: TeamPlan, row: HrRow) -> Iterator[Line]:
    """Settled spans whose average day is too long."""
    terms = pay_terms(PART_TIME, row.row.contract, plan.project.rulebook)
    rule = terms.rules.get("max_average_minutes_per_day")
    if rule is None or not row.by_the_hour:
        return
    for span in settlements(plan.problem, [shift.worked for shift in row.pay.shifts], terms):
        if span.over > 0 and span.limit is not None:
            first, last = plan.horizon.day(span.days[0]), plan.horizon.day(span.days[-1])
            text = _("{agent}, {first} – {last}: {average:.1f} hours a day on average, at most {limit} are allowed.")
            sentence = text.format(
                agent=row.row.name,
                first=f"{first:%m-%d}",
                last=f"{last:%m-%d}",
                average=span.measured / 60,
                limit=hours(span.limit),
            )
            yield _of_rule(rule, _("Average day of part-time work"), row, first, sentence)


def _composition(plan: TeamPlan) -> Iterator[Line]:
    """What the law has against the team's make-up."""
    team = team_of(plan.project, plan.project.scenario(plan.version.scenario))
    for found in composition_findings(team, plan.project.rulebook):
        article, gravity = str(found.facts["article"]), Severity(str(found.facts["severity"]))
        agent = str(found.facts.get("agent", ""))
        yield Line(gravity, value_name(str(found.facts["rule"])), article, agent, None, sentence(found))


def _of_rule(rule: Rule, name: str, row: HrRow, day: date | None, sentence: str) -> Line:
    return Line(rule.severity, name, rule.article, row.row.name, day, sentence)
