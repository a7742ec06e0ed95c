"""The figures over the page: the peak, all hours, the service, who is lost, the opening's risk."""

from app.window.formats import moment_text, number_text, share_text, signed_text
from app.window.frame.tiles import GOOD, SHORT, Tile
from app.window.requirement.effect import Effect
from app.window.requirement.numbers import RequirementFigures, shown_agents
from app.wording import words
from app.wording.names import name_of
from forecasts.horizon import Horizon
from scheduler.staffing.opening_cover import LEAST, MOST, OpeningCover

_ = words("window")


def requirement_tiles(
    horizon: Horizon, skill: str, figures: RequirementFigures, risk: OpeningCover | None, tried: Effect | None = None
) -> tuple[Tile, ...]:
    """The peak, all hours, the service, who is lost, and the opening's first half hour or what decides; of goals that
    are tried out, the peak and all hours to expect.
    """
    return (
        *(_sums(horizon, skill, figures) if tried is None else _sums_tried(horizon, figures, tried)),
        Tile(_("Service level then"), share_text(figures.service_level), "", _("if every interval is covered"), GOOD),
        Tile(_("Customers lost"), number_text(figures.lost), "", _("leave before a first reply")),
        risk_tile(risk) if risk else decider_tile(figures),
    )


def _sums(horizon: Horizon, skill: str, figures: RequirementFigures) -> tuple[Tile, Tile]:
    moment = horizon.starts()[figures.peak_interval].astype(object)
    whole = " · ".join((name_of(skill), _("over the whole horizon")))
    return (
        Tile(_("Most agents at once"), number_text(figures.peak), _("agents"), moment_text(moment)),
        Tile(_("Agent-hours required"), number_text(figures.agent_hours), _("hours"), whole),
    )


def _sums_tried(horizon: Horizon, figures: RequirementFigures, tried: Effect) -> tuple[Tile, Tile]:
    peak, hours = shown_agents(float(tried.rostered.max())), float(tried.rostered.sum()) * horizon.interval_hours
    more = _("{change} when applied")
    return (
        Tile(
            _("Most agents at once"),
            f"≈ {number_text(peak)}",
            _("agents"),
            more.format(change=signed_text(peak - figures.peak)),
        ),
        Tile(
            _("Agent-hours required"),
            f"≈ {number_text(hours)}",
            _("hours"),
            more.format(change=signed_text(hours - figures.agent_hours)),
        ),
    )


def decider_tile(figures: RequirementFigures) -> Tile:
    """The goal that decides most."""
    share = _("{share} of inquiries").format(share=share_text(figures.decided))
    return Tile(_("Decides most"), name_of(figures.decider) or "–", "", share)


def risk_tile(risk: OpeningCover) -> Tile:
    """The opening's first half hour: the chance of too few, and how many a P90 volume needs."""
    bounds = {LEAST: _("under {share}"), MOST: _("over {share}")}
    near = next((text for edge, text in bounds.items() if abs(risk.chance - edge) < 1e-6), "{share}")
    text = _("of too few, {moment}; P90 needs {agents}")
    change = text.format(moment=moment_text(risk.start), agents=shown_agents(risk.needed[-1]))
    short = risk.chance > 2 * LEAST
    figure = ("▼ " if short else "") + near.format(share=f"{risk.chance:.0%}")
    return Tile(_("First 30 minutes"), figure, "", change, SHORT if short else GOOD)
