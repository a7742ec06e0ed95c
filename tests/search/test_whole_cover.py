"""The bound on cover by whole agents, against every presence that there can be."""

from collections import Counter
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.cover import matchings
from scheduler.hall import Skills
from scheduler.kind import Kind
from scheduler.problem import Problem
from scheduler.search.bound.covers import Covers
from scheduler.search.bound.price_groups import PriceGroups, by_cuts, by_kinds
from scheduler.search.bound.prices import Relaxation
from scheduler.search.improvement.insertion import Insertion
from tests.search.small_team import small_team


def few_heads(problem: Problem, most: int) -> dict[Kind, int]:
    """Some agents of each kind."""
    return {kind: min(heads, most) for kind, heads in Counter(Insertion(problem).kinds.values()).items()}


def prices_of(problem: Problem, relaxation: Relaxation, seed: int) -> np.ndarray:
    """Random prices of cuts, those of sets not all required left at nothing."""
    random = np.random.default_rng(seed)
    prices = random.random((len(relaxation.cuts), problem.horizon.intervals)) * 40.0 / len(relaxation.cuts)
    for cut, row in zip(relaxation.cuts, prices, strict=True):
        row[np.min([problem.requirement[skill] for skill in cut], axis=0) <= 0] = 0.0
    return prices


def cuts_reaching(relaxation: Relaxation, prices: np.ndarray, part: int, kind: int) -> np.ndarray:
    """What a standard agent of a kind is paid in a part of the skills at these prices of cuts."""
    skills = list(relaxation.kinds)[kind].skills & set(relaxation.parts[part])
    return np.asarray(np.sum([row for cut, row in zip(relaxation.cuts, prices, strict=True) if cut & skills], axis=0))


def enumerated(problem: Problem, relaxation: Relaxation, groups: PriceGroups, prices: np.ndarray) -> np.ndarray:
    """Least cost of shortage and presence by interval, over all presences of whole agents."""
    parts = matchings(problem, [kind.skills for kind in relaxation.kinds])
    hours, least = problem.horizon.interval_hours, np.full(problem.horizon.intervals, np.inf)
    required = np.sum(list(problem.requirement.values()), axis=0)
    for heads in product(*(range(count + 1) for count in relaxation.kinds.values())):
        capacity: dict[Skills, np.ndarray] = {}
        paid = np.zeros(problem.horizon.intervals)
        for number, (kind, count) in enumerate(zip(relaxation.kinds, heads, strict=True)):
            there = np.full(problem.horizon.intervals, count * kind.productivity)
            capacity[kind.skills] = capacity.get(kind.skills, np.zeros_like(there)) + there
            paid += there * prices[groups.reaches[:, number]].sum(axis=0)
        found = [part.match(capacity) for part in parts]
        covered = np.sum([done.sum(axis=0) for done, _ in found], axis=0)
        short = np.sum([cost for _, cost in found], axis=0) + problem.surplus_cost * hours * (required - covered)
        least = np.minimum(least, short + paid)
    return least


@given(seed=st.integers(0, 60))
@settings(max_examples=15, deadline=None)
def test_no_presence_of_whole_agents_costs_less_than_the_bound_says(seed: int) -> None:
    problem = small_team(seed)
    relaxation = Relaxation(problem, few_heads(problem, 2))
    prices = prices_of(problem, relaxation, seed)
    value, _ = relaxation.whole.least(prices)
    assert (value.sum(axis=0) <= enumerated(problem, relaxation, by_cuts(relaxation), prices) + 1e-6).all()


@given(seed=st.integers(0, 60))
@settings(max_examples=15, deadline=None)
def test_heads_counted_the_bound_is_the_least_cost_of_all_presences(seed: int) -> None:
    problem = small_team(seed)
    relaxation = Relaxation(problem, few_heads(problem, 2))
    of_cuts = prices_of(problem, relaxation, seed)
    groups = by_kinds(relaxation)
    assert groups is not None
    own = np.array([cuts_reaching(relaxation, of_cuts, *member) for member in groups.members])
    counted, _ = groups.least(own)
    assert (counted >= relaxation.whole.least(of_cuts)[0] - 1e-6).all()
    for paid in (own, own * np.random.default_rng(seed).uniform(0.5, 1.5, own.shape)):
        assert groups.least(paid)[0].sum(axis=0) == pytest.approx(enumerated(problem, relaxation, groups, paid))


@given(seed=st.integers(0, 60))
@settings(max_examples=15, deadline=None)
def test_a_presence_told_costs_as_much_at_the_prices_it_was_found_at(seed: int) -> None:
    problem = small_team(seed)
    relaxation = Relaxation(problem, few_heads(problem, 3))
    for groups in (by_cuts(relaxation), by_kinds(relaxation)):
        assert groups is not None
        prices = groups.highest * np.random.default_rng(seed).uniform(0.0, 0.6, groups.highest.shape)
        value, present = groups.least(prices)
        covers = Covers(groups.mine, value.shape[1])
        covers.add_all(prices, value, present)
        mix = covers.arrays()
        costs = mix.cost + (prices[:, mix.interval].T * mix.present).sum(axis=1)
        assert costs == pytest.approx(value.ravel()[mix.place])
        assert (mix.cost >= -1e-6).all()


def test_large_teams_are_not_counted_head_by_head() -> None:
    problem = small_team(1)
    skill = next(iter(problem.requirement))
    assert by_kinds(Relaxation(problem, {Kind(frozenset((skill,)), 1.0): 3})) is not None
    many = {Kind(frozenset((skill,)), worth): 100 for worth in (0.6, 0.8, 1.0)}
    assert by_kinds(Relaxation(problem, many)) is None


def test_a_fifth_of_an_agent_is_not_there_to_be_had() -> None:
    problem = small_team(1)
    skill = next(iter(problem.requirement))
    relaxation = Relaxation(problem, {Kind(frozenset((skill,)), 1.0): 3})
    prices = np.full((len(relaxation.cuts), problem.horizon.intervals), 10.0)
    value, present = relaxation.whole.least(prices)
    position = relaxation.cuts.index(frozenset((skill,)))
    assert np.allclose(present[position], np.round(present[position]))
    assert value.shape == (len(relaxation.parts), problem.horizon.intervals)
