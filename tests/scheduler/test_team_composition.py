from dataclasses import replace
from datetime import date, datetime

import pytest

from app.wording import choose_language, language
from app.wording.findings import sentence
from forecasts.findings import Level
from forecasts.promotion import Phase, Promotion
from scheduler.pay.balances import Account, BalanceEntry, EntryKind
from scheduler.rulebook import DEFAULT_RULEBOOK
from scheduler.shift import Shift
from scheduler.shift_lengths import shift_findings
from scheduler.team import DatedAbsence, TeamAgent
from scheduler.team_composition import composition_findings
from scheduler.time_off_findings import time_off_findings

OWN = TeamAgent("", "", skills=frozenset({"presale"}), hourly_cost=20.0)


def team(**contracts: int) -> list[TeamAgent]:
    """So many agents of each contract, all pre-sale."""
    return [
        replace(OWN, id=f"{contract}{number}", name=f"{contract}{number}", contract=contract)
        for contract, count in contracts.items()
        for number in range(count)
    ]


def codes(agents: list[TeamAgent]) -> list[str]:
    return [found.code for found in composition_findings(agents, DEFAULT_RULEBOOK)]


def test_one_in_ten_of_all_who_work_for_the_company_may_come_from_an_agency() -> None:
    assert codes(team(full_time=9, agency=1)) == []
    assert codes(team(full_time=8, agency=1)) == ["TM06"]
    assert codes(team(full_time=8, agency=1, outsourced=5)) == ["TM06"]


def test_interns_are_counted_beside_employees_in_all_and_on_a_post() -> None:
    assert codes(team(full_time=10, intern=1)) == []
    assert codes(team(full_time=10, intern=2)) == ["TM07"]
    after = [replace(agent, id=f"S{agent.id}", skills=frozenset({"aftersale"})) for agent in team(full_time=20)]
    found = composition_findings([*team(full_time=10, intern=3), *after], DEFAULT_RULEBOOK)
    assert [(one.code, one.facts.get("skill"), one.value) for one in found] == [("TM08", "presale", "30")]
    assert codes(team(intern=1)) == ["TM07", "TM08"]


def test_pay_by_the_hour_is_held_against_the_local_minimum_once_somebody_enters_it() -> None:
    agents = team(full_time=1, part_time=1)
    assert codes(agents) == []
    book = DEFAULT_RULEBOOK.with_value("min_hourly_pay", "part_time", 24.5)
    assert [(one.code, one.value) for one in composition_findings(agents, book)] == [("TM09", "20")]
    assert composition_findings([replace(agent, hourly_cost=24.5) for agent in agents], book) == []


def test_a_share_can_be_changed_or_switched_off_like_any_rule() -> None:
    agents = team(full_time=2, agency=1)
    book = DEFAULT_RULEBOOK.with_value("max_agency_percent", "", 34)
    assert composition_findings(agents, book) == []
    assert composition_findings(agents, DEFAULT_RULEBOOK.with_value("max_agency_percent", "", None)) == []


def test_a_long_shift_is_told_by_its_paid_hours_and_by_its_time_on_site() -> None:
    shifts = {s.id: s for s in (Shift("A", 480, 540, 540), Shift("B", 480, 541, 541), Shift("C", 480, 721, 480))}
    found = list(shift_findings(shifts, DEFAULT_RULEBOOK))
    assert [(one.code, one.value, one.level) for one in found] == [
        ("TM10", "B", Level.WARNING),
        ("TM11", "C", Level.WARNING),
    ]
    assert "劳动法 41" in sentence(found[0])
    off = DEFAULT_RULEBOOK.with_value("told_from_minutes_on_site", "", None)
    assert [one.code for one in shift_findings(shifts, off)] == ["TM10"]


def test_leave_during_a_promotion_is_told_once_it_is_frozen() -> None:
    leave = DatedAbsence(datetime(2026, 11, 10), datetime(2026, 11, 11))
    agents = [replace(OWN, id="1", name="客服01", absences=(leave,)), replace(OWN, id="2", name="客服02")]
    phase = Phase("opening", datetime(2026, 11, 10, 20), datetime(2026, 11, 11, 2))
    later = Phase("opening", datetime(2026, 11, 11), datetime(2026, 11, 11, 2))
    sales = [Promotion("双11", (phase,)), Promotion("其他", (later,))]
    assert list(time_off_findings(agents, sales, date(2026, 11, 5), DEFAULT_RULEBOOK)) == []
    book = DEFAULT_RULEBOOK.with_value("leave_frozen_in_promotions", "", 1)
    (found,) = time_off_findings(agents, sales, date(2026, 11, 5), book)
    assert (found.code, found.facts["promotion"], found.facts["names"]) == ("TM12", "双11", ["客服01"])
    assert "双11" in sentence(found)


def test_lieu_time_is_told_when_more_than_three_days_are_owed() -> None:
    def owed(minutes: int) -> list[str]:
        entry = BalanceEntry(Account.LIEU, EntryKind.OPENING, date(2026, 11, 1), minutes)
        agents = [replace(OWN, id="1", name="客服01", balances=(entry,))]
        return [one.code for one in time_off_findings(agents, [], date(2026, 11, 5), DEFAULT_RULEBOOK)]

    assert (owed(1440), owed(1500)) == ([], ["TM13"])


@pytest.mark.parametrize("spoken", ["en", "zh_CN"])
def test_each_is_a_warning_with_its_article_in_both_languages(spoken: str) -> None:
    before = language()
    choose_language(spoken)
    try:
        book = DEFAULT_RULEBOOK.with_value("min_hourly_pay", "part_time", 24.5)
        found = composition_findings(team(full_time=2, agency=1, intern=1, part_time=1), book)
        assert [one.code for one in found] == ["TM06", "TM07", "TM08", "TM09"]
        assert {one.level for one in found} == {Level.WARNING}
        for one in found:
            said = sentence(one)
            assert str(one.facts["article"]) in said
            assert "—" not in said
            assert ("%" in said) == (one.code != "TM09")
    finally:
        choose_language(before)
