"""Customer-experience analytics: the list of pages."""

from cxlib.ui import shell

shell.run()
