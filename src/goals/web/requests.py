"""Requests: what a client asked the schema, read from a POST body or a GET query string."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from goals.web.bodies import parse_json
from goals.web.faults import Fault, bad_request

FREE_BYTES = 20_000
BYTES_A_POINT = 100


@dataclass(frozen=True, slots=True)
class GraphQLRequest:
    """One document with its variables; ``raw`` is what its idempotency is judged by.

    ``wants_cost`` asks for ``extensions.cost`` of the answer.
    """

    query: str
    variables: dict[str, Any]
    operation_name: str | None
    raw: bytes
    by_get: bool
    wants_cost: bool = False

    @property
    def weight(self) -> int:
        """Points for what is large to read, whatever it asks for."""
        size = len(self.raw)
        return size // BYTES_A_POINT if size > FREE_BYTES else 0


def from_body(raw: bytes, headers: Mapping[str, str]) -> GraphQLRequest:
    """Read a POST; raises a Fault that names the wrong part."""
    if headers.get("content-encoding", "identity").strip().lower() != "identity":
        raise Fault(415, "BAD_REQUEST", "Send the body without Content-Encoding.")
    _check_content_type(headers.get("content-type"))
    value = parse_json(raw)
    if isinstance(value, list):
        raise bad_request("Batches are not taken; send one operation a request.")
    if not isinstance(value, dict):
        raise bad_request("The body must be a JSON object with the key 'query'.")
    return _build(value, raw, by_get=False)


def from_query_string(query_string: bytes) -> GraphQLRequest:
    """Read a GET; raises a Fault that names the wrong part."""
    try:
        pairs = parse_qsl(
            query_string.decode("ascii"),
            keep_blank_values=True,
            encoding="utf-8",
            errors="strict",
            max_num_fields=20,
        )
    except ValueError:
        raise bad_request("The query string cannot be read; encode it as UTF-8.") from None
    value: dict[str, Any] = {}
    for key, text in pairs:
        if key in value:
            raise bad_request(f"The parameter {key[:40]!r} stands twice.")
        is_json = key in {"variables", "extensions"} and text
        value[key] = parse_json(text.encode()) if is_json else text
    for key in ("operationName", "variables", "extensions"):
        if value.get(key) == "":
            del value[key]
    return _build(value, query_string, by_get=True)


def _build(value: dict[str, Any], raw: bytes, *, by_get: bool) -> GraphQLRequest:
    query = value.get("query")
    if not isinstance(query, str) or not query.strip():
        raise bad_request("'query' is missing: send the GraphQL document as a string.")
    operation_name = value.get("operationName")
    if operation_name is not None and not isinstance(operation_name, str):
        raise bad_request("'operationName' must be a string or null.")
    variables = value.get("variables")
    if variables is not None and not isinstance(variables, dict):
        raise bad_request("'variables' must be an object or null.")
    extensions = value.get("extensions")
    if extensions is not None and not isinstance(extensions, dict):
        raise bad_request("'extensions' must be an object or null.")
    wants_cost = extensions is not None and extensions.get("cost") is True
    return GraphQLRequest(query, variables or {}, operation_name or None, raw, by_get, wants_cost)


def _check_content_type(content_type: str | None) -> None:
    name, _, parameters = (content_type or "").partition(";")
    if name.strip().lower() != "application/json":
        raise Fault(415, "BAD_REQUEST", "Send the body with Content-Type: application/json.")
    for parameter in parameters.split(";"):
        key, _, value = parameter.partition("=")
        if key.strip().lower() == "charset" and value.strip(' "').lower() not in {"utf-8", "utf8"}:
            raise Fault(415, "BAD_REQUEST", "Send the body as UTF-8.")
