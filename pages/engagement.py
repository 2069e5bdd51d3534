"""Page: who is active, how often, how long, what they click, and how far they come."""

from cxlib.locale.speak import say
from cxlib.ui import empty, engaged, head, shell

shell.page(__file__)
head.title(say("Engagement"), say("Who is active, how often and how long, and what do they click?"))

if empty.need("events", "transactions"):
    engaged.page()
else:
    engaged.undated()
