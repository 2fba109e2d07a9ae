"""A calm page of our own, without Streamlit, for whoever is not inside. It has no script and fetches nothing."""

from html import escape

from starlette.responses import HTMLResponse, PlainTextResponse

# An error answered in our own words says so by this header; calm.py puts ours in the place of all others.
OWN_WORDS = "x-overblik-svar"

_PAGE = """<!DOCTYPE html>
<html lang="da">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} · Overblik</title>
<style>
:root {{ color-scheme: light dark; --tekst: #0B141A; --bund: #FFFFFF; --valg: #0B5C6B; --paa-valg: #FFFFFF }}
@media (prefers-color-scheme: dark) {{
    :root {{ --tekst: #E8EDF0; --bund: #0F171C; --valg: #5CC4D6; --paa-valg: #0B141A }}
}}
body {{ margin: 0; background: var(--bund); color: var(--tekst); font: 1.0625rem/1.5 system-ui, sans-serif }}
main {{ max-width: 36rem; margin: 12vh auto 0; padding: 0 1.5rem }}
h1 {{ font-size: 1.75rem; line-height: 1.25 }}
a {{ color: var(--valg) }}
a.knap {{ display: inline-block; padding: .625rem 1.25rem; border-radius: 6px; text-decoration: none;
    background: var(--valg); color: var(--paa-valg); font-weight: 600 }}
a:focus-visible {{ outline: 3px solid var(--valg); outline-offset: 3px }}
</style>
</head>
<body><main><h1>{title}</h1>{text}{way}</main></body>
</html>
"""


def plain_page(status: int, title: str, *text: str, way: tuple[str, str] | None = None) -> HTMLResponse:
    """A heading, paragraphs and one way on (address and words): all escaped, and kept by no cache."""
    html = _PAGE.format(
        title=escape(title),
        text="".join(f"<p>{escape(each)}</p>" for each in text),
        way=f'<p><a class="knap" href="{escape(way[0])}">{escape(way[1])}</a></p>' if way else "",
    )
    return HTMLResponse(html, status, {"cache-control": "no-store", OWN_WORDS: "ja"})


def plain_line(status: int, text: str) -> PlainTextResponse:
    """The same for what asks for no page."""
    return PlainTextResponse(text, status, {"cache-control": "no-store", OWN_WORDS: "ja"})
