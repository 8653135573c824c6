"""Parse texts of a page into values with places: JSON, XML, forms; names of types, spelling."""
