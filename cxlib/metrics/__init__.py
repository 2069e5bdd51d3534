"""Closed forms on sufficient statistics."""
