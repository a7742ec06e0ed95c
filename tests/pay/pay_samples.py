"""One agent's days as codes, paid under any hours system."""

from datetime import date

from forecasts.horizon import Horizon
from scheduler.agent import Absence, Agent, CarryIn
from scheduler.pay.agent_pay import AgentPay, agent_pay
from scheduler.pay.basis import PayBasis
from scheduler.pay.terms import pay_terms
from scheduler.problem import Problem
from scheduler.roster import Assignment, Roster
from scheduler.rulebook import DEFAULT_RULEBOOK, Rulebook
from scheduler.shift import Break, Shift

LUNCH = (Break(60, 600, 900),)
SHIFTS = {
    "D": Shift("D", 540, 540, 480, LUNCH),  # 09:00–18:00, an hour's unpaid break
    "T": Shift("T", 540, 660, 600, LUNCH),  # ten paid hours
    "S": Shift("S", 540, 460, 400, LUNCH),  # 6 h 40 min
    "H": Shift("H", 1080, 240, 240),  # 18:00–22:00
    "N": Shift("N", 1320, 480, 480),  # 22:00–06:00
    "M": Shift("M", 1290, 480, 480),  # 21:30–05:30
    "B": Shift("B", 1320, 540, 480, (Break(60, 1500, 1560),)),  # 22:00–07:00, break after midnight
}
FIRST_BREAK = {"D": (720,), "T": (720,), "S": (720,), "B": (1500,)}


def problem_of(days: int, first: date, agent: Agent) -> Problem:
    return Problem(Horizon(first, days, 30), SHIFTS, {agent.id: agent})


def paid(
    codes: str,
    first: date,
    form: str = "standard",
    contract: str = "full_time",
    basis: PayBasis | None = None,
    carry: CarryIn | None = None,
    away: tuple[int, ...] = (),
    rulebook: Rulebook = DEFAULT_RULEBOOK,
) -> AgentPay:
    """`codes`: one letter a day, a dot is a day off."""
    absences = tuple(Absence(day=day) for day in away)
    agent = Agent("A", contract, absences=absences, carry_in=carry or CarryIn())
    problem = problem_of(len(codes), first, agent)
    cells = [Assignment("A", day, code, FIRST_BREAK.get(code, ())) for day, code in enumerate(codes) if code != "."]
    return agent_pay(problem, Roster.of(cells), agent, pay_terms(form, contract, rulebook), basis)


def hours(pay: AgentPay) -> tuple[float, float, float, float]:
    """Standard, overtime, rest-day and statutory hours of the horizon."""
    parts = [shift.minutes for shift in pay.shifts]
    return (
        sum(part.standard for part in parts) / 60,
        sum(part.overtime for part in parts) / 60,
        sum(part.rest_day for part in parts) / 60,
        sum(part.statutory for part in parts) / 60,
    )
