"""Requests that somebody would send by hand, as data: a name, the bytes, and what may be answered.

`{host}` is our own name. None of them may be answered with 200 unless it is said here, and none with 5xx.
"""

from typing import Final, NamedTuple

REFUSED: Final = frozenset({400, 401, 403, 404, 405, 413, 414, 416, 431})


class Attack(NamedTuple):
    """One request, byte for byte, and the statuses that are fine; None: closed without an answer."""

    name: str
    request: bytes
    fine: frozenset[int | None] = REFUSED | {None}


def _get(name: str, target: str, *headers: str, fine: frozenset[int | None] = REFUSED | {None}) -> Attack:
    return _send(name, "GET", target, *headers, fine=fine)


def _send(
    name: str,
    method: str,
    target: str,
    *headers: str,
    body: bytes = b"",
    fine: frozenset[int | None] = REFUSED | {None},
) -> Attack:
    named = headers if any(header.lower().startswith("host:") for header in headers) else ("Host: {host}", *headers)
    head = "\r\n".join([f"{method} {target} HTTP/1.1", *named, "Connection: close", "", ""])
    return Attack(name, head.encode("latin-1") + body, fine)


def _raw(name: str, request: str, fine: frozenset[int | None] = REFUSED | {None}) -> Attack:
    return Attack(name, request.encode("latin-1"), fine)


HARMLESS: Final = REFUSED | {200, None}  # an answer is fine where nothing of the attack is in it
LEADS_ON: Final = REFUSED | {301, 307, 308, None}

PATHS: Final = (
    _get("up from the static files", "/static/../../../../etc/passwd"),
    _get("up from the static files, written otherwise", "/static/..%2f..%2f..%2fetc%2fpasswd"),
    _get("up, written twice over", "/static/%252e%252e/%252e%252e/etc/passwd"),
    _get("up from the root", "/../../etc/passwd"),
    _get("up from the root, written otherwise", "/%2e%2e/%2e%2e/etc/passwd"),
    _get("up with dots and slashes doubled", "/static/....//....//etc/passwd"),
    _get("up with backslashes", "/static/..\\..\\..\\etc\\passwd"),
    _get("up with backslashes, written otherwise", "/static/..%5c..%5cetc%5cpasswd"),
    _get("up in overlong UTF-8", "/static/%c0%ae%c0%ae/%c0%ae%c0%ae/etc/passwd"),
    _get("another host's path", "//ond.dk/etc/passwd"),
    _get("a network share", "/\\\\ond.dk\\share"),
    _get("a drive", "/C:/windows/win.ini"),
    _get("a null sign", "/static/js/%00.js"),
    _get("a null sign in a page", "/omraade%00.html"),
    _get("a line break in a page", "/omraade%0d%0aSet-Cookie:%20gal=1"),
    _get("our settings", "/overblik.toml"),
    _get("Streamlit's settings", "/.streamlit/config.toml"),
    _get("Streamlit's secrets", "/.streamlit/secrets.toml"),
    _get("our code", "/dashboard.py"),
    _get("a page's code", "/pages/omraade.py"),
    _get("the git folder", "/.git/config"),
    _get("the key", "/data/hemmeligt/noegle"),
    _get("the pointer", "/data/udgivelser/aktuel"),
    _get("a release's id as a path", "/data/udgivelser/manifest/../aktuel"),
    _get("the environment", "/proc/self/environ"),
    _get("the app's static folder", "/app/static/../../overblik.toml"),
    _get("a page below a page", "/omraade/../../etc/passwd"),
    _get("a page that is none", "/wp-login.php"),
    _get("a component up and out", "/component/../../etc/passwd"),
    _get("a component's file", "/_stcore/bidi-components/overblik_side/..%2f..%2f..%2fetc%2fpasswd"),
    _get("a component that is none", "/_stcore/bidi-components/x/index.js"),
    _get("an address of 70,000 signs", "/" + "a" * 70_000),
    _get("an address of 5,000 signs", "/omraade?omraade=" + "a" * 5_000),
)

MEDIA: Final = (
    _get("a guessed file", "/media/00000000000000000000000000000000.pdf"),
    _get("a guessed file as a table", "/media/0123456789abcdef0123456789abcdef.csv"),
    _get("the list of files", "/media/"),
    _get("up from the files", "/media/../data/udgivelser/aktuel"),
    _get("up from the files, written otherwise", "/media/..%2f..%2fetc%2fpasswd"),
    _get("a whole path as a file", "/media//etc/passwd"),
    _get("somebody's handed-in file", "/_stcore/upload_file/x/y", fine=HARMLESS),
    _send("a file for nobody", "PUT", "/_stcore/upload_file/x/y", "Content-Length: 1", body=b"x"),
    _send(
        "a file with a forged token",
        "PUT",
        "/_stcore/upload_file/x/y",
        "Cookie: _streamlit_xsrf=gal",
        "X-Xsrftoken: gal",
        "Content-Length: 1",
        body=b"x",
    ),
    _send("somebody's file away", "DELETE", "/_stcore/upload_file/x/y"),
    _send("a file of 300 MB", "PUT", "/_stcore/upload_file/x/y", "Content-Length: 314572800", body=b"x" * 1000),
    _send("a negative length", "PUT", "/_stcore/upload_file/x/y", "Content-Length: -1", body=b"x"),
    _send("a length that is none", "PUT", "/_stcore/upload_file/x/y", "Content-Length: 1e3", body=b"x"),
)

