from tests.rules.verdicts import agent, assert_broken, assert_kept, one, problem

RULE = "forbidden_successions"


def test_a_forbidden_shift_on_the_next_day_is_broken() -> None:
    assert_broken(RULE, problem(agent(), forbidden_successions=frozenset({("N", "E")})), one("NE"))


def test_the_other_order_and_a_day_between_are_kept() -> None:
    assert_kept(problem(agent(), forbidden_successions=frozenset({("N", "E")})), one("EN-E"))


def test_several_forbidden_followers_are_all_seen() -> None:
    pairs = frozenset({("N", "E"), ("N", "L"), ("L", "E")})
    assert_kept(problem(agent(), forbidden_successions=pairs), one("ELNN"))
    for shifts in ("NE", "NL", "LE"):
        assert_broken(RULE, problem(agent(), forbidden_successions=pairs), one(shifts))
