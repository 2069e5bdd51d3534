"""Page: how long customers stay, who leaves and why, and what is still to come."""

from cxlib.locale.speak import say
from cxlib.ui import empty, head, retaining, shell

shell.page(__file__)
head.title(say("Retention"), say("How long do customers stay, who leaves, and why?"))

if empty.need("subscriptions", "transactions", "events"):
    retaining.page()
