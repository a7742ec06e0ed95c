"""Where every number of the forecast comes from."""

from collections.abc import Sequence

from app.window.formats import number_text, share_text
from app.window.tables.numbers_table import Column, NumbersTable, Row
from app.wording import words
from app.wording.names import method_name, name_of
from forecasts.source import Provenance, Source

_ = words("window")
SHARES = frozenset({"weight", "driver", "inquiry_rate", "phase_burst"})
TOKENS = {Source.MEASURED: "good", Source.ANALOG: "accent", Source.TYPED: "text", Source.ASSUMED: "policy"}
MARKS = {Source.MEASURED: "✓", Source.ANALOG: "≈", Source.TYPED: "✎", Source.ASSUMED: "?"}


def subject_name(subject: str) -> str:
    """What a number is."""
    return {
        "level": _("Level, inquiries a day"),
        "weight": _("Weight of the method"),
        "profile": _("Shape over week and clock"),
        "spread": _("Range of ordinary days"),
        "driver": _("Weight of the driver"),
        "inquiry_rate": _("Inquiry rate"),
        "lag": _("Lag behind the driver"),
        "broadcast": _("Uplift of the broadcast, ×"),
        "phase_volume": _("Volume of the phase, ×"),
        "phase_total": _("Inquiries of the phase"),
        "phase_shape": _("Shape of the phase"),
        "phase_spread": _("Range of the phase"),
        "phase_burst": _("First two hours, part of the day"),
        "phase_handling_time": _("Handling time of the phase, s"),
        "phase_max_concurrency": _("Max concurrency of the phase"),
        "growth": _("Growth over the earlier phase, ×"),
        "override": _("Changed by hand"),
    }.get(subject, subject)


def source_name(source: Source) -> str:
    """Measured, analog, typed or assumed."""
    return {
        Source.MEASURED: _("measured"),
        Source.ANALOG: _("from an earlier promotion"),
        Source.TYPED: _("typed"),
        Source.ASSUMED: _("assumed"),
    }[source]


def sources_table() -> NumbersTable:
    """The empty table."""
    return NumbersTable(_("Where the numbers come from"), source_columns())


def source_columns() -> tuple[Column, ...]:
    """What, about what, how much, from where."""
    return (
        Column(_("Number"), words=True),
        Column(_("About"), words=True, wide=True),
        Column(_("Value")),
        Column(_("Source"), words=True),
        Column(_("Learnt from"), words=True),
    )


def source_rows(sources: Sequence[Provenance]) -> list[Row]:
    """A row each; the mark and the word say the same as the colour."""
    return [
        Row(
            (
                subject_name(each.subject),
                about_text(each),
                _value(each),
                f"{MARKS[each.source]} {source_name(each.source)}",
                each.from_,
            ),
            tokens=((3, TOKENS[each.source]),),
        )
        for each in sources
    ]


def about_text(each: Provenance) -> str:
    """The method, phase, driver or broadcast; a phase's kind by its name."""
    if each.subject in {"level", "weight"}:
        return method_name(each.name)
    if each.subject.startswith("phase") or each.subject == "growth":
        promotion, _blank, kind = each.name.rpartition(" ")
        return f"{promotion} {name_of(kind)}".strip()
    return each.name


def phase_said(sources: Sequence[Provenance], promotion: str, kind: str) -> str:
    """What a phase is forecast at, with the mark of the source; empty for one outside the forecast."""
    name = f"{promotion} {kind}"
    found = [each for each in sources if each.subject in {"phase_volume", "phase_total"} and each.name == name]
    if not found or found[-1].value is None:
        return ""
    last = found[-1]
    number = f"× {number_text(last.value, 2)}" if last.subject == "phase_volume" else number_text(last.value)
    return f"{number} {MARKS[last.source]} {source_name(last.source)}"


def _value(each: Provenance) -> str:
    if each.value is None:
        return "–"
    return share_text(each.value) if each.subject in SHARES else number_text(each.value, 1 if each.value >= 20 else 2)
