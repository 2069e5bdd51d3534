"""The command line: the answers of the pages as JSON or tables."""
