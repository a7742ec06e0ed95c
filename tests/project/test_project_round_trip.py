from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.project.attendance_names import AttendanceName, AttendanceSystem, NamedThing
from app.project.batch import ImportBatch
from app.project.drawn_lesson import DrawnLesson
from app.project.file import ProjectFile
from app.project.import_answers import Asked, ImportAnswer
from app.project.project import Project, Scenario
from app.project.waiver import Waiver
from forecasts.broadcast import Broadcast
from forecasts.day_kinds import DayKind
from forecasts.driver import Driver
from forecasts.history import Counts, History, SeriesKey
from forecasts.horizon import Horizon
from forecasts.kept import Kept
from forecasts.lag_kernel import LagKernel
from forecasts.outlook import Actuals, Outlook
from forecasts.overrides import Override
from forecasts.promotion import Phase, Promotion
from scheduler.alternating_weeks import AlternatingWeeks
from scheduler.attendance import AttendedDay
from scheduler.past_roster import PastDay
from scheduler.pay.balances import Account, BalanceEntry, EntryKind
from scheduler.rulebook import Rule, Rulebook
from scheduler.shift import Break, Shift
from scheduler.staffing.exam_window import ExamWindow
from scheduler.staffing.goals import Goals, ServiceGoal
from scheduler.team import DatedAbsence, DatedProtection, DatedRequest, Protection, TeamAgent
from scheduler.violation import Severity
from tests.project.project_samples import HORIZON

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=6)
names = texts.filter(bool)
numbers = st.floats(-1e9, 1e9)
maybe = st.none() | numbers
whole = st.integers(0, 2880)
moments = st.datetimes(datetime(2010, 1, 1), datetime(2040, 1, 1))
days = st.dates(date(2010, 1, 1), date(2040, 1, 1))
name_sets = st.frozensets(names, max_size=3)


def several(strategy: st.SearchStrategy, size: int = 3) -> st.SearchStrategy:
    return st.lists(strategy, max_size=size).map(tuple)


shifts = st.builds(
    Shift,
    names,
    whole,
    whole,
    whole,
    several(st.builds(Break, whole, whole, whole)),
    name_sets,
    texts,
    texts,
    key=texts,
)
agents = st.builds(
    TeamAgent,
    names,
    texts,
    texts,
    contract=texts,
    legal_form=texts,
    roles=st.frozensets(st.sampled_from(["lead", "mentor"])),
    protections=several(st.builds(DatedProtection, st.sampled_from(Protection), st.none() | days, st.none() | days)),
    skills=name_sets,
    productivity=numbers,
    hourly_cost=numbers,
    hired=st.none() | days,
    shifts=st.none() | name_sets,
    limits=st.dictionaries(names, numbers, max_size=2),
    consecutive_days_before=whole,
    last_shift_end=st.none() | moments,
    absences=several(st.builds(DatedAbsence, moments, moments, texts)),
    requests=several(st.builds(DatedRequest, days, st.none() | names, st.sampled_from(["on", "off"]), numbers)),
    balances=several(st.builds(BalanceEntry, st.sampled_from(Account), st.sampled_from(EntryKind), days, whole, texts)),
)
rules = st.builds(
    Rule, names, maybe, texts, texts, st.sampled_from(Severity), texts, st.booleans(), st.none() | days, maybe
)
service = st.builds(ServiceGoal, maybe, numbers, maybe, maybe, maybe, maybe, maybe)
windows = st.builds(ExamWindow, texts, names, whole, whole, st.lists(whole, max_size=3).map(tuple), numbers, numbers)
goals = st.builds(
    Goals,
    *(whole, numbers, numbers, numbers, numbers, numbers, numbers, whole, names, service),
    *(texts, numbers, numbers, numbers, numbers, several(windows), numbers, texts, texts),
)
minutes = st.lists(st.integers(-(10**6), 10**8), min_size=1, max_size=6, unique=True).map(sorted)
counts = minutes.map(lambda found: Counts(np.array(found, dtype="datetime64[m]"), np.linspace(0, 7, len(found))))
counted = st.dictionaries(st.builds(SeriesKey, texts, names), counts, max_size=2)
spans = st.tuples(moments, st.timedeltas(timedelta(minutes=1), timedelta(days=9)))
positive = st.floats(0, 1e6)
kernels = st.lists(st.floats(0, 9), min_size=1, max_size=14).filter(any).map(lambda shares: LagKernel(tuple(shares)))
broadcasts = st.builds(
    lambda name, span, host, uplift, skill: Broadcast(name, span[0], span[0] + span[1], host, uplift, skill),
    texts, spans, texts, st.none() | positive, texts,
)  # fmt: skip
overrides = st.builds(
    lambda span, number, shape, skill, note: Override(
        span[0], span[0] + span[1], **{shape: number}, skill=skill, note=note
    ),
    spans, positive, st.sampled_from(["inquiries", "factor"]), texts, texts,
)  # fmt: skip
outlooks = st.builds(
    Outlook,
    several(st.builds(Driver, texts, counts, texts, texts, st.booleans(), st.none() | kernels)),
    several(broadcasts),
    several(overrides),
    st.none() | st.builds(Actuals, moments, st.builds(History, st.sampled_from([15, 30, 60]), counted)),
    st.dictionaries(days, st.sampled_from(DayKind), max_size=3),
    several(st.builds(Kept, texts, texts, st.none() | days)),
    st.dictionaries(days, texts, max_size=3),
)


