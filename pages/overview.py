"""Page: how are we doing?"""

from cxlib.locale.speak import say
from cxlib.ui import empty, head, overview, shell, show

shell.page(__file__)
head.title(say("Overview"), say("How are we doing, and what stands out?"))

if empty.need("survey", "subscriptions", "transactions", "events", "tickets", "comments"):
    with show.errors():
        overview.page()
