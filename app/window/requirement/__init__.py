"""The requirement page: from volume to agents, which goal decides, and the goals themselves."""
