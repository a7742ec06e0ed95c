"""The colours of the light and the dark theme, by what they mean."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple


class ShiftColours(NamedTuple):
    """A soft fill and the letter that stands on it."""

    fill: str
    letter: str


@dataclass(frozen=True, slots=True)
class Theme:
    """One colour per meaning, `#RRGGBB`. `policy` and `surplus` are for marks and fills, never for letters."""

    name: str
    canvas: str
    surface: str
    raised: str
    line: str
    text: str
    text_quiet: str
    accent: str
    accent_soft: str
    on_accent: str
    shortage: str
    surplus: str
    law: str
    policy: str
    hint: str
    good: str
    shifts: Mapping[str, ShiftColours]

    @property
    def is_dark(self) -> bool:
        """Whether letters are lighter than what they stand on."""
        return self.name == "dark"


LIGHT = Theme(
    name="light",
    canvas="#F6F7F9",
    surface="#FFFFFF",
    raised="#FFFFFF",
    line="#E3E6EB",
    text="#1B1F26",
    text_quiet="#5B6472",
    accent="#1F6FEB",
    accent_soft="#E7F0FE",
    on_accent="#FFFFFF",
    shortage="#C8401F",
    surplus="#2C7FB8",
    law="#B3261E",
    policy="#B26A00",
    hint="#5B6472",
    good="#2E7D4F",
    shifts={
        "early": ShiftColours("#FBE3B0", "#5A3A00"),
        "middle": ShiftColours("#E9E7DC", "#3B3A30"),
        "late": ShiftColours("#CDE8F8", "#0B3C5A"),
        "night": ShiftColours("#AFC6E4", "#0A2A4D"),
        "part_time": ShiftColours("#FFFFFF", "#00563F"),
        "leave": ShiftColours("#E3E6EB", "#4A5260"),
    },
)

DARK = Theme(
    name="dark",
    canvas="#15181D",
    surface="#1D2128",
    raised="#262B34",
    line="#333A45",
    text="#E8EBF0",
    text_quiet="#9AA4B2",
    accent="#5B9DFF",
    accent_soft="#1E3150",
    on_accent="#15181D",
    shortage="#FF8A65",
    surplus="#7CC0F0",
    law="#FF8A80",
    policy="#FFC066",
    hint="#9AA4B2",
    good="#7BD3A0",
    shifts={
        "early": ShiftColours("#5C4312", "#FCE7B8"),
        "middle": ShiftColours("#43423A", "#EDEBE0"),
        "late": ShiftColours("#17435F", "#D2ECFB"),
        "night": ShiftColours("#1C2F59", "#C9DAF5"),
        "part_time": ShiftColours("#1D2128", "#7FDDBE"),
        "leave": ShiftColours("#333A45", "#C3CAD4"),
    },
)

THEMES: Mapping[str, Theme] = {"light": LIGHT, "dark": DARK}


def mixed(over: str, under: str, share: float) -> str:
    """The colour of `over` laid on `under` with an opacity of `share`."""
    pairs = ((int(over[i : i + 2], 16), int(under[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(top * share + bottom * (1 - share)):02X}" for top, bottom in pairs)


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1–21, as WCAG 2.1 defines it."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
