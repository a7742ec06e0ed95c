from PySide6.QtCore import QRectF

from app.window.jobs.progress import JobProgress
from app.window.roster.search_curve import Scale, lines_of, since


def told(seconds: float, objective: float | None, bound: float | None) -> JobProgress:
    return JobProgress(seconds=seconds, objective=objective, bound=bound)


def test_lines_begin_with_the_first_roster_and_reach_to_now() -> None:
    costs, bounds = lines_of([told(1, None, 10), told(3, 100, 20), told(5, 80, 20), told(9, 80, 60)])
    assert costs == [(3, 100), (5, 80), (9, 80), (9, 80)]
    assert bounds == [(3, 20), (5, 20), (9, 60), (9, 60)]


def test_nothing_is_drawn_before_there_is_a_roster() -> None:
    assert lines_of([told(1, None, 10)]) == ([], [])
    assert lines_of([]) == ([], [])


def test_a_bound_that_comes_late_begins_where_it_came() -> None:
    costs, bounds = lines_of([told(1, 100, None), told(4, 90, 50)])
    assert bounds[0] == (4.0, 50.0)
    assert since(costs, 4) == [(4, 90)]
    assert since(costs, 2) == [(2, 100), (4, 90), (4, 90)]


def test_cost_stays_above_the_bound_in_the_picture() -> None:
    costs, bounds = lines_of([told(1, 500, 10), told(2, 100, 80), told(8, 95, 90)])
    scale = Scale.of(QRectF(0, 0, 200, 60), costs, bounds)
    assert scale.steps(costs)[-1].y() < scale.steps(bounds)[-1].y()
    for corner in (*scale.steps(costs), *scale.steps(bounds)):
        assert 0 <= corner.x() <= 200
        assert 0 <= corner.y() <= 60
