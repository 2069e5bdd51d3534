"""Page: whether a change of a score is a signal or noise, what may come, and what was aimed at."""

from cxlib.locale.speak import say
from cxlib.ui import empty, head, shell, trending

shell.page(__file__)
head.title(say("Trends"), say("Is it signal or noise, what may come, and do we reach our targets?"))

if empty.need("survey", "subscriptions", "transactions", "events", "tickets", "comments"):
    trending.page()
