"""`python -m cxlib COMMAND SOURCE [options]`."""

import sys

from cxlib.command.main import main

if __name__ == "__main__":
    sys.exit(main())
