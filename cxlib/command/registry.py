"""All commands, by name; a command's module is imported when it is called."""

from __future__ import annotations

COMMANDS: dict[str, tuple[str, str]] = {
    "describe": ("describe", "What a file is: its kind, its columns and their roles."),
    "nps": ("scores", "Net Promoter Score, by group and period."),
    "csat": ("scores", "Customer satisfaction: the share of good answers, and the mean."),
    "ces": ("scores", "Customer effort: the share of answers that found it easy, and the mean."),
    "retention": ("retention", "How long customers stay: survival curves, medians, tests."),
    "reasons": ("reasons", "Why customers leave: the share gone for each reason, tests."),
    "silence": ("silence", "Who has fallen silent, where no contract says who left."),
    "hazards": ("hazards", "What goes together with leaving: hazard ratios, tests, checks."),
    "revenue": ("revenue", "Retention rates, and what moved recurring money, by period."),
    "cohorts": ("cohorts", "Who came back: customers by the period of their first activity."),
    "clv": ("clv", "What customers will buy and be worth, from transactions."),
    "projection": ("projection", "How many customers will still be there, by six models."),
    "contract-value": ("contract_value", "What a customer on contract is worth."),
    "service": ("service", "How fast tickets are answered and solved, open ones counted fairly."),
    "engagement": ("engagement", "Active customers, sessions, comings and goings, clicks."),
    "survey-quality": (
        "survey_quality",
        "Can the answers be trusted: response rate, straight lines, speeders, blanks.",
    ),
    "drivers": ("drivers", "What matters most for an outcome, and how we do on it."),
    "trend": ("trend", "Signal or noise: control limits for a score over time."),
    "impact": ("impact", "Experience, retention and money: who stays after which answer."),
    "segments": ("segments", "RFM segments: how lately, how often, for how much."),
    "sentiment": ("sentiment", "How comments feel: praise less blame, and the words behind it."),
    "themes": ("themes", "What comments speak of, and how the score goes together with it."),
    "deck": ("deck", "A presentation with native charts from several files."),
    "sample": ("sample", "Write the sample data into a folder."),
}
"""Name to module of this room and one line of help."""
