"""The tree of commands: click's group at the top, which imports a command when it is typed."""

from importlib import import_module

import click

from goals_cli.catalogue import COMMANDS
from goals_cli.command import Command, json_option, language_option
from goals_cli.language import Words
from goals_cli.overview import overview


class Commands(Command, click.Group):
    """The top: knows all commands by the catalogue and imports the one that is typed."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The names in the order of the catalogue."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:  # noqa: ARG002
        """Import a command by its name; None when there is none of that name."""
        entry = COMMANDS.get(name)
        if entry is None:
            return None
        module = import_module(f"goals_cli.commands.{entry.module}")
        found = getattr(module, entry.attribute)
        return found if isinstance(found, click.Command) else None

    def get_help(self, ctx: click.Context) -> str:  # noqa: ARG002
        """The overview."""
        return overview()


def _show_version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        from goals_cli.version import version

        click.echo(f"goals {version()}")
        ctx.exit()


@click.group(
    "goals",
    cls=Commands,
    words=Words("Klären und lernen.", "Clarify and learn."),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option("--version", is_flag=True, expose_value=False, is_eager=True, callback=_show_version)
@json_option
@language_option
def commands() -> None:
    """Hold the commands; what they do is told in ``overview``."""
