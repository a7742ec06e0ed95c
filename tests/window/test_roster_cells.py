from collections.abc import Sequence
from dataclasses import replace

from app.window.roster.cells import MET, MISSED, Cell, cells_of_agent, gravest, is_met
from app.window.roster.shift_tones import Tone
from scheduler.agent import Absence, Agent, Lock, Request
from scheduler.roster import Assignment, Roster
from scheduler.violation import Severity, Violation
from tests.window.roster_sample import sample_problem, sample_project


def cells(
    agent: Agent, assignments: Sequence[Assignment] = (), violations: Sequence[Violation] = (), judged: bool = True
) -> dict[tuple[str, int], Cell]:
    problem = replace(sample_problem(sample_project(1, 7)), agents={agent.id: agent})
    roster, locked = Roster.of(assignments), frozenset(lock.day for lock in agent.locks)
    shifts = {day: roster.shift(agent.id, day) for day in range(7)}
    return cells_of_agent(problem, agent, shifts, violations, locked, judged)


def test_a_worked_day_shows_code_hours_and_tone() -> None:
    look = cells(Agent("A"), [Assignment("A", 2, "L", (19 * 60,))])["A", 2].look
    assert (look.code, look.times, look.tone) == ("晚", "16–1", Tone.LATE)


def test_a_day_off_without_anything_is_no_cell_at_all() -> None:
    assert cells(Agent("A"), [Assignment("A", 2, "L")]).keys() == {("A", 2)}


def test_leave_is_grey_and_a_few_hours_away_leave_the_shift_visible() -> None:
    agent = Agent("A", absences=(Absence(day=1), Absence(start=2 * 1440 + 600, end=3 * 1440)))
    made = cells(agent, [Assignment("A", 2, "E")])
    assert (made["A", 1].look.code, made["A", 1].look.tone, made["A", 1].away) == ("假", Tone.LEAVE, True)
    assert made["A", 2].look.partly_away
    assert made["A", 2].look.code == "早"
    assert ("A", 3) not in made


def test_a_lock_shows_on_a_shift_and_on_a_day_off() -> None:
    made = cells(Agent("A", locks=(Lock(0, "E"), Lock(1, None))), [Assignment("A", 0, "E")])
    assert made["A", 0].look.locked
    assert made["A", 1].look.locked
    assert made["A", 1].look.code == ""


def test_wishes_are_marked_met_or_missed_only_once_there_is_a_roster() -> None:
    agent = Agent("A", requests=(Request(0, "E", "on", 1.0), Request(1, None, "off", 1.0)))
    made = cells(agent, [Assignment("A", 0, "E"), Assignment("A", 1, "L")])
    assert made["A", 0].look.request == MET
    assert made["A", 1].look.request == MISSED
    assert cells(agent, judged=False)["A", 0].look.request == ""


def test_a_wish_for_any_shift_is_met_by_any() -> None:
    assert is_met(Request(0, None, "on", 1.0), "E")
    assert not is_met(Request(0, None, "on", 1.0), None)
    assert is_met(Request(0, "E", "off", 1.0), "L")
    assert not is_met(Request(0, "E", "off", 1.0), "E")


def test_the_gravest_violation_marks_the_cell() -> None:
    found = [Violation("a", "A", 3, severity=Severity.HINT), Violation("b", "A", 3, severity=Severity.LAW)]
    cell = cells(Agent("A"), violations=found)["A", 3]
    assert cell.look.severity is Severity.LAW
    assert len(cell.violations) == 2
    assert gravest([]) is None


def test_a_violation_of_a_whole_agent_marks_no_cell() -> None:
    assert not cells(Agent("A"), violations=[Violation("a", "A", None)])


def test_a_shift_that_the_problem_does_not_know_shows_its_id() -> None:
    assert cells(Agent("A"), [Assignment("A", 0, "X9")])["A", 0].look.code == "X9"


def test_equal_looks_are_one_object_so_that_they_share_a_picture() -> None:
    made = cells(Agent("A"), [Assignment("A", 0, "E"), Assignment("A", 4, "E")])
    assert made["A", 0].look is made["A", 4].look
