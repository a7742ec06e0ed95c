"""Making a roster better: insertion, ruin and recreate, neighbourhoods given to CP-SAT."""
