from datetime import date, datetime

import pytest

from app.project.project import BASE_SCENARIO
from app.window import formats
from app.window.names import scenario_name, step_name
from app.wording import choose_language
from app.wording.names import in_order, method_name, name_of


def test_days_are_written_as_each_language_does() -> None:
    day = date(2026, 11, 11)
    assert formats.day_text(day) == "11月11日 周三"
    assert formats.short_day_text(day) == "11月11日"
    choose_language("en")
    assert formats.day_text(day) == "Wed 11 Nov"
    assert formats.moment_text(datetime(2026, 11, 11, 20)) == "11 Nov 20:00"


def test_a_time_after_midnight_says_so() -> None:
    assert formats.clock_text(20 * 60) == "20:00"
    assert formats.clock_text(26 * 60) == "02:00+1"
    assert formats.span_text(23 * 60, 1440) == "23:00–24:00"


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (1234.5, 0, "1,234"),
        (1234.56, 1, "1,234.6"),
        (-3.0, 0, "−3"),
        (-0.01, 1, "0.0"),
        (None, 0, "–"),
        (float("nan"), 0, "–"),
    ],
)
def test_numbers_have_thousands_and_a_true_minus(value: float | None, decimals: int, text: str) -> None:
    assert formats.number_text(value, decimals) == text


def test_a_difference_has_its_sign() -> None:
    assert formats.signed_text(56) == "+56"
    assert formats.signed_text(-5.25, 1) == "−5.2"
    assert formats.signed_text(0.001, 1) == "±0"


def test_a_share_is_a_percentage_with_one_decimal() -> None:
    assert formats.share_text(0.8432) == "84.3%"
    assert formats.share_text(None) == "–"


def test_things_have_their_glossary_names() -> None:
    assert name_of("presale") == "售前"
    assert name_of("part_time") == "兼职"
    assert name_of("balance") == "付尾款"
    assert name_of("service_level") == "服务水平"
    assert step_name("requirement") == "需求人数"
    assert scenario_name(BASE_SCENARIO) == "基准"


def test_a_word_of_the_teams_own_is_kept() -> None:
    assert name_of("VIP") == "VIP"
    assert name_of("店庆") == "店庆"


def test_skills_come_in_the_order_of_the_sale() -> None:
    assert in_order(["VIP", "aftersale", "presale"]) == ("presale", "aftersale", "VIP")


def test_every_sentence_of_the_window_is_translated() -> None:
    from resources.words.update import merged

    assert not [message.id for message in merged("window") if message.id and not message.string]


def test_placeholders_survive_translation() -> None:
    import string

    from resources.words.update import merged

    def names(text: str) -> set[str | None]:
        return {name for _before, name, _spec, _conversion in string.Formatter().parse(text) if name}

    for message in merged("window"):
        if message.id:
            assert names(str(message.string)) <= names(str(message.id)), message.id


def test_a_method_is_named_part_by_part() -> None:
    assert method_name("blend + promotions") == "多方法融合 + 大促规律"
    assert method_name("naive") == "naive"
