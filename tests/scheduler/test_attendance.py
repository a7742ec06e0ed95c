from datetime import date

from scheduler.attendance import Adherence, AttendedDay, adherence

DAYS = [date(2026, 10, day) for day in range(1, 6)]


def test_planned_and_worked_are_compared_on_the_days_reported() -> None:
    planned = {("a", DAYS[0]): 480, ("a", DAYS[1]): 480, ("a", DAYS[2]): 480, ("a", DAYS[4]): 480}
    attended = [
        AttendedDay("a", DAYS[0], None, "正常"),
        AttendedDay("a", DAYS[1], 500),
        AttendedDay("a", DAYS[2], 0, "旷工"),
        AttendedDay("a", DAYS[3], 120),
    ]
    (found,) = adherence(planned, attended)
    assert found == Adherence("a", 1440, 1100, 3, 2, (DAYS[2],), (DAYS[3],))
    assert found.share == 2 / 3


def test_an_agent_who_was_never_rostered_has_no_share() -> None:
    (found,) = adherence({}, [AttendedDay("b", DAYS[0], 0, "休息")])
    assert found.share is None
