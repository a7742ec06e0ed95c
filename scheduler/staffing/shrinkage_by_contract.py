"""Another shrinkage for the agents of some contracts: `part_time=0.1 outsourced=0.2`.

The requirement is divided by the skill's usual shrinkage; an agent of such a contract then counts for more or less
than another, (1 - own) ÷ (1 - usual), so that those at work are the same. Hours with a shrinkage of their own keep
the proportion.
"""

import re
from collections.abc import Collection, Mapping
from functools import lru_cache

from scheduler.staffing.goals import Goals

_PART = re.compile(r"([^\s=]+)=(\d*\.?\d+)")


@lru_cache(maxsize=64)
def contract_shares(text: str) -> dict[str, float] | None:
    """Contract to its shrinkage, None for a text that says nothing of the kind."""
    found = [_PART.fullmatch(part) for part in text.split()]
    if not all(found):
        return None
    shares = {match[1]: float(match[2]) for match in found if match}
    return shares if len(shares) == len(found) and all(share < 1 for share in shares.values()) else None


def contract_share_text(shares: Mapping[str, float]) -> str:
    """The text of these shares."""
    return " ".join(f"{contract}={share:g}" for contract, share in shares.items())


def worth_of_contract(goals: Mapping[str, Goals], contract: str, skills: Collection[str]) -> float:
    """What an agent of a contract counts for beside one of the usual shrinkage; the mean over the agent's skills."""
    factors = [_worth(goals.get(skill, Goals()), contract) for skill in sorted(skills)]
    return sum(factors) / len(factors) if factors else 1.0


def _worth(goals: Goals, contract: str) -> float:
    own = (contract_shares(goals.shrinkage_by_contract) or {}).get(contract, goals.shrinkage)
    return (1 - own) / (1 - goals.shrinkage)
