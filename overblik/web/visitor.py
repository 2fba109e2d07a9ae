"""Who knocks: read off the cookie that Streamlit's login has set, before Streamlit itself sees the request.

The cookie is signed, not encrypted, and split in chunks where it is long. It is read by Streamlit's own functions, so
that what we let in and what a page is told of its reader cannot differ.
"""

import json
import time
from collections.abc import Mapping
from typing import Any

from streamlit.auth_util import get_cookie_with_chunks
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from overblik import access_sessions
from overblik.access import Reader
from overblik.access_roles import reader_from
from overblik.settings_login import Login


def visitor(cookies: Mapping[str, str], login: Login) -> Reader | None:
    """Whose login these cookies are; None for a stranger, an ended session and a cookie that is not ours."""
    claims = _claims(cookies, login.cookie)
    if claims.get("is_logged_in") is not True or claims.get("origin") != login.adresse:
        return None
    reader = reader_from(claims, login, time.time())
    return None if reader is None or access_sessions.has_ended(reader.session, login.mappe) else reader


def _claims(cookies: Mapping[str, str], key: str) -> dict[str, Any]:
    def signed(name: str) -> bytes | None:
        value = cookies.get(name)
        return decode_signed_value(key, name, value.encode("latin-1", errors="replace")) if value else None

    try:
        found = get_cookie_with_chunks(signed, USER_COOKIE_NAME)
        claims = json.loads(found) if found else {}
    except ValueError:
        return {}
    return claims if isinstance(claims, dict) else {}
