"""How the values of the rulebook are read and typed: hours for minutes, yes and no, a dash for what is switched off."""

from datetime import date

from app.window.formats import dated_text
from app.window.roster.short_texts import compact
from app.window.tables.values_model import Field
from app.wording import words
from app.wording.names import listed
from app.wording.rulebook import scope_name, severity_name, unit_name, value_name
from scheduler.rulebook import DEFAULT_RULEBOOK, EDITION, Rule, Rulebook
from scheduler.violation import Severity

_ = words("window")

OFF = "–"


def fields() -> tuple[Field, ...]:
    """The columns of the table; value and severity can be edited."""
    return (
        Field(_("Rule"), lambda rule: value_name(rule.key)),
        Field(_("For"), lambda rule: scope_name(rule.scope)),
        Field(_("Value"), shown, edited, words=False),
        Field(_("Unit"), lambda rule: unit_name(rule.unit)),
        Field(_("Severity"), lambda rule: severity_name(rule.severity), _graver, _gravities),
        Field(_("Source"), lambda rule: rule.article or _("the team's own")),
        Field(_("Value from"), origin),
    )


def shown(rule: Rule) -> str:
    """A value as people read it."""
    return _value_text(rule, rule.value)


def _value_text(rule: Rule, value: float | None) -> str:
    if value is None:
        return OFF
    if rule.unit == "on":
        return _("yes") if value else _("no")
    return compact(value / 60, 2) if rule.unit == "minute" else compact(value, 2)


def origin(rule: Rule) -> str:
    """Where a value comes from: the defaults of this program or of an earlier one, or somebody's hand, when, and what
    it was before.
    """
    if rule.changed and rule.changed_on is None:
        return _("changed by hand")
    if rule.changed_on is None:
        known = rule in DEFAULT_RULEBOOK.rules
        return _("rulebook {edition}").format(edition=EDITION) if known else _("an earlier rulebook")
    day = dated_text(rule.changed_on)
    if rule.value == rule.was:  # only its gravity
        return _("by hand {day}").format(day=day)
    return _("by hand {day}, was {value}").format(day=day, value=_value_text(rule, rule.was))


def edited(rule: Rule, text: str) -> Rule:
    """The rule with a value typed. Raises ValueError with a sentence for what is none."""
    return _by_hand(rule, _typed(rule, text.strip()), rule.severity)


def _typed(rule: Rule, text: str) -> float | None:
    if text in {"", OFF, "-"}:
        return None
    if rule.unit == "on":
        if text not in {_("yes"), _("no"), "1", "0"}:
            raise ValueError(_("Write yes or no."))
        return float(text in {_("yes"), "1"})
    try:
        number = float(text.replace(",", ""))
    except ValueError:
        raise ValueError(_("“{text}” is not a number; – switches the rule off.").format(text=text)) from None
    if number < 0:
        raise ValueError(_("A value of at least 0 is needed; – switches the rule off."))
    return number * 60 if rule.unit == "minute" else number


def _gravities() -> tuple[str, ...]:
    return tuple(severity_name(severity) for severity in Severity)


def _graver(rule: Rule, text: str) -> Rule:
    named = {severity_name(severity): severity for severity in Severity}
    if text not in named:
        raise ValueError(_("Choose one of: {names}.").format(names=listed(named)))
    return _by_hand(rule, rule.value, named[text])


def _by_hand(rule: Rule, value: float | None, severity: Severity) -> Rule:
    """The rule as typed today; typed back to the default it is the default again."""
    usual = default_of(rule)
    if (usual.value, usual.severity) == (value, severity):
        return usual
    return rule.by_hand(date.today(), value, severity)


def default_of(rule: Rule) -> Rule:
    """The rule as a new project has it; itself when a new project has none."""
    same = (one for one in DEFAULT_RULEBOOK.rules if (one.key, one.scope) == (rule.key, rule.scope))
    return next(same, rule)


def new_rules(book: Rulebook) -> tuple[Rule, ...]:
    """The rules of a new project that a book does not have."""
    known = {(rule.key, rule.scope) for rule in book.rules}
    return tuple(rule for rule in DEFAULT_RULEBOOK.rules if (rule.key, rule.scope) not in known)


def searched(book: Rulebook, needle: str, only_changed: bool = False) -> tuple[Rule, ...]:
    """The rules whose words contain the needle, perhaps only those changed by hand."""
    wanted = needle.strip().casefold()
    return tuple(
        rule
        for rule in book.rules
        if (rule.changed or not only_changed)
        and wanted in f"{value_name(rule.key)} {scope_name(rule.scope)} {rule.article} {rule.key}".casefold()
    )
