"""One file a part of the project: the rows it is stored as, and the value made of them."""
