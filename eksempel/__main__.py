"""Write the example: `python -m eksempel [FOLDER]`."""

import sys
from pathlib import Path

from eksempel.files import write_all
from eksempel.slagelse import PLAN

folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[1] / "data" / "eksempel"
print(f"{len(write_all(PLAN, folder))} files written")
