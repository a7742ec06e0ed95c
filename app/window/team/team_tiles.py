"""The numbers of a team that decide: heads, standard agents, hours it can work, hours required."""

from app.window.formats import days_text, number_text, share_text
from app.window.frame.tiles import GOOD, PLAIN, SHORT, Tile
from app.window.roster.short_texts import compact
from app.window.team.facts import TeamFacts
from app.wording import words
from app.wording.names import name_of
from forecasts.horizon import Horizon

_ = words("window")


def tiles_of(facts: TeamFacts, horizon: Horizon) -> tuple[Tile, ...]:
    """Five tiles."""
    contracts = " · ".join(f"{name_of(contract)} {count}" for contract, count in facts.by_contract.items())
    heads = sum(facts.by_contract.values())
    days = days_text(horizon.day(0), horizon.day(horizon.days - 1))
    training = _("{agents} below 1.0").format(agents=facts.in_training)
    return (
        Tile(_("Agents"), number_text(heads), "", contracts),
        Tile(_("Standard agents"), compact(facts.standard_agents), "", training),
        Tile(_("Hours available at most"), number_text(facts.available_hours), _("agent-hours"), days),
        _required(facts),
        Tile(
            _("Days away"),
            number_text(facts.away_days),
            _("days"),
            _("{requests} requests").format(requests=facts.requests),
        ),
    )


def _required(facts: TeamFacts) -> Tile:
    if facts.required_hours is None:
        return Tile(_("Hours required"), "–", "", _("no requirement yet"))
    available = facts.available_hours
    share = facts.required_hours / available if available else float("nan")
    note = _("{share} of what is available").format(share=share_text(share))
    if facts.required_hours > available:
        figure = f"▼ {number_text(facts.required_hours)}"
        return Tile(_("Hours required"), figure, _("agent-hours"), _("more than the team can work"), SHORT)
    mood = GOOD if share < 0.9 else PLAIN
    return Tile(_("Hours required"), number_text(facts.required_hours), _("agent-hours"), note, mood)
