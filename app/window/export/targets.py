"""What a roster can be written as."""

from dataclasses import dataclass

from app.wording import words

_ = words("window")


@dataclass(frozen=True, slots=True)
class Target:
    """A format of the command `export`: its name and a note for people, the file's suffix, "" for a folder. `wages`:
    whether yuan may stand in it; `text`: whether it is a table of plain text; `attendance`: whether it is for an
    attendance system; `template`: what the file to fill or follow is called, "" for none.
    """

    format: str
    name: str
    note: str
    suffix: str
    wages: bool = False
    text: bool = False
    attendance: bool = False
    template: str = ""


def targets() -> tuple[Target, ...]:
    """Every target, the team's workbook first. Bodies of requests are for those who script: the command line."""
    return (
        Target("team", _("Team workbook (.xlsx)"), _("roster, staffing, charts, hours, legend and notes"), "xlsx"),
        Target("own", _("Own look (.xlsx)"), _("in the look of the workbook your team has"), "xlsx", template=_look()),
        Target("pdf", _("Pages to print (.pdf)"), _("the roster on A4 or A3, for the wall"), "pdf"),
        Target("png", _("Pictures (folder of .png)"), _("a week each, large enough for a phone"), ""),
        Target("text", _("Texts (.txt)"), _("a line per agent, and whom a change concerns"), "txt"),
        Target("ics", _("Calendars (folder of .ics)"), _("a calendar per agent, for phones"), ""),
        Target("hr", _("HR workbook (.xlsx)"), _("hours by multiple, nights, balances, sign-off"), "xlsx", wages=True),
        Target(
            "dingtalk",
            _("Attendance template (.xlsx)"),
            _for_attendance(),
            "xlsx",
            attendance=True,
            template=_exported(),
        ),
        Target("csv", _("Long table (.csv)"), _("a row per agent and day, for other programs"), "csv", text=True),
    )


def _look() -> str:
    return _("Workbook whose look to follow")


def _for_attendance() -> str:
    return _("fills the one you exported from DingTalk or WeCom")


def _exported() -> str:
    return _("Template exported from the attendance system")
