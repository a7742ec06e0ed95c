"""The row that explains a requirement: volume, robot, chats, an agent's effort, agents present, shrinkage, rostered."""

from app.window.formats import number_text, share_text, signed_text
from app.window.frame.tiles import Tile
from app.window.requirement.factors import Factors
from app.window.requirement.numbers import shown_agents
from app.wording import words

_ = words("window")


def factor_tiles(moment: str, decided: str, now: Factors, typed: Factors | None) -> tuple[Tile, ...]:
    """Tiles from left to right; with goals typed but not applied, the figures to expect and what they change."""
    one, about = typed or now, "≈ " if typed else ""
    return (
        Tile(_("Volume"), number_text(one.inquiries, 1), _("inquiries"), _noted(moment, one.inquiries, now.inquiries)),
        Tile(
            _("− by robot"),
            number_text(one.by_robot, 1),
            "",
            _noted(_("{share} of all").format(share=_share(one.by_robot, one.inquiries)), one.by_robot, now.by_robot),
        ),
        Tile(_("= chats"), number_text(one.chats, 1), "", _waiting(one, now)),
        Tile(
            _("÷ an agent's pace"),
            number_text(one.chats_per_hour, 1),
            _("chats/h"),
            _noted(_pace(one), one.chats_per_hour, now.chats_per_hour),
        ),
        Tile(
            _("= agents present"),
            about + number_text(one.present, 1),
            "",
            _noted(_("decided by {goal}").format(goal=decided), one.present, now.present),
        ),
        Tile(
            _("÷ (1 − shrinkage)"),
            share_text(one.shrinkage),
            "",
            _noted(_("÷ {share}").format(share=share_text(1 - one.shrinkage)), 0, 0),
        ),
        Tile(
            _("= agents rostered"),
            about + str(shown_agents(one.rostered)),
            _("agents"),
            _noted(_("exactly {number}").format(number=number_text(one.rostered, 1)), one.rostered, now.rostered),
        ),
    )


def _pace(one: Factors) -> str:
    """Chats held and effort for each, with whose they are where the phase has its own."""
    text = _("{level} chats held, {seconds} s of work each")
    if one.of_phase:
        text = _("{level} chats held, {seconds} s of work each, as the phase has it")
    return text.format(level=number_text(one.level, 1), seconds=number_text(one.handling_time_seconds))


def _waiting(one: Factors, now: Factors) -> str:
    text = _("{number} may wait").format(number=number_text(one.deferred, 1)) if one.deferred else _("none may wait")
    return _noted(text, one.chats, now.chats)


def _noted(text: str, value: float, before: float) -> str:
    """The note, or what the goals as typed change."""
    changed = abs(value - before) > 0.05
    return _("{change} when applied").format(change=signed_text(value - before, 1)) if changed else text


def _share(part: float, whole: float) -> str:
    return share_text(part / whole if whole > 0 else 0.0)
