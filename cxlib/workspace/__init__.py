"""What the analyst keeps: datasets as immutable Parquet, mappings, decks, one catalogue."""
