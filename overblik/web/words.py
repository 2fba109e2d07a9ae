"""What Streamlit says by itself, and what it says in Danish: the table that the browser translates by (translating.py).

Streamlit has no setting for these words. Each is replaced only where Streamlit itself puts it (`where`, a CSS
selector), so that a name in the data that happens to be an English word stays as it is. `patterns` are regular
expressions for the whole text, with $1 for what is kept. A test holds the table against Streamlit's own files.
"""

from dataclasses import dataclass, field
from typing import Final


@dataclass(frozen=True)
class Place:
    """The words of one of Streamlit's elements."""

    where: str
    words: dict[str, str] = field(default_factory=dict)
    patterns: dict[str, str] = field(default_factory=dict)


_FRAME: Final = Place(
    '[data-testid="stApp"], [data-testid="stMainMenuPopover"], [data-testid="stToastContainer"]',
    {
        "Skip to main content": "Gå til indholdet",
        "App pages": "Sider",
        "Main menu": "Hovedmenu",
        "Expand sidebar": "Åbn menuen",
        "Collapse sidebar": "Luk menuen",
        "Sidebar": "Menu",
        "View less": "Vis færre",
        "Logo": "Logo",
        "Navigate to home page": "Til forsiden",
        "Notifications": "Beskeder",
        "(opens in new tab)": "(åbner i en ny fane)",
        "view more": "vis mere",
        "view less": "vis mindre",
        "Scroll tabs left": "Rul fanerne til venstre",
        "Scroll tabs right": "Rul fanerne til højre",
        "Scrollable table": "Tabel, der kan rulles",
        "Link to heading": "Link til overskriften",
        "Fullscreen": "Fuld skærm",
        "Close fullscreen": "Luk fuld skærm",
        "Loading": "Henter",
        "Help": "Hjælp",
    },
    {r"^View (\d+) more$": "Vis $1 flere", "^Help for (.+)$": "Hjælp til $1"},
)

_CONNECTION: Final = Place(
    '[data-testid="stStatusWidget"], [data-testid="stConnectionStatus"], [role="tooltip"], '
    '[data-testid="stTooltipContent"]',
    {
        "Connecting": "Forbinder …",
        "Connecting to Streamlit server": "Forbinder til Overblik",
        "Connecting to static app": "Forbinder til Overblik",
        "Error": "Ingen forbindelse",
        "Unable to connect to Streamlit server": "Der er ikke forbindelse til Overblik",
        "Running...": "Henter …",
        "Stop": "Stands",
        "Stopping...": "Standser …",
        "File change.": "Overblik er ændret.",
        "Rerun": "Vis igen",
        "Always rerun": "Vis altid igen",
        "Copy to clipboard": "Kopiér",
        "Copied": "Kopieret",
        "Copy": "Kopiér",
        "Click to retry upload": "Prøv igen",
    },
)

_NO_ANSWER: Final = "Overblik svarer ikke lige nu. Siden prøver igen af sig selv."

_DIALOG: Final = Place(
    '[role="dialog"], [data-testid="stDialog"], [data-testid="stToast"]',
    {
        "Close": "Luk",
        "Dismiss": "Luk",
        "Cancel": "Annullér",
        "Try again": "Prøv igen",
        "Continue anyway": "Fortsæt alligevel",
        "Connection error": "Ingen forbindelse",
        "streamlit run yourscript.py": "Bliver det ved, så sig det til den, der driver Overblik.",
        "Streamlit server is not responding. Are you connected to the internet?": _NO_ANSWER,
        "Connection timed out.": _NO_ANSWER,
        "Network error": _NO_ANSWER,
        "Request aborted": _NO_ANSWER,
        "Unknown error": _NO_ANSWER,
        "No message": _NO_ANSWER,
        "Page not found": "Siden findes ikke",
        "Script execution error": "Siden kunne ikke vises",
    },
    {
        r"^(?:You have requested page .*, but no corresponding file|The page that you have requested does not).*$": (
            "Adressen fører ikke til nogen side. Her er forsiden i stedet."
        ),
        r"^Is Streamlit still running\? .*$": _NO_ANSWER,
        r"^Connection failed with status .*$": _NO_ANSWER,
        r"^Cannot connect to Streamlit \(HTTP status: 403\)[\s\S]*$": _NO_ANSWER,
        r"^Request failed with status .*$": _NO_ANSWER,
        r"^Failed to fetch.*$": _NO_ANSWER,
    },
)

