"""Help: the keys of the window, the words of the product, and what was changed when."""
