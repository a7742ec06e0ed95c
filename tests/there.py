"""What may be missing in general but is there in a test."""

from typing import TypeVar

Found = TypeVar("Found")


def there(found: Found | None) -> Found:
    """What a test needs: it fails right here where that is missing."""
    assert found is not None
    return found
