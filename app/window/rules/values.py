"""How the values of the rulebook are read and typed: hours for minutes, yes and no, a dash for what is switched off."""

from dataclasses import replace

from app.window.roster.short_texts import compact
from app.window.tables.values_model import Field
from app.wording import words
from app.wording.names import listed
from app.wording.rulebook import scope_name, severity_name, unit_name, value_name
from scheduler.rulebook import DEFAULT_RULEBOOK, Rule, Rulebook
from scheduler.violation import Severity

_ = words("window")

OFF = "–"


def fields() -> tuple[Field, ...]:
    """The columns of the table; value and gravity can be edited."""
    return (
        Field(_("Rule"), lambda rule: value_name(rule.key)),
        Field(_("For"), lambda rule: scope_name(rule.scope)),
        Field(_("Value"), shown, edited, words=False),
        Field(_("Unit"), lambda rule: unit_name(rule.unit)),
        Field(_("Gravity"), lambda rule: severity_name(rule.severity), _graver, _gravities),
        Field(_("Source"), lambda rule: rule.article or _("the team's own")),
        Field(_("Changed"), lambda rule: _("by hand") if rule.changed else ""),
    )


def shown(rule: Rule) -> str:
    """A value as people read it."""
    if rule.value is None:
        return OFF
    if rule.unit == "on":
        return _("yes") if rule.value else _("no")
    return compact(rule.value / 60, 2) if rule.unit == "minute" else compact(rule.value, 2)


def edited(rule: Rule, text: str) -> Rule:
    """The rule with a value typed. Raises ValueError with a sentence for what is none."""
    return replace(rule, value=_typed(rule, text.strip()), changed=True)


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
    return replace(rule, severity=named[text], changed=True)


def default_of(rule: Rule) -> Rule:
    """The rule as a new project has it; itself when a new project has none."""
    same = (one for one in DEFAULT_RULEBOOK.rules if (one.key, one.scope) == (rule.key, rule.scope))
    return next(same, rule)


def searched(book: Rulebook, needle: str) -> tuple[Rule, ...]:
    """The rules whose words contain the needle."""
    wanted = needle.strip().casefold()
    return tuple(
        rule
        for rule in book.rules
        if wanted in f"{value_name(rule.key)} {scope_name(rule.scope)} {rule.article} {rule.key}".casefold()
    )
