"""Sufficient statistics: a query, and the small addable value it returns."""
