"""The rules page: every value with its source, edited and judged at once."""

from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.window.formats import dated_text, number_text
from app.window.frame.main_window import MainWindow
from app.window.rules.effect import effect_text
from app.window.rules.page import RulesPage
from app.window.rules.values import edited, fields, origin, searched, shown
from app.wording.rulebook import SCOPES, UNITS, VALUES
from scheduler.rulebook import DEFAULT_RULEBOOK, EDITION, Rule, Rulebook
from scheduler.violation import Severity
from tests.there import there
from tests.window.shown import page_of, project_of


def test_every_value_of_a_new_project_has_a_name_and_a_unit() -> None:
    assert {rule.key for rule in DEFAULT_RULEBOOK.rules} == set(VALUES)
    assert {rule.unit for rule in DEFAULT_RULEBOOK.rules} <= set(UNITS)
    assert "standard" in SCOPES


def test_minutes_are_read_and_typed_in_hours_and_what_is_read_can_be_typed_again() -> None:
    for rule in DEFAULT_RULEBOOK.rules:
        again = edited(rule, shown(rule))
        assert again.value == pytest.approx(rule.value, abs=0.5) if rule.value is not None else again.value is None
    assert edited(Rule("min_rest_minutes", 660, "minute"), "12").value == 720


def test_a_dash_switches_a_rule_off() -> None:
    assert edited(Rule("min_rest_minutes", 660, "minute"), "–").value is None


@pytest.mark.parametrize(("unit", "text"), [("minute", "elf"), ("day", "-3"), ("on", "perhaps")])
def test_what_is_no_value_is_refused_with_a_sentence(unit: str, text: str) -> None:
    with pytest.raises(ValueError, match="。"):
        edited(Rule("min_rest_minutes", 660, unit), text)


def test_rules_are_found_by_name_article_and_scope() -> None:
    assert {rule.key for rule in searched(DEFAULT_RULEBOOK, "劳动合同法 68")} >= {"max_minutes_per_week"}
    assert {rule.scope for rule in searched(DEFAULT_RULEBOOK, "全职")} == {"full_time"}


def test_a_value_typed_is_stored_undone_and_told_with_its_effect(opened: MainWindow) -> None:
    opened.go("rules")
    page = page_of(opened, RulesPage)
    table = there(page.table)
    model = table.model
    row = next(n for n, rule in enumerate(table.values) if rule.key == "min_rest_minutes")
    column = [field.name for field in fields()].index("数值")
    assert model.setData(model.index(row, column), "14", Qt.ItemDataRole.EditRole)
    QApplication.processEvents()
    rule = there(project_of(opened.document).rulebook.rule("min_rest_minutes"))
    assert (rule.value, rule.changed) == (840, True)
    assert "违规" in opened.message.text
    told = model.index(row, len(fields()) - 1).data()
    assert told == f"{dated_text(date.today())} 手工改，原值 11"
    page.only_changed.click()
    assert [rule.key for rule in table.values] == ["min_rest_minutes"]
    page.only_changed.click()
    opened.document.undo()
    assert project_of(opened.document).rulebook.value("min_rest_minutes") == 660
    assert not page.only_changed.isEnabled()


def test_the_effect_of_a_rule_is_counted_from_what_the_roster_page_shows(opened: MainWindow) -> None:
    project = project_of(opened.document)
    opened.document.change("少一人", replace(project, team=project.team[:-1]))
    cost = there(opened.document.judged).cost.total
    view = there(opened.document.view)
    book = view.project.rulebook
    told = effect_text(view, book, book, opened.document.judged)
    assert f"{number_text(cost)} 元（±0）" in told


def test_nothing_can_be_optimised_from_the_rules_of_a_project_without_a_team(
    window: MainWindow, empty_path: Path
) -> None:
    assert window.acts.open_path(empty_path)
    window.go("rules")
    assert not there(window.page.primary).isEnabled()


def test_a_rule_goes_back_to_what_a_new_project_has(opened: MainWindow) -> None:
    opened.go("rules")
    page = page_of(opened, RulesPage)
    table = there(page.table)
    row = next(n for n, rule in enumerate(table.values) if rule.key == "surplus_cost")
    model = table.model
    column = [field.name for field in fields()].index("数值")
    model.setData(model.index(row, column), "5", Qt.ItemDataRole.EditRole)
    QApplication.processEvents()
    table.table.setCurrentIndex(model.index(row, column))
    page._reset()
    assert project_of(opened.document).rulebook.value("surplus_cost") == 1.0


def test_a_project_of_an_earlier_program_can_take_the_new_rules_as_one_step(opened: MainWindow) -> None:
    opened.go("rules")
    page, project = page_of(opened, RulesPage), project_of(opened.document)
    assert page.add_new.isHidden()
    older = Rulebook(tuple(rule for rule in project.rulebook.rules if rule.key != "min_leads"))
    opened.document.change("旧版", replace(project, rulebook=older))
    assert "1" in page.add_new.text()
    page.add_new.click()
    assert project_of(opened.document).rulebook.value("min_leads") == 1
    assert page.add_new.isHidden()
    opened.document.undo()
    assert project_of(opened.document).rulebook == older


def test_a_value_says_where_it_comes_from_and_typed_back_it_is_the_default_again() -> None:
    usual = next(rule for rule in DEFAULT_RULEBOOK.rules if rule.key == "min_rest_minutes")
    assert EDITION in origin(usual)
    assert EDITION not in origin(replace(usual, value=480))
    changed = edited(edited(usual, "12"), "13")
    assert (changed.value, changed.was, changed.changed_on) == (780, 660, date.today())
    assert origin(replace(usual, value=720, changed=True)) == "手工改过"
    assert edited(changed, "11") == usual


def test_the_edition_is_another_one_whenever_a_default_changes() -> None:
    """When this fails a default has changed: give EDITION another name, then write the new digest here."""
    said = repr([(r.key, r.value, r.unit, r.scope, Severity(r.severity), r.article) for r in DEFAULT_RULEBOOK.rules])
    assert (EDITION, sha256(said.encode()).hexdigest()[:12]) == ("2026.11.2", "bb5c45ada328")
