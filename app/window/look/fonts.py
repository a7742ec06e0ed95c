"""One family per system: the first of the well-known Chinese families that is installed."""

from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase

CHINESE_FAMILIES = (
    "Microsoft YaHei UI",
    "PingFang SC",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Microsoft YaHei",
    "Hiragino Sans GB",
)


@lru_cache(maxsize=1)
def chinese_family() -> str:
    """The family to write with, "" when none that knows Chinese is installed."""
    installed = set(QFontDatabase.families())
    for family in CHINESE_FAMILIES:
        if family in installed:
            return family
    others = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    return others[0] if others else ""


def font(size_px: float, bold: bool = False) -> QFont:
    """A font of the product's family; sizes come from `look.space`, multiplied by the zoom."""
    family = chinese_family()
    made = QFont(family) if family else QFont()
    made.setPixelSize(max(1, round(size_px)))
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made
