"""Health: is the process alive (``/healthz``), and can it serve (``/readyz``)."""

from litestar import Response, get
from litestar.datastructures import State
from litestar.status_codes import HTTP_200_OK, HTTP_503_SERVICE_UNAVAILABLE

from goals.domain.errors import GoalsError


@get("/healthz", sync_to_thread=False, opt={"open": True})
def healthz() -> dict[str, str]:
    """Say that the process answers; asks nothing of the database."""
    return {"status": "ok"}


@get("/readyz", opt={"open": True})
async def readyz(state: State) -> Response[dict[str, str]]:
    """Say whether requests can be served: the database answers and its schema fits."""
    try:
        await state.database.ping()
    except GoalsError as error:
        return Response(
            {"status": "unavailable", "code": error.code, "message": error.message()},
            status_code=HTTP_503_SERVICE_UNAVAILABLE,
        )
    return Response({"status": "ok"}, status_code=HTTP_200_OK)
