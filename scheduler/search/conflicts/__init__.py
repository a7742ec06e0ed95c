"""When the rules can't hold together: a smallest conflicting set, and what would mend it."""
