"""A page and a docs tree as the rules see them."""
