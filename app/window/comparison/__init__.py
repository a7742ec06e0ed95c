"""The comparison page: what-ifs made from the project, each with its own plan, side by side."""
