"""Models fitted on sufficient statistics; lifelines lives here."""
