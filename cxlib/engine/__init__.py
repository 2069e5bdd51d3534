"""URL to database, locked down; the small portable vocabulary of every query."""
