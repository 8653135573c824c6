"""Pages, their parts and the docs tree, as rules see them."""
