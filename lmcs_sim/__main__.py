"""`python -m lmcs_sim`, and the command `lmcs-sim`."""

import sys

from lmcs_sim.cli.main import main


def run() -> None:
    """Runs the command line and leaves with its exit code."""
    sys.exit(main())


if __name__ == "__main__":
    run()