CLOSED: Final = (
    _get("Streamlit's measurements", "/_stcore/metrics"),
    _get("Streamlit's measurements, with a slash", "/_stcore/metrics/", fine=LEADS_ON),
    _get("the agents' description", "/_stcore/agent/openapi.json"),
    _send("the agents' way in", "POST", "/_stcore/agent/interact", "Content-Length: 2", body=b"{}"),
    _send("the agents' other way in", "POST", "/_stcore/agent/mcp", "Content-Length: 2", body=b"{}"),
    _get("a run of the script", "/_stcore/script-health-check"),
    _get("an address below the core", "/_stcore/findes-ikke", fine=HARMLESS),
)

METHODS: Final = (
    *(
        _send(f"{m} the front page", m, "/", "Content-Length: 0")
        for m in ("POST", "PUT", "DELETE", "PATCH", "PROPFIND")
    ),
    _send("TRACE", "TRACE", "/", "X-Hemmelig: gal"),
    _send("CONNECT", "CONNECT", "ond.dk:443"),
    _send("a method that is none", "GAL", "/"),
    _send("a method a thousand signs long", "A" * 1_000, "/"),
    _send("POST to readiness", "POST", "/klar", "Content-Length: 0"),
    _send("DELETE the measurements", "DELETE", "/maalinger"),
    _send("another method by a header", "POST", "/", "X-HTTP-Method-Override: DELETE", "Content-Length: 0"),
)

HEADERS: Final = (
    _get("another host", "/", "Host: ond.dk"),
    _get("another host with our name before it", "/", "Host: 127.0.0.1.ond.dk"),
    _get("another host behind a sign", "/", "Host: 127.0.0.1@ond.dk"),
    _get("no host that is one", "/", "Host: [::1"),
    _get("two hosts", "/", "Host: {host}", "Host: ond.dk"),
    _raw("no host", "GET / HTTP/1.1\r\nConnection: close\r\n\r\n"),
    _raw("another host in the address", "GET http://ond.dk/ HTTP/1.1\r\nHost: ond.dk\r\nConnection: close\r\n\r\n"),
    _get("a host as the proxy would tell it", "/overblik", "X-Forwarded-Host: ond.dk", fine=LEADS_ON),
    _get("a line break in a header", "/overblik?x=%0d%0aSet-Cookie:%20gal=1", fine=LEADS_ON),
    _get("a line break, bare, in a header", "/overblik?x=\r\nSet-Cookie: gal=1", fine=LEADS_ON),
    _get("a page elsewhere to go on to", "/overblik?//ond.dk", fine=LEADS_ON),
    _get("a page elsewhere by slashes", "//ond.dk/overblik", fine=REFUSED | {None}),
    _get("a header of 100,000 signs", "/klar", "X-Lang: " + "a" * 100_000),
    _get("two thousand headers", "/klar", *(f"X-{n}: {n}" for n in range(2_000)), fine=HARMLESS),
    _get("a header with a null sign", "/klar", "X-Gal: a\x00b"),
    _get("a cookie of 50,000 signs", "/", "Cookie: _streamlit_user=" + "a" * 50_000, fine=HARMLESS),
    _get("a forged login", "/", "Cookie: _streamlit_user=2|1:0|10:1|4:user|4:e30=|gal", fine=HARMLESS),
    _get("a forged identity by a header", "/", "X-Forwarded-User: administrator", fine=HARMLESS),
    _get("a forged address of one's own", "/maalinger", "X-Forwarded-For: 127.0.0.1", fine=HARMLESS),
    _get("parts beyond the end", "/favicon.png", "Range: bytes=99999999-", fine=HARMLESS),
    _get("a thousand parts", "/favicon.png", "Range: bytes=" + ",".join("0-" for _ in range(1_000)), fine=HARMLESS),
    _raw("a length and pieces at once", "POST / HTTP/1.1\r\nHost: {host}\r\nContent-Length: 4\r\n"
         "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\nGET /gal HTTP/1.1\r\n\r\n"),
    _raw("pieces that are none", "POST / HTTP/1.1\r\nHost: {host}\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\ngal\r\n"),
    _raw("no HTTP", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n"),
    _raw("a version that is none", "GET / HTTP/9.9\r\nHost: {host}\r\n\r\n", HARMLESS),
    _raw("HTTP/2 without asking", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
    _send("a deed from another site", "POST", "/", "Origin: https://ond.dk", "Content-Length: 0"),
    _send("a deed from nowhere", "POST", "/", "Origin: null", "Content-Length: 0"),
)  # fmt: skip

ATTACKS: Final = (*PATHS, *MEDIA, *CLOSED, *METHODS, *HEADERS)
