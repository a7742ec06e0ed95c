"""What a change of rules does to the roster as it stands: violations and yuan before and after."""

from dataclasses import replace

from app.project.rostering import problem_of
from app.window.formats import number_text, signed_text
from app.window.frame.view import ProjectView
from app.wording import words
from app.wording.findings import sentence
from app.wording.names import paragraph
from scheduler.judged import Judged
from scheduler.rulebook import Rulebook
from scheduler.team_composition import KEYS as COMPOSITION_KEYS
from scheduler.team_composition import composition_findings

_ = words("window")


def effect_text(view: ProjectView, before: Rulebook, after: Rulebook, shown: Judged | None) -> str:
    """What a change of rules does: sentences about the team's make-up where its rules change, and two books compared
    on the roster `shown`; "" while there is none to compare on.
    """
    return paragraph(part for part in (_on_team(view, before, after), _on_roster(view, before, after, shown)) if part)


def _on_team(view: ProjectView, before: Rulebook, after: Rulebook) -> str:
    """What the law has against the team's make-up, when one of its rules was changed."""
    if all(before.rule(key) == after.rule(key) for key in COMPOSITION_KEYS):
        return ""
    return paragraph(sentence(found) for found in composition_findings(view.project.team, after))


def _on_roster(view: ProjectView, before: Rulebook, after: Rulebook, shown: Judged | None) -> str:
    """Counted from what the roster's page shows, also where team or requirement have moved on since it was made."""
    if view.version is None or view.requirement is None or shown is None:
        return ""
    old, new = judged_by(view, before), judged_by(view, after)
    more = new.cost.total - old.cost.total
    return _(
        "The roster as it stands: {before} violations → {after}, cost {yuan} yuan ({more}). Optimise to plan by it."
    ).format(
        before=len(shown.violations),
        after=max(0, len(shown.violations) + len(new.violations) - len(old.violations)),
        yuan=number_text(shown.cost.total + more),
        more=signed_text(more),
    )


def judged_by(view: ProjectView, book: Rulebook) -> Judged:
    """The roster shown, judged by a rulebook. Needs a roster and a requirement."""
    assert view.version is not None  # noqa: S101  # the caller has looked
    assert view.requirement is not None  # noqa: S101
    problem = problem_of(replace(view.project, rulebook=book), view.scenario, view.requirement)
    return Judged.of(problem, view.version.solution.roster)
