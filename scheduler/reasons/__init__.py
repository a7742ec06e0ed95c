"""Why this shift and not another: every answer is a re-evaluation of the roster, exact to the fen, without a solver."""
