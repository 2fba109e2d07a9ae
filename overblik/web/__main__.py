"""python -m overblik.web: starts the dashboard.

On one's own machine nothing needs to be set up: it listens on this machine only and opens the browser. Our own
settings say where (`vaert`, `port`, `aabn`); all else of Streamlit's stands in .streamlit/config.toml.
"""

import sys

from overblik.errors_on_command_line import told
from overblik.web import app, starting


def main() -> int:
    """Serves until stopped; exit 2 with a Danish sentence where a setting is wrong."""
    # Streamlit puts the folder of what was started on the module path, and looks for its config.toml there.
    sys.argv = [str(app.DASHBOARD), *sys.argv[1:]]
    return told(lambda: (starting.serve(app.build()), 0))


if __name__ == "__main__":
    sys.exit(main())
