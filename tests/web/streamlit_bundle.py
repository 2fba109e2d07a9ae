"""What Streamlit's own files can say in English: every text in the parts that draw the elements we use.

Read from the files of the version that is installed, so that an upgrade shows what is new.
"""

import re
from pathlib import Path

import streamlit

FILES = Path(streamlit.__file__).parent / "static" / "static" / "js"

# The parts that our pages load (a hash stands behind the name); libraries under them say nothing of their own.
PARTS = (
    "Button", "ButtonGroup", "DataFrame", "DownloadButton", "DynamicIcon", "ErrorElement", "FileUploader",
    "InputInstructions", "Metric", "Multiselect", "PageLink", "ProgressBar", "Selectbox", "Table", "TextInput",
    "Toolbar", "Tooltip", "UploadFileInfo", "WidgetLabel", "WidgetLabelHelpIcon", "index", "requiredField",
    "useCopyToClipboard", "utils", "withFullScreenWrapper",
)  # fmt: skip

# Where a text stands that is drawn or heard; and sentences wherever they stand.
_SAID = re.compile(
    r"(?:\"aria-label\"|label|title|placeholder|children|content|message|alt|tooltip):\[?(?:[\w.!]+\?\?)?"
    r"`([^`$]{2,160})`|`([A-Z][a-z']+ [\w'(][^`$]{1,160}[a-z.!?:])`"
)


def texts() -> set[str]:
    """Every text that is no name of a variable or a style."""
    found = {text for part in PARTS for path in FILES.glob(f"{part}.*.js") for text in _texts(path)}
    return {text for text in found if re.search("[A-Za-z]{2}", text) and not re.fullmatch(r"[a-z0-9][\w.:/#-]*", text)}


def everything() -> str:
    """All of the files' text, to look for a word in."""
    return "\n".join(path.read_text(encoding="utf-8", errors="replace") for path in sorted(FILES.glob("*.js")))


def _texts(path: Path) -> list[str]:
    said = path.read_text(encoding="utf-8", errors="replace")
    return [(one or other).replace("\n", " ") for one, other in _SAID.findall(said)]
