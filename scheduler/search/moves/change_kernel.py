"""What a change of one or two agents' days makes of a roster, compiled: tried, then kept or undone."""

import numpy as np
from numba import njit

from scheduler.search.moves.annealing_arrays import Annealed, Change, CompanyArrays, GraphArrays, SharedArrays
from scheduler.search.paths.path_kernel import OFF
from scheduler.search.team.team_arrays import TeamArrays
from scheduler.search.team.team_kernel import interval_cost

NO_ARC = -1


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]  # numba has no types
def arc_of(graphs: GraphArrays, family: int, node: int, shift: int) -> int:
    """The arc on which a shift or day off leaves a node; NO_ARC where it may not."""
    move = graphs.move_of[family, shift]
    first = graphs.first_arc[family] + node
    for arc in range(graphs.node_arcs[first], graphs.node_arcs[first + 1]):
        if graphs.move[graphs.first_step[family] + arc] == move:
            return int(graphs.first_step[family] + arc)
    return NO_ARC


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def follow(state: Annealed, agent: int, first: int) -> bool:
    """Note where the path of an agent's days is from a day on; whether there is one to the end."""
    family, node, shifts = state.agents.family[agent], state.node[agent, first], state.rows.shifts[agent]
    for day in range(first, shifts.size):
        state.node[agent, day] = node
        arc = arc_of(state.graphs, family, node, shifts[day])
        if arc == NO_ARC:
            return False
        node = state.graphs.target[arc]
    return True


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def own_rise(state: Annealed, change: Change, number: int, first: int, last: int) -> float:
    """Yuan by which an agent's pay and wishes rise when days `first` … `last` change; infinite where that may not be.
    Where the new path meets the old one again, the rest is as it was.
    """
    agent, graphs, rise = change.agents[number], state.graphs, 0.0
    family, node = state.agents.family[agent], state.node[agent, first]
    for day in range(first, state.rows.shifts.shape[1]):
        if day > last and node == state.node[agent, day]:
            break
        before = state.rows.shifts[agent, day]
        after = before if day > last else change.shifts[number, day]
        arc = arc_of(graphs, family, node, after)
        if arc == NO_ARC:
            return float(np.inf)
        if state.agents.premium[agent, day] != 0.0:
            old = arc_of(graphs, family, state.node[agent, day], before)
            rise += state.agents.premium[agent, day] * (graphs.extra[arc] - graphs.extra[old])
        if after != before:
            rise += state.agents.own[agent, day, after] - state.agents.own[agent, day, before]
        node = graphs.target[arc]
    return float(rise)


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def cover_rise(state: Annealed, change: Change, count: int, first: int, last: int) -> float:
    """Change presence; yuan by which cover costs more, infinite without a free seat."""
    present, rise = state.team.present, 0.0
    change.sizes[:] = 0
    for number in range(count):
        for day in range(first, last + 1):
            if change.patterns[number, day] != state.rows.patterns[change.agents[number], day]:
                _move_presence(state, change, number, day)
    for number in range(change.sizes[0]):
        interval = change.touched[number]
        if present.heads[interval] > state.team.seats:
            return float(np.inf)
        cost = interval_cost(state.team.cover, present.capacity, interval, 0, 0.0, change.room)
        change.cost[number] = cost
        rise += cost - present.cost[interval]
    return float(rise)


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _move_presence(state: Annealed, change: Change, number: int, day: int) -> None:
    """From the old pattern of a day to the new one, intervals that both cover untouched."""
    agent, team, present = change.agents[number], state.team, state.team.present
    kind = state.agents.kind[agent]
    old = _count_pattern(team, change, state.rows.patterns[agent, day], day, -1)
    new = _count_pattern(team, change, change.patterns[number, day], day, 1)
    skills = team.skills[kind]
    for interval in range(min(old[0], new[0]), max(old[1], new[1])):
        heads = change.more[interval]
        if heads == 0:
            continue
        change.more[interval], undo = 0, change.sizes[1]
        change.undo_skills[undo], change.undo_interval[undo], change.undo_heads[undo] = skills, interval, heads
        change.undo_capacity[undo], change.sizes[1] = present.capacity[skills, interval], undo + 1
        present.capacity[skills, interval] += heads * team.productivity[kind]
        present.heads[interval] += heads
        if not change.is_touched[interval]:
            change.is_touched[interval] = True
            change.touched[change.sizes[0]] = interval
            change.sizes[0] += 1


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _count_pattern(team: TeamArrays, change: Change, pattern: int, day: int, sign: int) -> tuple[int, int]:
    """Count heads of a break pattern on a day; the intervals it reaches over."""
    size, midnight = team.present.heads.size, day * team.shifts.per_day
    begin, end = size, 0
    if pattern != OFF:
        for stretch in range(team.shifts.first_stretch[pattern], team.shifts.first_stretch[pattern + 1]):
            first = midnight + team.shifts.stretches[stretch, 0]
            last = min(midnight + team.shifts.stretches[stretch, 1], size)
            begin, end = min(begin, first), max(end, last)
            for interval in range(first, last):
                change.more[interval] += sign
    return begin, end


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def settle_presence(state: Annealed, change: Change, keep: bool) -> None:
    """Keep what `cover_rise` has changed, or undo it."""
    present = state.team.present
    for number in range(change.sizes[0]):
        interval = change.touched[number]
        change.is_touched[interval] = False
        if keep:
            present.cost[interval] = change.cost[number]
    if not keep:
        for undo in range(change.sizes[1] - 1, -1, -1):
            interval = change.undo_interval[undo]
            present.capacity[change.undo_skills[undo], interval] = change.undo_capacity[undo]
            present.heads[interval] -= change.undo_heads[undo]


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def count_rise(state: Annealed, change: Change, count: int, first: int, last: int, sign: int) -> float:
    """Change what is counted, or with `sign` -1 undo it; yuan by which targets, fairness and company cost more."""
    rise = 0.0
    for target in range(state.team.targets.day.size):
        if first <= state.team.targets.day[target] <= last:
            rise += _target_rise(state, change, count, target, sign)
    for rule in range(state.shared.cost.size):
        rise += _shared_rise(state, change, count, rule, first, last, sign)
    for rule in range(state.company.price.size):
        for day in range(first, last + 1):
            rise += _company_rise(state, change, count, rule, day, sign)
    return rise


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _target_rise(state: Annealed, change: Change, count: int, target: int, sign: int) -> float:
    wanted, more = state.team.targets, 0
    for number in range(count):
        more += change.shifts[number, wanted.day[target]] == wanted.shift[target]
        more -= state.rows.shifts[change.agents[number], wanted.day[target]] == wanted.shift[target]
    if more == 0:
        return 0.0
    before = target_cost(state.team, target)
    state.team.present.counted[target] += sign * more
    return float(target_cost(state.team, target) - before)


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def target_cost(team: TeamArrays, target: int) -> float:
    """Yuan of heads short or extra on a shift."""
    extra = team.present.counted[target] - team.targets.heads[target]
    return float(team.targets.extra[target] * extra if extra > 0 else -team.targets.short[target] * extra)


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _shared_rise(state: Annealed, change: Change, count: int, rule: int, first: int, last: int, sign: int) -> float:
    shared, before, rise = state.shared, -1.0, 0.0
    for number in range(count):
        agent, more = change.agents[number], 0
        for day in range(first, last + 1):
            more += shared.counts_one[rule, day, change.shifts[number, day]]
            more -= shared.counts_one[rule, day, state.rows.shifts[agent, day]]
        if more != 0:
            before = shared_cost(shared, rule) if before < 0.0 else before
            shared.counts[rule, agent] += sign * more
    if before >= 0.0:
        rise = shared_cost(shared, rule) - before
    return rise


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def shared_cost(shared: SharedArrays, rule: int) -> float:
    """Yuan of what members share unevenly."""
    fewest, most = np.int64(1 << 30), np.int64(-1)
    for agent in range(shared.counts.shape[1]):
        if shared.member[rule, agent]:
            fewest, most = min(fewest, shared.counts[rule, agent]), max(most, shared.counts[rule, agent])
    return float(shared.cost[rule] * max(0, most - fewest))


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _company_rise(state: Annealed, change: Change, count: int, rule: int, day: int, sign: int) -> float:
    """Of the shifts of a day; on duty is from the first to the last minute of a shift."""
    company, midnight = state.company, day * state.team.shifts.per_day
    begin, end = state.team.present.heads.size, 0
    for number in range(count):
        old, new = state.rows.shifts[change.agents[number], day], change.shifts[number, day]
        for shift in (old, new):
            if shift != OFF and old != new:
                begin = min(begin, midnight + company.duty[shift, 0])
                end = max(end, min(midnight + company.duty[shift, 1], state.team.present.heads.size))
    before = company_cost(company, rule, begin, end)
    for number in range(count):
        agent = change.agents[number]
        old, new = state.rows.shifts[agent, day], change.shifts[number, day]
        if old != new:
            count_duty(company, rule, agent, old, midnight, -sign)
            count_duty(company, rule, agent, new, midnight, sign)
    return float(company_cost(company, rule, begin, end) - before)


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def company_cost(company: CompanyArrays, rule: int, begin: int, end: int) -> float:
    """Yuan of the intervals begin … end in which somebody is without company."""
    alone = 0
    for interval in range(begin, end):
        alone += company.needing[rule, interval] > 0 and company.giving[rule, interval] < company.least[rule]
    return float(company.price[rule] * alone)


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def count_duty(company: CompanyArrays, rule: int, agent: int, shift: int, midnight: int, sign: int) -> None:
    """An agent's shift comes in, or with `sign` -1 goes out."""
    if shift == OFF or not (company.needs[rule, agent] or company.gives[rule, agent]):
        return
    for interval in range(
        midnight + company.duty[shift, 0], min(midnight + company.duty[shift, 1], company.needing.shape[1])
    ):
        company.needing[rule, interval] += sign * company.needs[rule, agent]
        company.giving[rule, interval] += sign * company.gives[rule, agent]
