"""What everything looks like: tokens, type, space, icons and patterns. No widget has colours or sizes of its own."""
