"""Entry point of the `goals` command."""

def main() -> None:
    """Run the command line."""
