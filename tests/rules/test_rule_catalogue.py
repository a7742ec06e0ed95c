from pathlib import Path
from types import ModuleType

from scheduler import checks
from scheduler.rules import catalogue

TESTS = Path(__file__).parent


def names(*modules: ModuleType) -> set[str]:
    return {module.__name__.rpartition(".")[2] for module in modules}


CHECKED = names(*checks.AGENT_CHECKS, *checks.ROSTER_CHECKS)
TOLD = names(*catalogue.CELL_RULES, *catalogue.AGENT_RULES, *catalogue.ROSTER_RULES, *catalogue.CONSTRUCTING) | set(
    catalogue.BY_CONSTRUCTION
)


def test_every_rule_is_both_checked_and_told_to_the_solver() -> None:
    assert CHECKED == TOLD


def test_every_rule_has_a_test_of_its_name_that_speaks_of_it() -> None:
    for name in CHECKED:
        assert f'RULE = "{name}"' in (TESTS / f"test_{name}.py").read_text(encoding="utf-8")


def test_no_check_is_left_out_of_the_judgement() -> None:
    folder = Path(checks.__file__).parent
    files = {path.stem for path in folder.glob("*.py")} - {"__init__", "agent_days"}
    assert files == CHECKED


def test_no_rule_is_left_out_of_the_catalogue() -> None:
    folder = Path(catalogue.__file__).parent
    files = {path.stem for path in folder.glob("*.py")} - {"__init__", "catalogue", "agent_model", "presence_model"}
    assert files == TOLD - set(catalogue.BY_CONSTRUCTION)
