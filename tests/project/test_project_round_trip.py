from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from project_samples import HORIZON

from app.project.batch import ImportBatch
from app.project.file import ProjectFile
from app.project.project import Project, Scenario
from forecasts.history import Counts, History, SeriesKey
from forecasts.horizon import Horizon
from forecasts.promotion import Phase, Promotion
from scheduler.rulebook import Rule, Rulebook
from scheduler.shift import Break, Shift
from scheduler.staffing.goals import Goals, ServiceGoal
from scheduler.team import DatedAbsence, DatedRequest, TeamAgent
from scheduler.violation import Severity

texts = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x00"), max_size=6)
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
    Shift, names, whole, whole, whole, several(st.builds(Break, whole, whole, whole)), name_sets, texts, texts
)
agents = st.builds(
    TeamAgent,
    names,
    texts,
    texts,
    contract=texts,
    legal_form=texts,
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
)
rules = st.builds(Rule, names, maybe, texts, texts, st.sampled_from(Severity), texts, st.booleans())
service = st.builds(ServiceGoal, maybe, numbers, maybe, maybe, maybe)
goals = st.builds(Goals, whole, numbers, numbers, numbers, numbers, numbers, numbers, whole, names, service)
projects = st.builds(
    Project,
    texts,
    st.builds(Horizon, days, st.integers(1, 400), st.sampled_from([15, 30, 60])),
    st.none() | whole,
    promotions=several(st.builds(Promotion, texts, several(st.builds(Phase, texts, moments, moments, maybe, maybe)))),
    team=st.lists(agents, max_size=4, unique_by=lambda agent: agent.id).map(tuple),
    shifts=st.lists(shifts, max_size=4).map(lambda found: {shift.id: shift for shift in found}),
    rulebook=several(rules).map(Rulebook),
    goals=st.dictionaries(names, goals, max_size=2),
    scenarios=st.lists(
        st.builds(Scenario, names, numbers, st.dictionaries(names, st.integers(-9, 9), max_size=2)),
        max_size=3,
        unique_by=lambda scenario: scenario.name,
    ).map(tuple),
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
