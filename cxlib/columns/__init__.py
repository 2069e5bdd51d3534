"""What a file is: kind, roles, scales, dates; the mapping; the typed projection."""
