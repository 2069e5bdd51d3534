"""A file of any supported format becomes text columns, every row accounted for."""
