"""`briefgen completion`."""

import click

from briefgen.cli.output import emit

EXAMPLES = """\b
Examples, for the line to put into the shell's start file:
  eval "$(briefgen completion bash)"       in ~/.bashrc
  eval "$(briefgen completion zsh)"        in ~/.zshrc
  briefgen completion fish | source        in ~/.config/fish/config.fish
"""


@click.command(short_help="Print what lets a shell complete commands and options.", epilog=EXAMPLES)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print the script that lets SHELL complete the commands, options and names of briefgen."""
    from click.shell_completion import get_completion_class

    kind = get_completion_class(shell)
    assert kind is not None  # the choice above names shells that click knows
    emit(kind(context.find_root().command, {}, "briefgen", "_BRIEFGEN_COMPLETE").source().encode())
