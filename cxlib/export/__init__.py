"""A Chart becomes a native PowerPoint or Excel chart, a page or a CSV; decks."""
