"""From volume to required agents, and from agents present to the service they give."""
