"""The Chinese font of this machine."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from matplotlib import rc_context
from matplotlib.font_manager import findSystemFonts, fontManager

from forecasts.findings import Finding, InputError

FAMILIES = (
    "Microsoft YaHei",
    "PingFang SC",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Noto Sans SC",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Hiragino Sans GB",
    "SimHei",
    "SimSun",
    "Noto Sans CJK JP",
)
"""In order of liking; the last draws Chinese too."""
FILES = ("msyh", "pingfang", "notosanscjk", "sourcehan", "notosanssc", "wqy", "simhei", "simsun", "hiragino")


EMBEDDED_AS_OUTLINES = 3
"""PDF font kind: drawn letters with their text, which works for every font file, also where TrueType does not."""


@contextmanager
def drawn_in_chinese() -> Iterator[None]:
    """Whatever is drawn inside has letters for Chinese. Raises InputError WB04 when the machine has none."""
    family = [chinese_family(), "DejaVu Sans"]
    with rc_context({"font.family": family, "axes.unicode_minus": False, "pdf.fonttype": EMBEDDED_AS_OUTLINES}):
        yield


@cache
def chinese_family() -> str:
    """The family to draw with. Raises InputError WB04 when the machine has none."""
    family = _known_family() or _newly_installed_family()
    if family is None:
        raise InputError([Finding("WB04")])
    return family


def _known_family() -> str | None:
    known = {font.name for font in fontManager.ttflist}
    return next((family for family in FAMILIES if family in known), None)


def _newly_installed_family() -> str | None:
    """matplotlib remembers the fonts of its first start; look again for one installed since."""
    for path in sorted(findSystemFonts()):
        if Path(path).name.lower().replace("-", "").startswith(FILES):
            fontManager.addfont(path)
    return _known_family()