def of_days(kind: type, *parts: st.SearchStrategy) -> st.SearchStrategy:
    """One for each agent and day, in that order."""
    found = st.lists(st.builds(kind, names, days, *parts), max_size=4, unique_by=lambda each: (each.agent, each.day))
    return found.map(lambda those: tuple(sorted(those, key=lambda each: (each.agent.encode(), each.day))))


promotions = st.builds(
    Promotion,
    texts,
    several(
        st.builds(
            Phase,
            *(texts, moments, moments, maybe, maybe, several(texts), maybe, several(numbers)),
            several(st.tuples(texts, numbers)),
            several(st.tuples(texts, numbers)),
        )
    ),
)
projects = st.builds(
    Project,
    texts,
    st.builds(Horizon, days, st.integers(1, 400), st.sampled_from([15, 30, 60])),
    st.none() | whole,
    promotions=several(promotions),
    team=st.lists(agents, max_size=4, unique_by=lambda agent: agent.id).map(tuple),
    shifts=st.lists(shifts, max_size=4).map(lambda found: {shift.id: shift for shift in found}),
    rulebook=several(rules).map(Rulebook),
    goals=st.dictionaries(names, goals, max_size=2),
    scenarios=st.lists(
        st.builds(Scenario, names, numbers, st.dictionaries(names, st.integers(-9, 9), max_size=2)),
        max_size=3,
        unique_by=lambda scenario: scenario.name,
    ).map(tuple),
    alternating_weeks=st.none() | st.builds(AlternatingWeeks, days),
    attendance_names=several(
        st.builds(AttendanceName, st.sampled_from(AttendanceSystem), st.sampled_from(NamedThing), texts, texts)
    ),
    import_answers=several(st.builds(ImportAnswer, st.sampled_from(Asked), texts, texts)),
    waivers=several(st.builds(Waiver, texts, texts, texts, st.none() | days, texts)),
    outlook=outlooks,
    past=of_days(PastDay, texts),
    lessons=several(st.builds(DrawnLesson, texts, texts, texts, numbers, numbers)),
    attended=of_days(AttendedDay, st.none() | st.integers(0, 2000), texts),
)


@pytest.fixture(scope="module")
def open_file(tmp_path_factory: pytest.TempPathFactory) -> ProjectFile:
    return ProjectFile.create(Path(tmp_path_factory.mktemp("round")) / "a.peakroster", Project("", HORIZON))


@given(projects)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_project_reads_back_equal(open_file: ProjectFile, project: Project) -> None:
    open_file.change("any", project)
    with ProjectFile.open(open_file.path) as other:
        assert replace(other.read(), history=project.history) == project


starts = st.lists(st.integers(-(10**6), 10**6), min_size=1, max_size=20, unique=True).map(sorted)
histories = st.dictionaries(
    st.builds(SeriesKey, texts, names),
    starts.map(lambda found: np.array(found, dtype="datetime64[m]")).map(
        lambda found: Counts(found, np.linspace(0, 7, len(found)))
    ),
    min_size=1,
    max_size=3,
).map(lambda series: History(30, series))


@given(histories)
@settings(max_examples=30, deadline=None)
def test_any_history_reads_back_equal(open_file: ProjectFile, history: History) -> None:
    number = open_file.add_batch(ImportBatch("any.csv"), history)
    assert open_file.read().history == history
    open_file.remove_batch(number)
