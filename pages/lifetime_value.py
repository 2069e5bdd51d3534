"""Page: what customers are worth, how sure that is, and whether the model predicted the holdout."""

from cxlib.locale.speak import say
from cxlib.ui import empty, head, shell, valuing

shell.page(__file__)
head.title(say("Lifetime value"), say("What are customers worth, and how sure is that?"))

if empty.need("transactions", "subscriptions"):
    valuing.page()
