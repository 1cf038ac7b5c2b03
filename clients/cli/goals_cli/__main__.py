"""`python -m goals_cli`: the same command as `goals`, where scripts are not on the path."""

import sys

from goals_cli.main import main

if __name__ == "__main__":
    sys.exit(main())
