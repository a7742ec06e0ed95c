"""The rulebook, in its order."""

from sqlalchemy import Connection

from app.project.parts.rows import Row, Tables, read_rows
from app.project.schema import RULE
from scheduler.rulebook import Rule, Rulebook
from scheduler.violation import Severity


def rule_rows(rulebook: Rulebook) -> Tables:
    """One row a rule."""
    return {RULE: [_row(position, rule) for position, rule in enumerate(rulebook.rules)]}


def _row(position: int, rule: Rule) -> Row:
    return {
        "position": position,
        "key": rule.key,
        "value": rule.value,
        "unit": rule.unit,
        "scope": rule.scope,
        "severity": rule.severity.value,
        "article": rule.article,
        "changed": rule.changed,
        "changed_on": rule.changed_on,
        "was": rule.was,
    }


def read_rulebook(connection: Connection) -> Rulebook:
    """The rulebook as stored; rules that a later program knows are not added behind the user's back."""
    return Rulebook(tuple(_rule(row) for row in read_rows(connection, RULE)))


def _rule(row: Row) -> Rule:
    own = {key: value for key, value in row.items() if key not in ("position", "severity")}
    return Rule(**own, severity=Severity(row["severity"]))
