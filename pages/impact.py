"""Page: does the experience pay: who stays after which answer, and what that is worth."""

from cxlib.locale.speak import say
from cxlib.ui import empty, head, paying, shell

shell.page(__file__)
head.title(say("Impact"), say("Does the experience pay?"))

if empty.need("survey") and empty.need("subscriptions"):
    paying.page()
