"""Who came, who was turned away and who left stands in the log, by pseudonym: no account, no query string, no code."""

import json
from pathlib import Path

from tests.web.fixtures import faelles_server


def test_logins_refusals_and_logouts_are_logged_by_pseudonym(
    oidc_installed: None, published_example: Path, tmp_path: Path
) -> None:
    log = tmp_path / "log"
    with faelles_server(published_example, log) as running:
        with running.client() as stranger:
            assert stranger.get("/media/hemmelig-fil.csv?kode=hemmelig").status_code == 401
        with running.inside("laeser") as reader:
            assert reader.get("/oekonomi?omraade=hemmelig").status_code == 200
            assert reader.get("/_stcore/metrics").status_code == 403
            reader.get("/auth/logout")
            assert reader.get("/media/x").status_code == 401
        with running.inside("ukendt") as nobody:
            assert nobody.get("/").status_code == 403
    text = log.read_text(encoding="utf-8")
    told = [json.loads(line) for line in text.splitlines() if line.startswith("{")]
    events = [line["event"] for line in told]
    (login,) = [line for line in told if line["event"] == "login" and line["role"] == "laeser"]
    (logout,) = [line for line in told if line["event"] == "logout"]
    assert login["who"] == logout["who"]
    assert "laeser" not in login["who"]
    assert any(line["event"] == "refused" and line["path"] == "/media" for line in told), events
    assert any(line["event"] == "refused" and line.get("status") == 403 for line in told), events
    for secret in ("hemmelig", "code=", "state=", "ukendt", "klientens"):
        assert secret not in text
