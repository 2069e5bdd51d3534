"""Comments: one tokenisation behind language, privacy, sentiment, themes and their impact."""
