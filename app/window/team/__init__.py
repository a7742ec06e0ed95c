"""The team page: who can be rostered, what they may work, and when they are away or wish to be."""
