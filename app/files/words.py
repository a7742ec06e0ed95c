"""The words that teams write for the program's own ids."""

from collections.abc import Mapping

from app.wording import names


def _english(called: Mapping[str, str]) -> dict[str, str]:
    """The program's own English names, as its English tables write them."""
    return {name.lower(): known for known, name in called.items()}


SKILLS = {"售前": "presale", "售中": "in_sale", "售后": "aftersale", "直播": "live"} | _english(names.SKILLS)
CONTRACTS = {
    "全职": "full_time",
    "兼职": "part_time",
    "外包": "outsourced",
    "实习": "intern",
    "实习生": "intern",
    "派遣": "agency",
    "劳务派遣": "agency",
} | _english(names.CONTRACTS)
LEGAL_FORMS = {
    "标准工时": "standard",
    "综合计算": "comprehensive",
    "不定时": "flexible",
    "非全日制": "part_time",
    "学生": "student",
    "外包": "provider",
}
PHASES = {
    "预热": "warm_up",
    "预售付定金": "deposit",
    "付定金": "deposit",
    "预售": "deposit",
    "付尾款": "balance",
    "尾款": "balance",
    "开门红": "opening",
    "0点": "opening",
    "现货": "spot_sale",
    "发货": "shipping",
    "发货期": "shipping",
    "售后高峰": "returns",
    "大促当日": "main_day",
} | _english(names.PHASES)
ROLES = {"组长": "lead", "班长": "lead", "主管": "lead", "lead": "lead",
         "师傅": "mentor", "导师": "mentor", "带教": "mentor", "带新": "mentor", "mentor": "mentor"}  # fmt: skip
WISHES = {"想": "on", "想上": "on", "希望": "on", "on": "on", "不想": "off", "不想上": "off", "off": "off"}
REST_WISHES = {"想休": "off", "休": "off", "休息": "off"}
"""A wish for a day off: against any shift that day."""


def skill_in(text: str) -> str:
    """The skill that a text begins with, `售前客服` or `售后组`; "" for none."""
    return next((skill for word, skill in SKILLS.items() if text.strip().startswith(word)), "")


def id_of(word: str, words: Mapping[str, str]) -> str:
    """The id that a word stands for; any other word stands for itself."""
    word = word.strip()
    return words.get(word, words.get(word.lower(), word))
