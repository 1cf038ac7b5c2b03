"""Health: is the process alive (``/healthz``), and can it serve (``/readyz``)."""

from litestar import Response, get
from litestar.datastructures import State

from goals.domain.errors import GoalsError
from goals.store import migrate
from goals.web.answers import response


@get("/healthz", sync_to_thread=False)
def healthz() -> Response[bytes]:
    """Say that the process answers; asks nothing of the database."""
    return response(200, {"status": "ok"})


@get("/readyz")
async def readyz(state: State) -> Response[bytes]:
    """Say whether requests can be served: the database answers and its schema fits."""
    try:
        await migrate.check(state.database)
    except GoalsError as error:
        return response(
            503, {"status": "unavailable", "code": error.code, "message": error.message()}
        )
    return response(200, {"status": "ok"})
