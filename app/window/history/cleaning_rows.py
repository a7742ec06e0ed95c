"""The cleaning report as rows: what was done, and the act that takes it back or names it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from app.project.project import Project
from app.window.formats import day_text
from app.wording import words
from app.wording.findings import sentence
from app.wording.names import name_of
from forecasts.cleaning import clean
from forecasts.enough import length_findings
from forecasts.findings import Finding, Level
from forecasts.kept import ODD_RUN, UNDOABLE, Kept
from forecasts.occasions import occasions
from forecasts.promotion import Phase, Promotion
from forecasts.unusable import unusable

_ = words("window")


@dataclass(frozen=True, slots=True)
class CleaningRow:
    """A sentence with its level. `kept`: the decision that takes the cleaning back, or that was taken (`done`);
    `stretch`: days that a person may name a promotion, or with `kept` say that they were none.
    """

    level: Level
    text: str
    kept: Kept | None = None
    done: bool = False
    stretch: tuple[date, date] | None = None

    @property
    def asked(self) -> bool:
        """Whether it is an answer that can be taken back."""
        return self.done and self.kept is not None and self.kept.code in ODD_RUN


def cleaning_rows(project: Project) -> list[CleaningRow]:
    """What the forecast sees in each series, then what was taken back."""
    rows = [_row(finding) for finding in cleaning_findings(project)]
    return rows + [CleaningRow(Level.NOTICE, kept_text(one), one, done=True) for one in project.outlook.kept]


def cleaning_findings(project: Project) -> list[Finding]:
    """What each pooled series shows before it is used, as the forecast cleans it; errors first."""
    history, told = project.history.pooled(), project.outlook
    phases = [phase for promotion in project.promotions for phase in promotion.phases]
    working = max(history.interval_minutes, 30)
    found: list[Finding] = []
    for key, counts in history:
        decided = clean(key, counts, history.interval_minutes, working, phases, kept=told.kept, calendar=told.calendar)
        refused = unusable(key, counts, history.interval_minutes)
        found += refused or [*decided.findings, *length_findings(key, decided)]
    return sorted(found, key=lambda finding: list(Level).index(finding.level))


def _row(finding: Finding) -> CleaningRow:
    facts = finding.facts
    kept, stretch = None, None
    first, last = facts.get("first"), facts.get("last")
    day = first if finding.code in ODD_RUN else facts.get("date")
    if finding.code in UNDOABLE:
        kept = Kept(finding.code, str(facts["skill"]), day if isinstance(day, date) else None)
    if finding.code in ODD_RUN and isinstance(first, date) and isinstance(last, date):
        stretch = first, last
    return CleaningRow(finding.level, sentence(finding), kept, stretch=stretch)


def kept_text(kept: Kept) -> str:
    """A cleaning taken back, in a sentence."""
    what = {
        "FC04": _("taken as recorded, nothing filled in"),
        "FC05": _("the zeros are believed"),
        "FC06": _("counts as an ordinary day"),
        "FC07": _("was no promotion, the days on end count as ordinary ones"),
        "FC08": _("rows of one start are added up"),
        "FC16": _("rows left out stay missing"),
        "FC23": _("taken as recorded, nothing filled in"),
        "FC37": _("both hours are added up"),
        "FC39": _("not halved"),
    }.get(kept.code, _("taken as recorded"))
    return "：".join((" ".join(filter(None, (name_of(kept.skill), day_text(kept.day) if kept.day else ""))), what))


def toggled(kept: Sequence[Kept], row: CleaningRow) -> tuple[Kept, ...]:
    """The decisions with this row's taken back, or made again."""
    if row.kept is None:
        return tuple(kept)
    if row.done:
        return tuple(one for one in kept if one != row.kept)
    return (*kept, row.kept)


def named_promotion(first: date, last: date, taken: Collection[str] = ()) -> Promotion:
    """Odd days on end as a promotion of their own, to be given its true name and phases; an occasion among them lends
    its name, unless that is `taken`.
    """
    start, end = datetime.combine(first, time()), datetime.combine(last, time()) + timedelta(days=1)
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    found = [f"{name_of(one)} {first.year}" for day in days for one in occasions(day)]
    names = [name for name in found if name not in taken]
    name = next(iter(names), _("Promotion {day}").format(day=f"{first:%Y-%m-%d}"))
    return Promotion(name, (Phase("spot_sale", start, end),))
