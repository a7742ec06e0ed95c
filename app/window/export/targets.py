"""What a roster can be written as."""

from dataclasses import dataclass

from app.wording import words

_ = words("window")


@dataclass(frozen=True, slots=True)
class Target:
    """A format of the command `export`: its name and a note for people, the file's suffix, "" for a folder."""

    format: str
    name: str
    note: str
    suffix: str


def targets() -> tuple[Target, ...]:
    """Every target, the team's workbook first."""
    return (
        Target(
            "team",
            _("Team workbook (.xlsx)"),
            _("roster, staffing, peaks, hours, shift legend and notes; no wages"),
            "xlsx",
        ),
        Target(
            "hr", _("HR workbook (.xlsx)"), _("planned hours by multiple, nights, part-time weeks, sign-off"), "xlsx"
        ),
        Target("csv", _("Long table (.csv)"), _("one row per agent and day, for other programs"), "csv"),
        Target("text", _("Texts (.txt)"), _("one line per agent, to send in a chat"), "txt"),
        Target("ics", _("Calendars (folder of .ics)"), _("one calendar per agent, for phones"), ""),
    )
