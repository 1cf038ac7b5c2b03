"""Login: where a program asks for a token, told to whoever asks: nothing in it is secret."""

from typing import Any

from litestar import Response, get
from litestar.datastructures import State

from goals.settings import Issuer
from goals.web.answers import response


@get("/.well-known/goals-login", sync_to_thread=False)
def login_document(state: State) -> Response[bytes]:
    """Name the identity providers that `goals login --device` can use (RFC 8628)."""
    issuers = [_described(issuer) for issuer in state.issuers if issuer.client_id is not None]
    return response(200, {"issuers": issuers})


def _described(issuer: Issuer) -> dict[str, Any]:
    """What a client needs; the token meant for us is the one that names our audience."""
    token = "id_token" if issuer.audience == issuer.client_id else "access_token"
    return {
        "issuer": issuer.issuer,
        "configurationUrl": issuer.configuration_url,
        "clientId": issuer.client_id,
        "scope": issuer.device_scope,
        "audience": issuer.audience,
        "token": token,
    }
