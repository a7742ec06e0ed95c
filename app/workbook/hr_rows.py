"""What HR wants to know of each agent and month, as figures."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.project.effective import team_of
from app.workbook.agent_hours import NIGHT_TAG
from app.workbook.hr_attended import attended_figures
from app.workbook.hr_balances import balance_figures
from app.workbook.hr_figures import Figure
from app.workbook.shift_look import ShiftKind, shift_kind
from app.workbook.team_plan import TeamPlan, TeamRow
from scheduler.agent import Agent
from scheduler.alternating_weeks import AlternatingWeeks
from scheduler.pay.agent_pay import AgentPay, Month, agent_pay, statutory_days_worked
from scheduler.pay.balances import Account, BalanceEntry
from scheduler.pay.basis import PayBasis, pay_basis
from scheduler.pay.days_owed import days_owed
from scheduler.pay.paid_minutes import wage
from scheduler.pay.roster_balances import roster_entries
from scheduler.pay.run import longest_run, run_until
from scheduler.pay.terms import COMPREHENSIVE, FLEXIBLE, PART_TIME, STANDARD, pay_terms
from scheduler.team import TeamAgent

BY_THE_HOUR = (PART_TIME, "student")
OWING_DAYS = (STANDARD, COMPREHENSIVE, FLEXIBLE)


@dataclass(frozen=True, slots=True)
class HrRow:
    """An agent's row with what is known of them; one who has left the team has no hours system and no wage.
    `entries`: their accounts of lieu time and leave, with what the roster adds; `kept`: those the team keeps.
    """

    row: TeamRow
    agent: Agent
    legal_form: str
    hourly_cost: float
    pay: AgentPay
    basis: PayBasis
    entries: tuple[BalanceEntry, ...] = ()
    kept: frozenset[Account] = frozenset()

    @property
    def by_the_hour(self) -> bool:
        """Whether they are settled by the hour and owe no days: part-time in the law's or the team's word."""
        return self.legal_form in BY_THE_HOUR or self.row.contract == PART_TIME

    @property
    def owes_days(self) -> bool:
        """Whether the calendar's work days are owed; a provider's agents owe what the provider promised."""
        return self.legal_form in OWING_DAYS and not self.by_the_hour


def hr_rows(plan: TeamPlan) -> tuple[HrRow, ...]:
    """Every agent, in the order of the roster."""
    team = {agent.id: agent for agent in team_of(plan.project, plan.project.scenario(plan.version.scenario))}
    basis = pay_basis(plan.project.rulebook, plan.calendar)
    return tuple(_row(plan, row, team.get(row.agent_id), basis) for row in plan.rows)


def _row(plan: TeamPlan, row: TeamRow, member: TeamAgent | None, basis: PayBasis) -> HrRow:
    agent, form = plan.problem.agents[row.agent_id], member.legal_form if member else ""
    terms = pay_terms(form, agent.contract, plan.project.rulebook)
    pay = agent_pay(plan.problem, plan.version.solution.roster, agent, terms, basis)
    if member is None:
        return HrRow(row, agent, form, 0.0, pay, basis)
    entries = (*member.balances, *roster_entries(plan.horizon, member, pay, basis.in_lieu, basis.calendar))
    kept = frozenset(entry.account for entry in member.balances)
    return HrRow(row, agent, form, member.hourly_cost, pay, basis, entries, kept)


def month_figures(plan: TeamPlan, row: HrRow, month: Month, days: tuple[int, ...]) -> Mapping[str, Figure]:
    """One agent's month: days as counts, time in hours; None where a figure does not apply."""
    worked = [day for day in days if day in row.row.shifts]
    away = len((row.row.absent - row.row.shifts.keys()) & set(days))
    dates_planned = [plan.horizon.day(day) for day in days]
    owed = days_owed(dates_planned, _turn(plan, row.agent), plan.calendar) if row.owes_days else None
    dates = statutory_days_worked(row.pay, month)
    kinds = [plan.problem.shifts[row.row.shifts[day]] for day in worked]
    return {
        **_hours(row, month),
        **balance_figures(row.entries, plan.horizon, days, row.kept),
        **attended_figures(plan, row.row, days),
        "days": len(days),
        "owed": owed,
        "worked": len(worked),
        "off": len(days) - len(worked) - away,
        "away": away,
        "statutory_days": " ".join(f"{day.month}/{day.day}" for day in dates),
        "run": _longest_run(row, days),
        "middles": sum(shift_kind(shift) is ShiftKind.MIDDLE for shift in kinds),
        "nights": sum(NIGHT_TAG in shift.tags for shift in kinds),
    }


def _turn(plan: TeamPlan, agent: Agent) -> AlternatingWeeks | None:
    """The agent's own turn of the weeks; the team's where the project's rules, made earlier, do not speak of it."""
    spoken_of = plan.project.rulebook.rule("alternating_weeks", agent.contract) is not None
    return agent.alternating_weeks if spoken_of else plan.project.alternating_weeks


def _hours(row: HrRow, month: Month) -> dict[str, Figure]:
    account, left = row.pay.account(month), row.pay.left_in_month(month)
    nights = [shift.worked.night for shift in row.pay.of_month(month)]
    return {
        "total": account.total / 60,
        "standard": account.standard / 60,
        "overtime": account.overtime / 60,
        "rest_day": account.rest_day / 60,
        "statutory": account.statutory / 60,
        "extra": account.extra / 60,
        "left": None if left is None else left / 60,
        "touching": sum(minutes > 0 for minutes in nights),
        "night_hours": sum(nights) / 60,
        "rate": row.hourly_cost,
        "pay": wage(account, row.pay.terms, row.hourly_cost, row.basis.in_lieu),
    }


def _longest_run(row: HrRow, days: tuple[int, ...]) -> int:
    """The longest of the month, one that began in the month before counted whole."""
    before = run_until(row.row.shifts, days[0] - 1, row.agent.carry_in.consecutive_days)
    return longest_run([day - days[0] for day in days if day in row.row.shifts], before)
