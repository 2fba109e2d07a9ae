"""Fixtures of the tests of the web server: one login, one provider."""

from tests.web.fixtures import faelles, oidc_installed

__all__ = ["faelles", "oidc_installed"]
