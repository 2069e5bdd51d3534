"""English, Bahasa Indonesia, Bahasa Melayu."""