_WRONG: Final = Place(
    '[data-testid="stException"], [data-testid="stAlertContainer"], [data-testid="stDownloadButton"]',
    {
        "Network issue": "Forbindelsen svigtede",
        "To fix this, simply reload this app by pressing": "Genindlæs siden med",
        ", or": " eller",
        "If the error persists, try force-clearing your browser's cache as described": (
            "Bliver det ved, så sig det til den, der driver Overblik."
        ),
        "here": " ",
        "Download failed": "Filen kunne ikke hentes. Prøv igen.",
        "Request timed out": "Filen kunne ikke hentes i tide. Prøv igen.",
        "Connection lost. Please wait for the app to reconnect, then try again.": "Forbindelsen svigtede. Prøv igen.",
        "Connection closed": "Forbindelsen blev afbrudt. Prøv igen.",
        "not connected to a server!": "Der er ikke forbindelse. Prøv igen.",
    },
    {
        r"^This app has encountered an error\..*$": (
            "Det kunne ikke vises. Det skyldes ikke noget, du har gjort. Fejlen er noteret; genindlæs siden."
        ),
        r"^Cannot load Streamlit frontend code\. .*$": (
            "En del af siden kunne ikke hentes. Det kan ske, når Overblik lige er opdateret."
        ),
        r"^BidiComponent Error.*$": "En del af siden kunne ikke vises. Genindlæs siden.",
        r"^Failed to load (?:CSS|script) from .*$": "En del af siden kunne ikke hentes. Genindlæs siden.",
    },
)

_CHOOSING: Final = Place(
    '[data-testid="stSelectbox"], [data-testid="stMultiSelect"], [data-testid="stSelectboxVirtualDropdown"], '
    '[data-testid="stMultiSelectDropdown"], [role="listbox"], [data-trigger]',
    {
        "Open": "Åbn listen",
        "Clear value": "Ryd valget",
        "Clear all": "Ryd valget",
        "Selected values": "Valgt",
        "No results": "Ingen fundet",
        "Choose an option": "Vælg",
        "Choose options": "Vælg",
        "Choose or add an option": "Vælg",
        "Choose or add options": "Vælg",
        "Add an option": "Vælg",
        "No options to select": "Intet at vælge",
        "Selectbox": "Vælg",
        "Selectbox options": "Muligheder",
        "Multiselect": "Vælg",
        "Multiselect options": "Muligheder",
        "Select all": "Vælg alle",
        "Show suggestions": "Vis forslag",
        "Suggestions": "Forslag",
        "This field is required.": "Feltet skal udfyldes.",
        "(required)": "(skal udfyldes)",
    },
    {
        r"^Remove (.+)$": "Fjern $1",
        r"^Add: (.+)$": "Tilføj: $1",
        r"^Select (\d+) matches$": "Vælg $1 fundne",
        r"^You can only select up to (\d+) options?\. Remove an option first\.$": "Der kan højst vælges $1.",
    },
)

_HEARD: Final = Place(
    "[data-live-announcer]",
    {},
    {
        r"^(\d+) options? available\.$": "$1 at vælge imellem.",
        r"^(.+), selected$": "$1, valgt",
        r"^No results\.?$": "Ingen fundet.",
    },
)

_WRITING: Final = Place(
    '[data-testid="stTextInput"], [data-testid="InputInstructions"]',
    {
        "Press Enter to apply": "Tryk Enter",
        "Press Enter to submit form": "Tryk Enter",
        "Clear entry": "Ryd feltet",
        "Show password": "Vis koden",
        "Hide password": "Skjul koden",
        "Invalid input.": "Det kan ikke bruges.",
    },
)

