"""The rules of the interchange format as the solver is told them, one file each; `catalogue` lists them."""
