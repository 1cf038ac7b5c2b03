"""The version of the client, from the metadata of the installed distribution."""


def version() -> str:
    """The version, or ``0`` when the package runs from a folder without metadata."""
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as read

    try:
        return read("goals")
    except PackageNotFoundError:
        return "0"