_UPLOADING: Final = Place(
    '[data-testid="stFileUploader"], [data-testid="stTooltipErrorContent"]',
    {
        "Upload": "Vælg filer",
        "file upload": "Vælg filer",
        "Add files": "Vælg flere filer",
        "Upload directories": "Vælg mapper",
        "Drag and drop a file here": "Slip filen her",
        "Drag and drop files here": "Slip filerne her",
        "Drag and drop directories here": "Slip mapperne her",
        "Click to retry upload": "Prøv igen",
        "Error:": "Fejl:",
        "Error: ": "Fejl: ",
        "Too many files": "For mange filer",
        "Only one file is allowed.": "Kun én fil ad gangen.",
        "File size is too small.": "Filen er tom.",
        "Network error": "Forbindelsen svigtede. Prøv igen.",
        "Unknown error": "Det lykkedes ikke. Prøv igen.",
        "Request aborted": "Afbrudt.",
    },
    {
        r"^(\d+)(?:\.0)? ?([KMG]?B) per file$": "Højst $1 $2 pr. fil",
        r"^(\d+)(?:\.0)? ?([KMG]?B)$": "$1 $2",
        r"^(\d+)\.(\d+) ?([KMG]?B)$": "$1,$2 $3",
        r"^(.+, \d+)(?:\.0)?([KMG]?B)$": "$1 $2",
        r"^(.+, \d+)\.(\d+)([KMG]?B)$": "$1,$2 $3",
        r"^Cancel upload of (.+)$": "Afbryd $1",
        r"^Remove (.+)$": "Fjern $1",
        r"^File (?:must be .+ or smaller|is too large|is larger than).*$": (
            "Filen er for stor til siden; læg den i mappen indbakke"
        ),
        r"^(?:File type must be .+|File type .+ not allowed\.|.+ files are not allowed\.)$": (
            "Kun Parquet-filer og den udfyldte skabelon kan afleveres her"
        ),
        r"^(?:Upload failed|Unexpected error|Request failed|Network Error|File uploading failed).*$": "Prøv igen",
    },
)

_TABLE: Final = Place(
    '[data-testid^="stDataFrame"], [data-testid="stElementToolbar"], [data-testid="search-result-area"], .gdg-seveqep',
    {
        "Search": "Søg",
        "Type to search": "Skriv for at søge",
        "Previous Result": "Forrige fund",
        "Next Result": "Næste fund",
        "Close Search": "Luk søgningen",
        "Show/hide columns": "Vis og skjul kolonner",
        "Download as CSV": "Hent som CSV",
        "Fullscreen": "Fuld skærm",
        "Close fullscreen": "Luk fuld skærm",
        "Copy to clipboard": "Kopiér",
        "Copied": "Kopieret",
        "Clear selection": "Ryd markeringen",
        "Dataframe column menu": "Kolonnens menu",
        "Copy column name": "Kopiér kolonnens navn",
        "Sort ascending": "Sortér stigende",
        "Sort descending": "Sortér faldende",
        "Statistics": "Fordeling",
        "Format": "Format",
        "Autosize": "Tilpas bredden",
        "Pin column": "Fastgør kolonnen",
        "Unpin column": "Løsn kolonnen",
        "Hide column": "Skjul kolonnen",
        "Wrap": "Ombryd tekst",
        "Select all": "Vælg alle",
        "Automatic": "Automatisk",
        "Localized": "Efter sproget",
        "Plain": "Uden format",
        "Compact": "Kort",
        "Dollar": "Dollar",
        "Euro": "Euro",
        "Yen": "Yen",
        "Percent": "Procent",
        "Scientific": "Videnskabeligt",
        "Accounting": "Regnskab",
        "Duration": "Varighed",
        "Distance": "Tid siden",
        "Calendar": "Kalender",
        "Values": "Værdier",
        "Empty": "Tomme",
        "Distinct": "Forskellige",
        "Average": "Gennemsnit",
        "Standard deviation": "Standardafvigelse",
        "Minimum": "Mindste",
        "25th percentile": "Nedre kvartil",
        "Median": "Median",
        "75th percentile": "Øvre kvartil",
        "Maximum": "Største",
        "Sum": "Sum",
        "Minimum length": "Korteste",
        "Maximum length": "Længste",
        "Average length": "Længde i snit",
        "No data": "Ingen tal",
        "Based on sample": "Af et udsnit",
        "Range": "Interval",
        "Count": "Antal",
        "Distribution histogram": "Fordeling",
        "Top values frequency chart": "De hyppigste værdier",
    },
    {
        r"^(\d+) results?$": "$1 fund",
        r"^(\d+) of (\d+)$": "$1 af $2",
        r"^over 1000(?: results)?$": "over 1000 fund",
    },
)

# What is said of a picture on a button, where the button has a name of its own, is only `tegn`.
_BUTTON: Final = Place(
    "button",
    {"Close": "Luk", "Dismiss": "Luk", "Copy to clipboard": "Kopiér", "Copied": "Kopieret"},
    {r"^[a-z_]+ icon$": "tegn"},
)

PLACES: Final = (
    _FRAME, _CONNECTION, _DIALOG, _WRONG, _CHOOSING, _HEARD, _WRITING, _UPLOADING, _TABLE, _BUTTON,
)  # fmt: skip

# Names that are the data's, wherever they stand.
NOT_OURS: Final = (
    ".stFileChipName, [data-tag], [role='option'][data-key], [role='gridcell'], [role='columnheader'], svg"
)
