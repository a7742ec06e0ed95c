"""The scenario looked at in four numbers, each against the base."""

from app.project.figures import Figures
from app.window.comparison.services import Service
from app.window.formats import moment_text, number_text, share_text, signed_text
from app.window.frame.tiles import GOOD, PLAIN, SHORT, Tile
from app.window.names import scenario_name
from app.wording import words

_ = words("window")
HARDLY = 0.05


def comparison_tiles(
    base: Figures | None, other: Figures | None, base_service: Service | None, service: Service | None
) -> tuple[Tile, ...]:
    """Hours, cost, shortage, worst interval, service; dashes before there is a roster."""
    if other is None:
        return (Tile(_("Not calculated yet"), "–", "", _("choose “Calculate the scenario”")),)
    hours = number_text(other.agent_hours)
    named = "" if base is None or base is other else f"{scenario_name(other.scenario)} · "
    level = service.service_level if service else None
    return (
        Tile(_("Agent-hours"), hours, _("hours"), named + _against(base, other, "agent_hours")),
        Tile(_("Cost"), number_text(other.cost), _("yuan"), _against(base, other, "cost")),
        Tile(
            _("Shortage"),
            ("▼ " if other.shortage_hours > HARDLY else "") + number_text(other.shortage_hours, 1),
            _("agent-hours"),
            _against(base, other, "shortage_hours", 1),
            SHORT if other.shortage_hours > HARDLY else GOOD,
        ),
        Tile(
            _("Worst interval"),
            number_text(other.worst_shortage, 1),
            _("agents short"),
            moment_text(other.worst_start) if other.worst_start else _("nothing is short"),
            PLAIN,
        ),
        Tile(_("Service level"), share_text(level), "", _service_note(base_service, service)),
    )


def _against(base: Figures | None, other: Figures, key: str, decimals: int = 0) -> str:
    if base is None or base is other:
        return scenario_name(other.scenario)
    change = signed_text(getattr(other, key) - getattr(base, key), decimals)
    return _("{change} against the base").format(change=change)


def _service_note(base: Service | None, service: Service | None) -> str:
    if service is None:
        return _("predicted when the roster is up to date")
    lost = _("{lost} customers lost").format(lost=number_text(service.lost))
    if base is None or base is service or base.service_level is None:
        return lost
    return _("base {share}, {lost}").format(share=share_text(base.service_level), lost=lost)
